import { describe, expect, test } from "vitest";
import { attemptsIn, type MailEvent, wentOutside } from "#domain/registers/incidents/attempts";

const trace = "t".repeat(15);
const held = (n: number, outside = 1, more: Partial<MailEvent> = {}): MailEvent => ({
  seq: n,
  n,
  kind: "mail.held",
  browser: "room",
  trace,
  detail: JSON.stringify({ recipients: { own: 0, approved: 0, patient: 0, outside, unknown: 0 } }),
  ...more,
});
const ended = (
  n: number,
  outcome: string,
  more: Partial<MailEvent> & { strength?: string } = {},
): MailEvent => {
  const { strength = "strong", ...rest } = more;
  return {
    ...held(n),
    kind: "mail.outcome",
    detail: JSON.stringify({ outcome, strength }),
    ...rest,
  };
};

/** Seqs of the outcomes that open an incident. */
const incidents = (events: readonly MailEvent[]): number[] =>
  attemptsIn(events).flatMap((attempt) => wentOutside(attempt)?.outcome.seq ?? []);

describe("which attempts went outside", () => {
  test.each<[string, MailEvent[], number[]]>([
    ["sent anyway", [held(1), ended(2, "sent-anyway")], [2]],
    ["removed", [held(1), ended(2, "removed")], []],
    ["disputed", [held(1), ended(2, "disputed")], []],
    ["the outcome came first", [ended(2, "sent-anyway", { seq: 1 }), held(1, 1, { seq: 2 })], [1]],
    ["counted before it was held", [ended(1, "undecided"), held(2), ended(3, "sent-anyway")], [3]],
    ["a late check is settled twice", [held(1), ended(2, "undecided"), ended(3, "sent-anyway")], [3]],
    ["told twice that it went", [held(1), ended(2, "sent-anyway"), ended(3, "sent-anyway")], [2]],
    [
      "taken out, then let in for nobody outside",
      [held(1), ended(2, "removed"), held(3, 0), ended(4, "sent-anyway")],
      [],
    ],
    [
      "let in before anybody was typed, then sent to somebody outside",
      [held(1, 0), ended(2, "sent-anyway"), held(3), ended(4, "sent-anyway")],
      [4],
    ],
    ["once more to others", [held(1), ended(2, "sent-anyway"), held(3, 2), ended(4, "sent-anyway")], [2, 4]],
    ["weak", [held(1), ended(2, "sent-anyway", { strength: "weak" })], []],
    ["said to be no patient document", [held(1), ended(2, "not-a-patient-document")], [2]],
    [
      "said to be no patient document, on weak evidence",
      [held(1), ended(2, "not-a-patient-document", { strength: "weak" })],
      [],
    ],
    ["said to be no patient document, inside", [held(1, 0), ended(2, "not-a-patient-document")], []],
    ["nothing was held", [ended(2, "sent-anyway")], []],
    ["held in another browser", [held(1, 1, { browser: "desk" }), ended(2, "sent-anyway")], []],
    ["another trace", [held(1, 1, { trace: "u".repeat(15) }), ended(2, "sent-anyway")], []],
  ])("%s", (_, events, wanted) => expect(incidents(events)).toEqual(wanted));
});
