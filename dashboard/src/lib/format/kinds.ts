import type { EventKind } from "#domain/ledger/event-kinds";

/** What an event is called: short in a table, and as a sentence's beginning in a panel. */
export type KindWords = { readonly short: string; readonly long: string; readonly icon: KindIcon };

export type KindIcon =
  | "view"
  | "search"
  | "print"
  | "download"
  | "copy"
  | "held"
  | "mail"
  | "browser"
  | "person"
  | "notice"
  | "log"
  | "erased"
  | "change";

export const kindWords: Readonly<Record<EventKind, KindWords>> = {
  "record.view": { short: "View", long: "Record opened", icon: "view" },
  "record.search": { short: "Search", long: "Records searched", icon: "search" },
  "record.print": { short: "Print", long: "Print window opened", icon: "print" },
  "record.export": { short: "Export", long: "Record exported", icon: "download" },
  "record.download": { short: "Download", long: "Downloaded from the record", icon: "download" },
  "record.copy": { short: "Copy", long: "Text copied from the record", icon: "copy" },
  "mail.held": { short: "Held in mail", long: "Held when attached to a message", icon: "held" },
  "mail.outcome": { short: "Mail decided", long: "Mail decided", icon: "mail" },
  "browser.coverage": { short: "Browser’s day", long: "Browser reported for the day", icon: "browser" },
  "browser.pair": { short: "Browser paired", long: "Browser paired", icon: "browser" },
  "browser.revoke": { short: "Browser revoked", long: "Browser revoked", icon: "browser" },
  "auth.sign-in": { short: "Sign-in", long: "Signed in to the dashboard", icon: "person" },
  "auth.fail": { short: "Sign-in refused", long: "Sign-in to the dashboard refused", icon: "person" },
  "auth.reset": { short: "Sign-in reset", long: "Sign-in reset", icon: "person" },
  "notice.shown": { short: "Notice shown", long: "Monitoring notice shown", icon: "notice" },
  "log.read": { short: "Log read", long: "Log read", icon: "log" },
  "log.export": { short: "Log exported", long: "Log exported", icon: "download" },
  "event.erase": { short: "Event erased", long: "Event erased", icon: "erased" },
  "event.expire": { short: "Events expired", long: "Events expired by rule", icon: "erased" },
};

const registers: Readonly<Record<string, string>> = {
  users: "Person",
  browsers: "Browser",
  clinic: "Clinic’s settings",
  notices: "Notice",
  invitations: "Invitation",
  pairing_codes: "Pairing code",
  system_accounts: "Sign-in of a clinical system",
  checkpoints: "Checkpoint",
  breaches: "Incident",
  breach_entries: "Line of an incident",
  breach_evidence: "Evidence",
  breach_people: "Person affected",
  breach_accounts: "Account on the worklist",
  breach_reports: "Report version",
  case_grants: "Access to an incident",
  conflicts: "Conflict",
  actions: "Action",
  training_entries: "Training",
  reviews: "Weekly review",
  review_items: "Item of a review",
  review_addenda: "Addendum to minutes",
  learning_messages: "Message to the team",
  message_reads: "Message to the team",
  erasures: "Erasure",
};

const facts: Readonly<Record<string, string>> = { create: "added", update: "changed", act: "acted on" };

/** What an act of a register is called once it is done; one that is not listed is shown by its own name. */
const acts: Readonly<Record<string, string>> = {
  "set-up": "set up",
  enrolled: "enrolled",
  "re-enrolled": "enrolled again",
  invite: "invited",
  add: "added",
  correct: "corrected",
  change: "changed",
  deactivate: "deactivated",
  activate: "activated",
  reenrol: "given a new link",
  "end-sessions": "signed out everywhere",
  code: "code made",
  record: "recorded",
  map: "named",
  unmap: "taken off",
  "settle-mismatch": "settled with the log",
  open: "opened",
  triage: "decided",
  assess: "assessed",
  advise: "advised on",
  decide: "decided by the controller",
  notify: "told to the ICO",
  describe: "described",
  contain: "contained",
  cause: "given a cause",
  answer: "form answered",
  notice: "told to others",
  close: "closed",
  reopen: "reopened",
  withdraw: "withdrawn",
  recipient: "recipient named",
  version: "made",
  sent: "sent",
  export: "exported",
  done: "done",
  verify: "verified",
  cancel: "cancelled",
  grant: "given",
  "end-grant": "ended",
  "open-to-all": "opened to everybody",
  conflict: "declared",
  ask: "asked for",
  confirm: "confirmed",
  "erase-alone": "done by one person alone",
  decline: "declined",
  "confirm-time": "changed: time confirmed after a jump",
  "mail-server": "changed: mail server",
  prepare: "prepared",
  hold: "begun",
  settle: "decided",
  include: "given an item",
  tell: "given its message",
  sign: "signed",
  miss: "not held",
  read: "read",
  "set-times": "times changed",
  "change-awareness": "time of awareness changed",
  "allow-own-device": "allowed to record",
  "forbid-own-device": "no longer allowed to record",
};

/**
 * Words for a kind, those of registers too; an unknown kind is shown as it is.
 *
 * @param action - The act of a register's event, out of its detail.
 */
export function wordsOf(kind: string, action = ""): KindWords {
  if (Object.hasOwn(kindWords, kind)) return kindWords[kind as EventKind];
  const [family = "", fact = ""] = kind.split(".");
  const register = registers[family];
  const done = action === "" ? facts[fact] : (acts[action] ?? action.replaceAll("-", " "));
  const text = register && done ? `${register} ${done}` : kind;
  return { short: text, long: text, icon: "change" };
}

/** Families in the order of the filter; a family is a valid `kind` of the log's filter. */
export const families: readonly { readonly family: string; readonly all: string }[] = [
  { family: "record", all: "All records" },
  { family: "mail", all: "All mail" },
  { family: "auth", all: "All sign-ins" },
  { family: "browser", all: "All browsers" },
  { family: "notice", all: "All notices" },
  { family: "log", all: "All readings" },
  { family: "event", all: "All erasures" },
];
