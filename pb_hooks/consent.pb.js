/// <reference path="./types.d.ts" />
// Whom a patient lets us tell what: the answer on the telephone. Acts go through the act route (people.pb.js).
// 4,096 bytes: a reference and a system.
routerAdd(
  "POST",
  "/api/chaperone/release-answer",
  (e) => require(`${__hooks}/server.js`).enter(e).releases.answer(e),
  $apis.bodyLimit(4096),
);

// The same for a record that is open in a paired browser, who was told, and what stands on it.
routerAdd(
  "POST",
  "/api/chaperone/record-call",
  (e) => require(`${__hooks}/server.js`).enter(e).releases.answerHere(e),
  $apis.bodyLimit(4096),
);
routerAdd(
  "POST",
  "/api/chaperone/record-told",
  (e) => require(`${__hooks}/server.js`).enter(e).releases.toldHere(e),
  $apis.bodyLimit(4096),
);
routerAdd(
  "POST",
  "/api/chaperone/record-banner",
  (e) => require(`${__hooks}/server.js`).enter(e).releases.banner(e),
  $apis.bodyLimit(4096),
);

// What is decided of one record, and which addresses of a mailing list have to come off it (1,000 of 67 characters).
routerAdd(
  "POST",
  "/api/chaperone/record-decisions",
  (e) => require(`${__hooks}/server.js`).enter(e).consent.decisions(e),
  $apis.bodyLimit(4096),
);
routerAdd(
  "POST",
  "/api/chaperone/consents-fhir",
  (e) => require(`${__hooks}/server.js`).enter(e).consent.consentsFhir(e),
  $apis.bodyLimit(4096),
);
routerAdd(
  "POST",
  "/api/chaperone/suppressed",
  (e) => require(`${__hooks}/server.js`).enter(e).consent.suppressed(e),
  $apis.bodyLimit(131072),
);

// Names of who might be told go a year after the release ended: each hour, and by command.
cronAdd("release-names", "20 * * * *", () =>
  require(`${__hooks}/server.js`).releaseCommands.forgetNames($app),
);
(() => {
  const parent = $app.rootCmd.commands().find((command) => command.name() === "chaperone");
  const chaperone = parent ?? new Command({ use: "chaperone", short: "Chaperone's own commands" });
  if (!parent) $app.rootCmd.addCommand(chaperone);
  const run = (itself) =>
    require(`${__hooks}/server.js`).releaseCommands.runInConsole(itself, "forget-names");
  chaperone.addCommand(
    new Command({ use: "forget-names", short: "Takes out the names whose time is over, now", run }),
  );
})();
