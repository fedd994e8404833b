/// <reference path="./types.d.ts" />
// The weekly review: how it stands, its minutes, and who has read its message. Its acts go through the act route.
routerAdd("GET", "/api/chaperone/review", (e) => require(`${__hooks}/server.js`).enter(e).reviews.review(e));
routerAdd("GET", "/api/chaperone/review-minutes", (e) =>
  require(`${__hooks}/server.js`).enter(e).reviews.reviewMinutes(e),
);

const readBody = $apis.bodyLimit(65536);
routerAdd(
  "POST",
  "/api/chaperone/message-read",
  (e) => require(`${__hooks}/server.js`).enter(e).reviews.messageRead(e),
  readBody,
);
