export { bringFile } from "./file-route.ts";
export { lessonRoute } from "./lesson-route.ts";
export { matrix } from "./matrix-route.ts";
