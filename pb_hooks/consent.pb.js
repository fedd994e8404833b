/// <reference path="./types.d.ts" />
// Whom a patient lets us tell what: the answer on the telephone. Acts go through the act route (people.pb.js).
// 4,096 bytes: a reference and a system.
routerAdd(
  "POST",
  "/api/chaperone/release-answer",
  (e) => require(`${__hooks}/server.js`).enter(e).releases.answer(e),
  $apis.bodyLimit(4096),
);

// Names of who might be told go a year after the release ended.
cronAdd("release-names", "20 * * * *", () => require(`${__hooks}/server.js`).forgetReleaseNames($app));
