/// <reference path="./types.d.ts" />
// The event log: guarded at the start, written by paired browsers and by every write of a register, read by its routes.

onBootstrap((e) => {
  e.next();
  require(`${__hooks}/boot.js`).checkTriggers(e.app);
  require(`${__hooks}/boot.js`).checkKeys(e.app);
});

onBackupCreate((e) => require(`${__hooks}/server.js`).ledger.markBackup(e));
onRecordCreate((e) => require(`${__hooks}/server.js`).ledger.recordCreated(e));
onRecordUpdate((e) => require(`${__hooks}/server.js`).ledger.recordUpdated(e));
onRecordDelete((e) => require(`${__hooks}/server.js`).ledger.recordDeleted(e));
onRecordCreateRequest((e) => require(`${__hooks}/server.js`).ledger.markActor(e));
onRecordUpdateRequest((e) => require(`${__hooks}/server.js`).ledger.markActor(e));

const shut = (e) => require(`${__hooks}/server.js`).ledger.refuseDirectAccess(e);
onRecordsListRequest(shut, "events", "checkpoints");
onRecordViewRequest(shut, "events", "checkpoints");
onRecordCreateRequest(shut, "events", "checkpoints");
onRecordUpdateRequest(shut, "events", "checkpoints");
onRecordDeleteRequest(shut, "events", "checkpoints");
onRealtimeSubscribeRequest((e) => require(`${__hooks}/server.js`).ledger.guardTopic(e));

// 262,144 bytes: policy.batchBytes
const batch = $apis.bodyLimit(262144);
routerAdd(
  "POST",
  "/api/chaperone/events",
  (e) => require(`${__hooks}/server.js`).enter(e).ledger.ingest(e),
  batch,
);
// Asked by the process in front of this one alone: sixteen calls of 16,384 bytes, as text within text.
routerAdd(
  "POST",
  "/api/chaperone/events-together",
  (e) => require(`${__hooks}/server.js`).enter(e).ledger.ingestTogether(e),
  $apis.bodyLimit(1048576),
);
routerAdd("GET", "/api/chaperone/events", (e) => require(`${__hooks}/server.js`).enter(e).ledger.events(e));
routerAdd(
  "POST",
  "/api/chaperone/log",
  (e) => require(`${__hooks}/server.js`).enter(e).ledger.eventsOfBody(e),
  $apis.bodyLimit(4096),
);
routerAdd(
  "POST",
  "/api/chaperone/rules-rehearsal",
  (e) => require(`${__hooks}/server.js`).enter(e).ledger.rehearsal(e),
  $apis.bodyLimit(16384),
);
routerAdd("GET", "/api/chaperone/mail", (e) => require(`${__hooks}/server.js`).enter(e).ledger.mail(e));
routerAdd("GET", "/api/chaperone/readers", (e) => require(`${__hooks}/server.js`).enter(e).ledger.readers(e));
routerAdd("GET", "/api/chaperone/ledger.jsonl", (e) =>
  require(`${__hooks}/server.js`).enter(e).ledger.ledgerJsonl(e),
);

cronAdd("ledger-daily", "17 * * * *", () => require(`${__hooks}/server.js`).ledger.daily($app));
// What an erasure left in the write-ahead log because somebody was reading it.
cronAdd("ledger-scrub", "* * * * *", () => require(`${__hooks}/server.js`).ledger.finishScrub($app));

// Commands in the terminal, beside a running server too: `pocketbase chaperone expire | backup | seal-rows | sign-export`.
(() => {
  const parent = $app.rootCmd.commands().find((command) => command.name() === "chaperone");
  const chaperone = parent ?? new Command({ use: "chaperone", short: "Chaperone's own commands" });
  if (!parent) $app.rootCmd.addCommand(chaperone);

  const add = (use, short, flags) => {
    const run = (itself) => require(`${__hooks}/server.js`).ledger.runInConsole(itself, use);
    const command = new Command({ use, short, run });
    for (const flag in flags) command.flags().string(flag, "", flags[flag]);
    chaperone.addCommand(command);
  };
  add("expire", "Blanks events whose time is over", {});
  add("backup", "Makes a backup at once", {});
  add("seal-rows", "Takes the hash of every row of the registers", {});
  add("sign-export", "Records an export and prints its signed head", {});
})();
