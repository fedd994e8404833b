/// <reference path="./types.d.ts" />
// The register of incidents: reports, files, exports, reminders. Its acts go through the act route (people.pb.js).

// 262,144 bytes: policy.batchBytes, as everything that a browser sends.
const reportBody = $apis.bodyLimit(262144);
routerAdd(
  "POST",
  "/api/chaperone/report",
  (e) => require(`${__hooks}/server.js`).register.report(e),
  reportBody,
);
routerAdd("GET", "/api/chaperone/my-reports", (e) => require(`${__hooks}/server.js`).register.myReports(e));
routerAdd("GET", "/api/chaperone/colleagues", (e) => require(`${__hooks}/server.js`).register.colleagues(e));
routerAdd("GET", "/api/chaperone/my-work", (e) => require(`${__hooks}/server.js`).register.myWork(e));
routerAdd("GET", "/api/chaperone/desk", (e) => require(`${__hooks}/server.js`).register.desk(e));
routerAdd(
  "POST",
  "/api/chaperone/recipient",
  (e) => require(`${__hooks}/server.js`).register.recipient(e),
  reportBody,
);
routerAdd("GET", "/api/chaperone/recipient", (e) =>
  require(`${__hooks}/server.js`).register.readRecipient(e),
);
routerAdd("GET", "/api/chaperone/reporter", (e) => require(`${__hooks}/server.js`).register.readReporter(e));

// Above policy.evidenceLargest, so that a file a little too large is told so by name.
const withFile = $apis.bodyLimit(83886080);
routerAdd(
  "POST",
  "/api/chaperone/breach-evidence",
  (e) => require(`${__hooks}/server.js`).register.addEvidence(e),
  withFile,
);
routerAdd(
  "POST",
  "/api/chaperone/breach-file",
  (e) => require(`${__hooks}/server.js`).register.addFile(e),
  withFile,
);
routerUse((e) => require(`${__hooks}/server.js`).register.neverInline(e));

routerAdd("GET", "/api/chaperone/breach-report", (e) =>
  require(`${__hooks}/server.js`).register.breachReport(e),
);
routerAdd("GET", "/api/chaperone/breach-changes", (e) =>
  require(`${__hooks}/server.js`).register.breachChanges(e),
);
routerAdd("GET", "/api/chaperone/breach-register", (e) =>
  require(`${__hooks}/server.js`).register.breachRegister(e),
);
routerAdd(
  "POST",
  "/api/chaperone/evidence-pack",
  (e) => require(`${__hooks}/server.js`).register.evidencePack(e),
  reportBody,
);
routerAdd("GET", "/api/chaperone/breach-proof", (e) =>
  require(`${__hooks}/server.js`).register.proveVersions(e),
);
routerAdd("GET", "/api/chaperone/incident-schema", (e) =>
  require(`${__hooks}/server.js`).register.incidentSchema(e),
);

routerAdd("GET", "/api/chaperone/smtp", (e) => require(`${__hooks}/server.js`).register.readSmtp(e));
routerAdd(
  "POST",
  "/api/chaperone/smtp",
  (e) => require(`${__hooks}/server.js`).register.setSmtp(e),
  reportBody,
);
routerAdd(
  "POST",
  "/api/chaperone/smtp/test",
  (e) => require(`${__hooks}/server.js`).register.testSmtp(e),
  reportBody,
);

// Whoever is to be asked: each minute, at once when an incident was opened, and by command. The server calls the route.
cronAdd("register-reminders", "* * * * *", () => require(`${__hooks}/server.js`).register.remind($app));
routerAdd("POST", "/api/chaperone/ask-at-once", (e) => require(`${__hooks}/server.js`).register.asked(e));
(() => {
  const parent = $app.rootCmd.commands().find((command) => command.name() === "chaperone");
  const chaperone = parent ?? new Command({ use: "chaperone", short: "Chaperone's own commands" });
  if (!parent) $app.rootCmd.addCommand(chaperone);
  const run = (itself) => require(`${__hooks}/server.js`).register.runInConsole(itself, "remind");
  chaperone.addCommand(new Command({ use: "remind", short: "Asks whoever is to be asked, now", run }));
})();
