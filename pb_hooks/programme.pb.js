/// <reference path="./types.d.ts" />
// Partners and suppliers, and the audit programme: their lists. Their acts go through the act route (people.pb.js).
routerAdd("GET", "/api/chaperone/suppliers", (e) =>
  require(`${__hooks}/server.js`).enter(e).suppliers.list(e),
);
// Above policy.certificateLargest, so that a file a little too large is told so by name.
routerAdd(
  "POST",
  "/api/chaperone/register-file",
  (e) => require(`${__hooks}/server.js`).enter(e).files.addFile(e),
  $apis.bodyLimit(83886080),
);
routerAdd("GET", "/api/chaperone/audits", (e) => require(`${__hooks}/server.js`).enter(e).audits.list(e));
routerAdd("GET", "/api/chaperone/samples", (e) => require(`${__hooks}/server.js`).enter(e).audits.sample(e));
routerAdd("GET", "/api/chaperone/samples/again", (e) =>
  require(`${__hooks}/server.js`).enter(e).audits.again(e),
);

// The sample of the week that is over, by a rule that nobody can steer; what was drawn already is not drawn again.
cronAdd("weekly-sample", "5 * * * *", () => require(`${__hooks}/server.js`).drawSamples($app));
