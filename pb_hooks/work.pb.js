/// <reference path="./types.d.ts" />
// What all registers share: first screen, desk, my work, evidence pack, reminders and the mail server that sends them.
routerAdd("GET", "/api/chaperone/frame", (e) => require(`${__hooks}/server.js`).enter(e).work.frame(e));
// Everything that names whoever asks, as a file of their own.
routerAdd("GET", "/api/chaperone/own-record", (e) =>
  require(`${__hooks}/server.js`).enter(e).work.ownRecord(e),
);
routerAdd("GET", "/api/chaperone/day", (e) => require(`${__hooks}/server.js`).enter(e).work.day(e));
routerAdd("GET", "/api/chaperone/today", (e) => require(`${__hooks}/server.js`).enter(e).work.today(e));
routerAdd("GET", "/api/chaperone/my-work", (e) => require(`${__hooks}/server.js`).enter(e).work.myWork(e));
// One's own due days, for a calendar outside.
routerAdd("GET", "/api/chaperone/calendar.ics", (e) =>
  require(`${__hooks}/server.js`).enter(e).work.calendar(e),
);
routerAdd("GET", "/api/chaperone/desk", (e) => require(`${__hooks}/server.js`).enter(e).work.desk(e));
// Every register's list: page by page, filtered, and as CSV.
routerAdd("GET", "/api/chaperone/list", (e) => require(`${__hooks}/server.js`).enter(e).work.list(e));
routerAdd("GET", "/api/chaperone/held-about-patients", (e) =>
  require(`${__hooks}/server.js`).enter(e).work.held(e),
);

// As everything that a browser sends.
const workBody = $apis.bodyLimit(262144);
routerAdd(
  "POST",
  "/api/chaperone/evidence-pack",
  (e) => require(`${__hooks}/server.js`).enter(e).work.evidencePack(e),
  workBody,
);
routerAdd("GET", "/api/chaperone/offices", (e) =>
  require(`${__hooks}/server.js`).enter(e).work.officesRoute(e),
);

routerAdd("GET", "/api/chaperone/policy-map", (e) =>
  require(`${__hooks}/server.js`).enter(e).work.policyMap(e),
);

// By what it is known that the log is whole, and whether it agrees with what somebody kept of it.
routerAdd("GET", "/api/chaperone/whole", (e) => require(`${__hooks}/server.js`).enter(e).work.whole(e));
routerAdd(
  "POST",
  "/api/chaperone/whole",
  (e) => require(`${__hooks}/server.js`).enter(e).work.kept(e),
  workBody,
);

routerAdd("GET", "/api/chaperone/smtp", (e) => require(`${__hooks}/server.js`).enter(e).work.readSmtp(e));
routerAdd(
  "POST",
  "/api/chaperone/smtp",
  (e) => require(`${__hooks}/server.js`).enter(e).work.setSmtp(e),
  workBody,
);
routerAdd(
  "POST",
  "/api/chaperone/smtp/test",
  (e) => require(`${__hooks}/server.js`).enter(e).work.testSmtp(e),
  workBody,
);

// Whoever is to be asked: each minute, at once when an incident was opened, and by command. The server calls the route.
cronAdd("register-reminders", "* * * * *", () => require(`${__hooks}/server.js`).work.remind($app));
routerAdd("POST", "/api/chaperone/ask-at-once", (e) =>
  require(`${__hooks}/server.js`).enter(e).work.asked(e),
);
(() => {
  const parent = $app.rootCmd.commands().find((command) => command.name() === "chaperone");
  const chaperone = parent ?? new Command({ use: "chaperone", short: "Chaperone's own commands" });
  if (!parent) $app.rootCmd.addCommand(chaperone);
  const run = (itself) => require(`${__hooks}/server.js`).work.runInConsole(itself, "remind");
  chaperone.addCommand(new Command({ use: "remind", short: "Asks whoever is to be asked, now", run }));
})();
