/// <reference path="./types.d.ts" />
// Who gets in, and what people, browsers and the clinic may do: sign-in, set-up, pairing, policy, acts.

// No middleware of ours stands before every route: it would keep an engine for as long as whatever comes after it takes,
// a stream for its whole life. Each route of ours begins with `enter`; these stand at PocketBase's own.
const guard = (e) => require(`${__hooks}/server.js`).web.guardEntry(e);
onRecordsListRequest(guard);
onRecordViewRequest(guard);
onRecordCreateRequest(guard);
onRecordUpdateRequest(guard);
onRecordDeleteRequest(guard);
onBatchRequest(guard);
onFileTokenRequest(guard);
onRealtimeSubscribeRequest(guard);
onCollectionsListRequest(guard);
onCollectionViewRequest(guard);
onSettingsListRequest(guard);
routerAdd("GET", "/api/chaperone/door", (e) => require(`${__hooks}/server.js`).web.door(e));
onSettingsReload((e) => require(`${__hooks}/boot.js`).trustFront(e));
onSettingsListRequest((e) => require(`${__hooks}/boot.js`).hideFront(e));

// PocketBase's own ways in are off in the collections; these close what a setting could open again.
onRecordAuthRequest((e) => require(`${__hooks}/server.js`).web.guardSignIn(e));
onRecordAuthWithPasswordRequest((e) => require(`${__hooks}/server.js`).web.guardPassword(e));
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
routerAdd("GET", "/api/chaperone/state", (e) => require(`${__hooks}/server.js`).enter(e).people.state(e));
routerAdd(
  "POST",
  "/api/chaperone/enrol/start",
  (e) => require(`${__hooks}/server.js`).enter(e).people.enrolStart(e),
  small,
);
routerAdd(
  "POST",
  "/api/chaperone/setup",
  (e) => require(`${__hooks}/server.js`).enter(e).people.setUp(e),
  small,
);
routerAdd(
  "POST",
  "/api/chaperone/enrol",
  (e) => require(`${__hooks}/server.js`).enter(e).people.enrol(e),
  small,
);
routerAdd(
  "POST",
  "/api/chaperone/sign-in",
  (e) => require(`${__hooks}/server.js`).enter(e).people.signIn(e),
  small,
);
routerAdd(
  "POST",
  "/api/chaperone/pair",
  (e) => require(`${__hooks}/server.js`).enter(e).people.pair(e),
  small,
);
routerAdd("GET", "/api/chaperone/colleagues", (e) =>
  require(`${__hooks}/server.js`).enter(e).people.colleagues(e),
);
routerAdd("GET", "/api/chaperone/policy", (e) => require(`${__hooks}/server.js`).enter(e).clinic.policy(e));
routerAdd("GET", "/api/chaperone/reference-key", (e) =>
  require(`${__hooks}/server.js`).enter(e).clinic.referenceKey(e),
);
routerAdd(
  "POST",
  "/api/chaperone/notice-shown",
  (e) => require(`${__hooks}/server.js`).enter(e).clinic.noticeShown(e),
  small,
);
routerAdd("POST", "/api/chaperone/act", (e) => require(`${__hooks}/server.js`).enter(e).act(e), large);

cronAdd("people-sweep", "* * * * *", () => require(`${__hooks}/server.js`).people.sweepConnections($app));
routerAdd(
  "POST",
  "/api/chaperone/mail-programs",
  (e) => require(`${__hooks}/server.js`).enter(e).registerPeople.mailPrograms(e),
  small,
);
