/// <reference path="./types.d.ts" />
// The dashboard under every address that is not the API's, and security headers on every answer.
routerUse((e) => require(`${__hooks}/server.js`).people.secureHeaders(e));
routerAdd("GET", "/{path...}", (e) => require(`${__hooks}/server.js`).people.serveDashboard(e), $apis.gzip());
