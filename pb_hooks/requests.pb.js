/// <reference path="./types.d.ts" />
// Requests of right and complaints: one request, who asks, and who looked at the record it is about. The list goes by the
// route of all lists, the acts by the act route (people.pb.js).
routerAdd("GET", "/api/chaperone/request", (e) => require(`${__hooks}/server.js`).enter(e).requests.one(e));
routerAdd("GET", "/api/chaperone/request-name", (e) =>
  require(`${__hooks}/server.js`).enter(e).requests.name(e),
);
routerAdd("GET", "/api/chaperone/request-looks", (e) =>
  require(`${__hooks}/server.js`).enter(e).requests.looks(e),
);
routerAdd("GET", "/api/chaperone/request-portable", (e) =>
  require(`${__hooks}/server.js`).enter(e).requests.portable(e),
);

// What came by the public form. Its own route is asked by the process in front of this one alone.
routerAdd("GET", "/api/chaperone/sent-request", (e) =>
  require(`${__hooks}/server.js`).enter(e).requests.sent(e),
);
routerAdd("GET", "/api/chaperone/public-form", (e) =>
  require(`${__hooks}/server.js`).enter(e).requests.form(e),
);
routerAdd("POST", "/api/chaperone/public-form", (e) =>
  require(`${__hooks}/server.js`).enter(e).requests.send(e),
);

// Names of those who asked go when their time is over.
cronAdd("request-names", "* * * * *", () => require(`${__hooks}/server.js`).clearNames($app));
cronAdd("sent-requests", "* * * * *", () => require(`${__hooks}/server.js`).clearSent($app));
