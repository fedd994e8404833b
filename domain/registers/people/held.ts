import type { HeldField, NothingHeld } from "../../work/held.ts";

/** What people write about browsers. */
export const heldInPeople: readonly HeldField[] = [
  {
    what: "What people write about a browser",
    where: "Browsers",
    form: "Sentences, refused where they are seen to name a patient",
    why: "To say why somebody’s own device is used, or why two accounts of one event were settled",
    kept: "with the browser",
    columns: ["browsers.ownDeviceReason", "browsers.settledReason"],
    since: ["browsers.pairedAt"],
  },
];

export const nothingInPeople: NothingHeld = {
  users: {
    "Who works here": [
      "name",
      "email",
      "emailVisibility",
      "role",
      "practitioner",
      "active",
      "until",
      "scope",
    ],
    "Signing in": [
      ...["verified", "password", "tokenKey", "totpSecret", "totpCounter", "recoveryCodes"],
      ...["enrolled", "invitedUntil"],
    ],
  },
  browsers: {
    "Which browser it is, and how it does": [
      ...["name", "holder", "device", "user", "revoked", "pairedAt", "lastSeen", "appVersion", "adapters"],
      ...["waiting", "refused", "clockOffset", "noticeAtDesk", "chainMismatch", "email", "emailVisibility"],
      ...["contradictedReceipt", "settledReceipt"],
    ],
    "Signing in": ["verified", "password", "tokenKey", "tokenIssued"],
  },
  known_browsers: { "Signing in": ["browser", "user", "at"] },
  invitations: {
    "Signing in": ["kind", "user", "tokenHash", "salt", "totpSecret", "expires", "used"],
  },
  mail_programs: { "What staff read and did": ["user", "kinds", "at"] },
  calendar_links: {
    "Whose due days go to a calendar of their own": ["user", "at", "endedAt", "hour", "reads"],
    "Signing in": ["tokenHash", "salt"],
  },
  pairing_codes: {
    "Signing in": [
      ...["codeHash", "salt", "holder", "device", "user", "name"],
      ...["expires", "used", "madeBy"],
    ],
  },
  sign_in_failures: { "Signing in": ["counted", "at"] },
};
