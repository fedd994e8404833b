/// <reference path="./types.d.ts" />
// Who gets in, and what people, browsers and the clinic may do: sign-in, set-up, pairing, policy, acts.

// PocketBase's own ways in are off in the collections; these close what a setting could open again.
routerUse((e) => require(`${__hooks}/server.js`).web.guardDoors(e));
onRecordAuthRequest((e) => require(`${__hooks}/server.js`).web.guardSignIn(e));
onRecordAuthRefreshRequest((e) => require(`${__hooks}/server.js`).web.closed(e));
onRecordRequestOTPRequest((e) => require(`${__hooks}/server.js`).web.closed(e));
onRecordRequestPasswordResetRequest((e) => require(`${__hooks}/server.js`).web.closed(e));
onRecordConfirmPasswordResetRequest((e) => require(`${__hooks}/server.js`).web.closed(e));
onRecordRequestVerificationRequest((e) => require(`${__hooks}/server.js`).web.closed(e));
onRecordConfirmVerificationRequest((e) => require(`${__hooks}/server.js`).web.closed(e));
onRecordRequestEmailChangeRequest((e) => require(`${__hooks}/server.js`).web.closed(e));
onRecordConfirmEmailChangeRequest((e) => require(`${__hooks}/server.js`).web.closed(e));

const small = $apis.bodyLimit(65536);
// A notice with its assessment and the workers' views is long.
const large = $apis.bodyLimit(262144);
routerAdd("GET", "/api/chaperone/state", (e) => require(`${__hooks}/server.js`).people.state(e));
routerAdd(
  "POST",
  "/api/chaperone/enrol/start",
  (e) => require(`${__hooks}/server.js`).people.enrolStart(e),
  small,
);
routerAdd("POST", "/api/chaperone/setup", (e) => require(`${__hooks}/server.js`).people.setUp(e), small);
routerAdd("POST", "/api/chaperone/enrol", (e) => require(`${__hooks}/server.js`).people.enrol(e), small);
routerAdd("POST", "/api/chaperone/sign-in", (e) => require(`${__hooks}/server.js`).people.signIn(e), small);
routerAdd("POST", "/api/chaperone/pair", (e) => require(`${__hooks}/server.js`).people.pair(e), small);
routerAdd("GET", "/api/chaperone/colleagues", (e) => require(`${__hooks}/server.js`).people.colleagues(e));
routerAdd("GET", "/api/chaperone/policy", (e) => require(`${__hooks}/server.js`).clinic.policy(e));
routerAdd("GET", "/api/chaperone/reference-key", (e) =>
  require(`${__hooks}/server.js`).clinic.referenceKey(e),
);
routerAdd(
  "POST",
  "/api/chaperone/notice-shown",
  (e) => require(`${__hooks}/server.js`).clinic.noticeShown(e),
  small,
);
routerAdd("POST", "/api/chaperone/act", (e) => require(`${__hooks}/server.js`).act(e), large);

cronAdd("people-sweep", "* * * * *", () => require(`${__hooks}/server.js`).people.sweepConnections($app));
