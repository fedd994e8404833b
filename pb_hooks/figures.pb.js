/// <reference path="./types.d.ts" />
// Counts over weeks and years, of what the reader may see.
routerAdd("GET", "/api/chaperone/trends", (e) => require(`${__hooks}/server.js`).enter(e).work.trends(e));
routerAdd("GET", "/api/chaperone/year", (e) => require(`${__hooks}/server.js`).enter(e).work.year(e));
