import type { OffsetAt } from "#domain/local-time";
import { longDate, longMoment, shortDate } from "#domain/local-words";
import type { Decision } from "#domain/review/agenda";
import type { ReviewMinutes } from "#domain/review/minutes";
import { offsetIn } from "../offset-at.ts";
import type { Block, Paper } from "../paper.ts";

const decisionWords: Readonly<Record<Decision, string>> = {
  accept: "Accepted",
  refer: "Referred",
  defer: "Deferred",
  action: "An action was given",
};

/**
 * Minutes of a weekly review: what was decided first, what had nothing to decide in one line, so that a usual week
 * fits on two pages.
 *
 * @param hash - SHA-256 of the minutes' canonical JSON, in hex.
 */
export function minutesPaper(minutes: ReviewMinutes, hash: string): Paper {
  const offsetAt = offsetIn(minutes.timeZone);
  const name = `Weekly review ${minutes.number}`;
  return {
    title: `${name}: week of ${shortDate(minutes.weekOf)}`,
    subject: "Minutes of the weekly confidentiality review",
    author: minutes.clinic,
    madeAtMs: Date.parse(minutes.signedAt),
    foot: [`${minutes.clinic} \u00b7 ${name}`, `SHA-256 of the minutes' JSON: ${hash}`],
    blocks: [
      { is: "facts", rows: meeting(minutes, offsetAt) },
      ...lastActions(minutes),
      ...decided(minutes),
      ...newActions(minutes),
      { is: "heading", level: 2, text: "What the team is told" },
      { is: "paragraph", text: minutes.learning || "Nothing this week." },
      {
        is: "paragraph",
        look: "muted",
        text: `Signed by ${minutes.signedBy}, ${longMoment(minutes.signedAt, offsetAt)}. Event log: ${
          minutes.ledger.hash === "" ? "empty" : `entry ${minutes.ledger.seq}, ${minutes.ledger.hash}`
        }.`,
      },
    ],
  };
}

function meeting(minutes: ReviewMinutes, offsetAt: OffsetAt): [string, string][] {
  const { deputyChair, apologies, conflicts, missed } = minutes;
  const some = (name: string, lines: readonly string[]): [string, string][] =>
    lines.length === 0 ? [] : [[name, lines.join("\n")]];
  return [
    ["Clinic", minutes.clinic],
    ["Held", longMoment(minutes.heldAt, offsetAt)],
    ["Figures as of", longMoment(minutes.asOf, offsetAt)],
    ["Chair", deputyChair ? `${minutes.chair}; for conflicts ${deputyChair}` : minutes.chair],
    ["Present", minutes.present.join(", ")],
    ...some("Apologies", apologies.length === 0 ? [] : [apologies.join(", ")]),
    ...some(
      "Kept out",
      conflicts.map(({ who, item }) => `${who}: ${item}`),
    ),
    ...some(
      "Weeks missed",
      missed.map(({ weekOf, reason }) => `Week of ${longDate(weekOf)}: ${reason}`),
    ),
  ];
}

function lastActions({ lastActions }: ReviewMinutes): Block[] {
  if (lastActions.length === 0) return [];
  return [
    { is: "heading", level: 2, text: "Last week\u2019s actions" },
    {
      is: "table",
      head: ["Action", "Owner", "State"],
      shares: [5.5, 2, 2.5],
      rows: lastActions.map(({ text, owner, state }) => [text, owner, state]),
    },
  ];
}

function decided({ items }: ReviewMinutes): Block[] {
  const open = items.filter(({ decision }) => decision !== "nothing-to-decide");
  const quiet = items.filter(({ decision }) => decision === "nothing-to-decide");
  const rows = open.map(({ title, facts, decision, reason }) => [
    title,
    facts,
    [decision === "nothing-to-decide" ? "" : decisionWords[decision], reason].filter(Boolean).join(": "),
  ]);
  const table: Block[] =
    rows.length === 0
      ? [{ is: "paragraph", text: "Nothing needed a decision." }]
      : [{ is: "table", head: ["Item", "What was found", "Decision"], shares: [2.6, 3.7, 3.7], rows }];
  const line: Block[] =
    quiet.length === 0
      ? []
      : [
          {
            is: "paragraph",
            look: "muted",
            text: `Looked at, nothing to decide: ${quiet.map(({ title, facts }) => (facts ? `${title} (${facts})` : title)).join("; ")}.`,
          },
        ];
  return [{ is: "heading", level: 2, text: "Decisions" }, ...table, ...line];
}

function newActions({ actions }: ReviewMinutes): Block[] {
  return [
    { is: "heading", level: 2, text: "Actions" },
    actions.length === 0
      ? { is: "paragraph", text: "None." }
      : {
          is: "table",
          head: ["Action", "Owner", "Due"],
          shares: [5.5, 2, 2.5],
          rows: actions.map(({ text, owner, due }) => [text, owner, longDate(due)]),
        },
  ];
}
