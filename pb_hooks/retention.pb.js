/// <reference path="./types.d.ts" />
// The register of retention: its list, what a record is found in, lists that are brought in. Its acts go through the act
// route (people.pb.js).
routerAdd("GET", "/api/chaperone/retention", (e) =>
  require(`${__hooks}/server.js`).enter(e).retention.list(e),
);
routerAdd("GET", "/api/chaperone/retention-record", (e) =>
  require(`${__hooks}/server.js`).enter(e).retention.record(e),
);
routerAdd("GET", "/api/chaperone/retention-own", (e) =>
  require(`${__hooks}/server.js`).enter(e).retention.own(e),
);
// 262,144 bytes: policy.batchBytes, as everything that a browser sends.
routerAdd(
  "POST",
  "/api/chaperone/retention-list",
  (e) => require(`${__hooks}/server.js`).enter(e).retention.bring(e),
  $apis.bodyLimit(262144),
);
