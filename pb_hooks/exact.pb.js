/// <reference path="./types.d.ts" />
// The clinic's own patients as keyed tokens: brought by the lead, given to paired browsers. Its acts go through the act route.
routerAdd("GET", "/api/chaperone/exact-list", (e) =>
  require(`${__hooks}/server.js`).enter(e).clinic.exactList(e),
);
// Above the largest list (domain/exact/table.ts), so that one a little too large is told so.
routerAdd(
  "POST",
  "/api/chaperone/exact-list",
  (e) => require(`${__hooks}/server.js`).enter(e).clinic.bringExactList(e),
  $apis.bodyLimit(16777216),
);
routerAdd("GET", "/api/chaperone/browser-exact-list", (e) =>
  require(`${__hooks}/server.js`).enter(e).clinic.browserExactList(e),
);

// A list whose time is over goes each night, at 03:40 UTC.
cronAdd("exact-list", "40 3 * * *", () => require(`${__hooks}/server.js`).forgetExactList($app));
