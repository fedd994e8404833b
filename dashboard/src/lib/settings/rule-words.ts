import type { RuleFault } from "#domain/clinic/mail-rules";
import type { Decision, RuledChannel, ruledRecipients, ruledStrengths } from "#domain/ledger/rule-lists";

/** The table of rules in words: what it says of a document about a patient. */

export const channelWords: Readonly<Record<RuledChannel, string>> = {
  mail: "By mail",
  sharing: "By file sharing",
  messaging: "By a chat",
  ai: "To an AI chat",
};
export const toWords: Readonly<Record<(typeof ruledRecipients)[number], string>> = {
  outside: "Anybody outside",
  patient: "The patient",
  approved: "Approved domains",
  own: "Colleagues",
};
export const sureWords: Readonly<Record<(typeof ruledStrengths)[number], string>> = {
  strong: "Surely about a patient",
  weak: "Perhaps",
  unreadable: "Can’t be read",
};
/** What becomes of it, for a list to choose from. */
export const decisionNames: Readonly<Record<Decision, string>> = {
  allow: "goes",
  log: "is recorded",
  warn: "is asked about",
  block: "is kept out",
};
/** The same of what was, and of what would be. */
export const didWords: Readonly<Record<Decision, string>> = {
  allow: "went",
  log: "went, recorded",
  warn: "were asked about",
  block: "were kept out",
};
export const wouldWords: Readonly<Record<Decision, string>> = {
  allow: "go unrecorded",
  log: "go, recorded",
  warn: "be asked about",
  block: "be kept out",
};
export const faultWords: Readonly<Record<RuleFault["why"], string>> = {
  unrecorded: "What surely names a patient never leaves unrecorded.",
  "milder-outside": "To somebody outside it can’t go by a milder rule than to a colleague.",
};
