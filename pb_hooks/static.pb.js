/// <reference path="./types.d.ts" />
// The dashboard under every address that is not the API's, and security headers on every answer.
// After PocketBase's own headers (-1010), before its limits of rate (-1000) and body (-990): what those refuse has ours.
routerUse(new Middleware((e) => require(`${__hooks}/server.js`).web.secureHeaders(e), -1005));
routerAdd("GET", "/{path...}", (e) => require(`${__hooks}/server.js`).web.serveDashboard(e), $apis.gzip());
