/// <reference path="./types.d.ts" />
// The register of incidents: reports, files, exports. Its acts go through the act route (people.pb.js).

// 262,144 bytes: policy.batchBytes, as everything that a browser sends.
const reportBody = $apis.bodyLimit(262144);
routerAdd(
  "POST",
  "/api/chaperone/report",
  (e) => require(`${__hooks}/server.js`).enter(e).incidents.report(e),
  reportBody,
);
routerAdd("GET", "/api/chaperone/my-reports", (e) =>
  require(`${__hooks}/server.js`).enter(e).incidents.myReports(e),
);
routerAdd(
  "POST",
  "/api/chaperone/recipient",
  (e) => require(`${__hooks}/server.js`).enter(e).incidents.recipient(e),
  reportBody,
);
routerAdd("GET", "/api/chaperone/recipient", (e) =>
  require(`${__hooks}/server.js`).enter(e).incidents.readRecipient(e),
);
routerAdd("GET", "/api/chaperone/reporter", (e) =>
  require(`${__hooks}/server.js`).enter(e).incidents.readReporter(e),
);

// Above policy.evidenceLargest, so that a file a little too large is told so by name.
const withFile = $apis.bodyLimit(83886080);
routerAdd(
  "POST",
  "/api/chaperone/breach-evidence",
  (e) => require(`${__hooks}/server.js`).enter(e).incidents.addEvidence(e),
  withFile,
);
routerAdd(
  "POST",
  "/api/chaperone/breach-file",
  (e) => require(`${__hooks}/server.js`).enter(e).incidents.addFile(e),
  withFile,
);

routerAdd("GET", "/api/chaperone/breach-report", (e) =>
  require(`${__hooks}/server.js`).enter(e).incidents.breachReport(e),
);
routerAdd("GET", "/api/chaperone/breach-draft", (e) =>
  require(`${__hooks}/server.js`).enter(e).incidents.breachDraft(e),
);
routerAdd("GET", "/api/chaperone/breach-changes", (e) =>
  require(`${__hooks}/server.js`).enter(e).incidents.breachChanges(e),
);
routerAdd("GET", "/api/chaperone/candour-year", (e) =>
  require(`${__hooks}/server.js`).enter(e).incidents.candourYear(e),
);
routerAdd("GET", "/api/chaperone/breach-register", (e) =>
  require(`${__hooks}/server.js`).enter(e).incidents.breachRegister(e),
);
routerAdd("GET", "/api/chaperone/breach-proof", (e) =>
  require(`${__hooks}/server.js`).enter(e).incidents.proveVersions(e),
);
routerAdd("GET", "/api/chaperone/incident-schema", (e) =>
  require(`${__hooks}/server.js`).enter(e).incidents.incidentSchema(e),
);
