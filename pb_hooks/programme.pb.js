/// <reference path="./types.d.ts" />
// Partners and suppliers, and the audit programme: their lists. Their acts go through the act route (people.pb.js).
routerAdd("GET", "/api/chaperone/suppliers", (e) =>
  require(`${__hooks}/server.js`).enter(e).suppliers.list(e),
);
