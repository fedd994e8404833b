/// <reference path="../pb_data/types.d.ts" />
// Exceptions of the mail guard, as a paired browser asks about them: how one stands, a new one, and its one use.
routerAdd(
  "POST",
  "/api/chaperone/exception-look",
  (e) => require(`${__hooks}/server.js`).enter(e).exceptions.look(e),
  $apis.bodyLimit(4096),
);
routerAdd(
  "POST",
  "/api/chaperone/exception-ask",
  (e) => require(`${__hooks}/server.js`).enter(e).exceptions.askFor(e),
  $apis.bodyLimit(4096),
);
routerAdd(
  "POST",
  "/api/chaperone/exception-use",
  (e) => require(`${__hooks}/server.js`).enter(e).exceptions.use(e),
  $apis.bodyLimit(4096),
);
