/// <reference path="./types.d.ts" />
// Training: the matrix of a day, what a course teaches, files; and what a file brings into any register.
routerAdd("GET", "/api/chaperone/training", (e) =>
  require(`${__hooks}/server.js`).enter(e).training.matrix(e),
);
routerAdd("GET", "/api/chaperone/lesson", (e) =>
  require(`${__hooks}/server.js`).enter(e).training.lessonRoute(e),
);
// For people without a sign-in, in a paired browser.
routerAdd("GET", "/api/chaperone/browser-lessons", (e) =>
  require(`${__hooks}/server.js`).enter(e).training.browserLessons(e),
);
routerAdd("GET", "/api/chaperone/browser-lesson", (e) =>
  require(`${__hooks}/server.js`).enter(e).training.browserLessonText(e),
);
routerAdd("GET", "/api/chaperone/browser-lesson-picture", (e) =>
  require(`${__hooks}/server.js`).enter(e).training.browserLessonPicture(e),
);
routerAdd(
  "POST",
  "/api/chaperone/browser-lesson",
  (e) => require(`${__hooks}/server.js`).enter(e).training.takeInBrowser(e),
  $apis.bodyLimit(16384),
);
routerAdd("GET", "/api/chaperone/browser-document", (e) =>
  require(`${__hooks}/server.js`).enter(e).training.browserDocumentText(e),
);
routerAdd("GET", "/api/chaperone/browser-document-file", (e) =>
  require(`${__hooks}/server.js`).enter(e).training.browserDocumentFile(e),
);
routerAdd(
  "POST",
  "/api/chaperone/browser-document",
  (e) => require(`${__hooks}/server.js`).enter(e).training.readInBrowser(e),
  $apis.bodyLimit(16384),
);
// Above policy.certificateLargest, so that a file a little too large is told so by name.
const withTraining = $apis.bodyLimit(83886080);
routerAdd(
  "POST",
  "/api/chaperone/training-file",
  (e) => require(`${__hooks}/server.js`).enter(e).training.bringFile(e),
  withTraining,
);
// 262,144 bytes, as everything without a file.
const importRows = $apis.bodyLimit(262144);
routerAdd(
  "POST",
  "/api/chaperone/import",
  (e) => require(`${__hooks}/server.js`).enter(e).imports(e),
  importRows,
);
