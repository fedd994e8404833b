import { type Outcome, outcomes } from "#domain/ledger/mail-lists";
import type { Today } from "#lib/api/today.ts";
import { counted, listed } from "#lib/format/sentence.ts";

const ends: Readonly<Record<Outcome, string>> = {
  removed: "taken out",
  closed: "left out",
  "through-system": "sent through the clinical system",
  "attached-inside": "sent inside",
  passed: "let pass",
  undecided: "not decided",
  "not-a-patient-document": "said to be no patient document",
  disputed: "kept out and said to be no patient document",
  "attached-unread": "attached unread",
  "sent-anyway": "sent anyway",
  "attached-warned": "sent after a warning",
  "taken-out": "with what names the patient taken out",
  logged: "let through by a rule",
  "by-exception": "sent under an exception",
};

const isOutcome = (name: string): name is Outcome => (outcomes as readonly string[]).includes(name);

/** "12 documents were held in seven days: 10 taken out, 1 sent anyway." */
export function mailSentence(mail: Today["mail"]): string {
  if (mail === null || mail.held === 0) return "No document was held in seven days.";
  const parts = mail.outcomes
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => `${count} ${isOutcome(outcome) ? ends[outcome] : outcome}`);
  const held = `${counted(mail.held, "document was", "documents were")} held in seven days`;
  return parts.length > 0 ? `${held}: ${listed(parts)}.` : `${held}.`;
}
