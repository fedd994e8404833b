export { browserDocumentFile, browserDocumentText, readInBrowser } from "./browser-document.ts";
export {
  browserLessonPicture,
  browserLessons,
  browserLessonText,
  takeInBrowser,
} from "./browser-routes.ts";
export { bringFile } from "./file-route.ts";
export { lessonRoute } from "./lesson-route.ts";
export { matrix } from "./matrix-route.ts";
