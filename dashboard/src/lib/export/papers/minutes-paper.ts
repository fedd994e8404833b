import type { OffsetAt } from "#domain/base/local-time";
import { longDate, longMoment, shortDate } from "#domain/base/local-words";
import { linkCode } from "#domain/ledger/witness/code";
import { decisionWords, type StoredDecision } from "#domain/registers/reviews/agenda";
import type { ReviewMinutes } from "#domain/registers/reviews/minutes";
import { sha256Of } from "#lib/format/digest.ts";
import { offsetIn } from "#lib/format/offset-at.ts";
import type { Block, Paper } from "../paper.ts";
import { type MinutesDetail, minutesDetails, Shortener } from "./minutes-detail.ts";

/** Who reads the copy: of a wider one the names are gone already (`domain/registers/reviews/wider.ts`), and it says so. */
export type MinutesFor = "those-who-were-there" | "wider";

/**
 * Minutes of a weekly review: last week's actions first, then what was decided; what had nothing to decide in one line.
 *
 * @param hash - SHA-256 of the minutes' canonical JSON, in hex: of a wider copy that of the whole minutes.
 * @param detail - How much is printed; all of it where it is not said.
 * @param annex - All of it follows on further pages.
 */
export function minutesPaper(
  minutes: ReviewMinutes,
  hash: string,
  copy: MinutesFor = "those-who-were-there",
  detail: MinutesDetail = minutesDetails[0],
  annex = false,
): Paper {
  const short = new Shortener(detail);
  const blocks = blocksOf(minutes, short);
  const notes = [
    copy === "wider" ? "A copy for wider circulation: people stand as their roles." : "",
    short.note,
  ].filter(Boolean);
  return {
    ...paperOf(minutes, hash),
    blocks: [
      ...notes.map((text): Block => ({ is: "paragraph", look: "strong", text })),
      ...blocks,
      ...(annex ? annexOf(minutes) : []),
    ],
  };
}

/** Everything that the pages before may have shortened: each item with its decision, each action, who kept out of what. */
function annexOf(minutes: ReviewMinutes): Block[] {
  const whole = new Shortener(minutesDetails[0]);
  return [
    { is: "heading", level: 2, text: "Annex: all of it", onNewPage: true },
    { is: "facts", rows: meeting(minutes, offsetIn(minutes.timeZone), whole) },
    ...lastActions(minutes, whole),
    ...decided(minutes, whole),
    ...newActions(minutes, whole),
    { is: "heading", level: 2, text: "What the team is told" },
    { is: "paragraph", text: minutes.learning || "Nothing this week." },
  ];
}

function paperOf(minutes: ReviewMinutes, hash: string): Omit<Paper, "blocks"> {
  const name = `Weekly review ${minutes.number}`;
  return {
    title: `${name}: week of ${shortDate(minutes.weekOf)}`,
    subject: "Minutes of the weekly confidentiality review",
    author: minutes.clinic,
    madeAtMs: Date.parse(minutes.signedAt),
    foot: [`${minutes.clinic} \u00b7 ${name}`, `SHA-256 of the minutes' JSON: ${hash}`],
  };
}

function blocksOf(minutes: ReviewMinutes, short: Shortener): Block[] {
  const offsetAt = offsetIn(minutes.timeZone);
  return [
    { is: "facts", rows: meeting(minutes, offsetAt, short) },
    ...lastActions(minutes, short),
    ...decided(minutes, short),
    ...newActions(minutes, short),
    { is: "heading", level: 2, text: "What the team is told" },
    { is: "paragraph", text: short.words(minutes.learning, 4) || "Nothing this week." },
    {
      is: "paragraph",
      look: "muted",
      text: `Signed by ${minutes.signedBy}, ${longMoment(minutes.signedAt, offsetAt)}. Event log: ${logStood(minutes.ledger)}`,
    },
  ];
}

/** How the log stood, and the same in a form that can be typed in: whoever keeps this paper can compare it later. */
function logStood({ seq, hash, key = "" }: ReviewMinutes["ledger"]): string {
  if (hash === "") return "empty.";
  const codes = [linkCode(seq, hash, sha256Of), key].filter((code) => code !== "").join(" and ");
  return `entry ${seq}, ${hash}. To type in under “The log is whole”: ${codes}`;
}

function meeting(minutes: ReviewMinutes, offsetAt: OffsetAt, short: Shortener): [string, string][] {
  const { deputyChair, apologies, conflicts, missed } = minutes;
  const some = (name: string, lines: readonly string[]): [string, string][] =>
    lines.length === 0 ? [] : [[name, lines.join("\n")]];
  return [
    ["Clinic", minutes.clinic],
    ["Held", longMoment(minutes.heldAt, offsetAt)],
    ["Figures as of", longMoment(minutes.asOf, offsetAt)],
    ["Chair", deputyChair ? `${minutes.chair}; for conflicts ${deputyChair}` : minutes.chair],
    ["Present", short.words(minutes.present.join(", "), 4)],
    ...some("Apologies", apologies.length === 0 ? [] : [short.words(apologies.join(", "), 2)]),
    ...some(
      "Kept out",
      short.rows(conflicts).map(({ who, item }) => short.words(`${who}: ${item}`)),
    ),
    ...some(
      "Weeks missed",
      short.rows(missed).map(({ weekOf, reason }) => `Week of ${longDate(weekOf)}: ${short.words(reason)}`),
    ),
  ];
}

function lastActions({ lastActions }: ReviewMinutes, short: Shortener): Block[] {
  if (lastActions.length === 0) return [];
  return [
    { is: "heading", level: 2, text: "Last week\u2019s actions" },
    {
      is: "table",
      head: ["Action", "Owner", "State"],
      shares: [5.5, 2, 2.5],
      rows: short
        .rows(lastActions)
        .map((one) => [short.words(one.text), one.owner, short.words(standing(one))]),
    },
  ];
}

/** How an action stands, and what the meeting decided on it; that it was noted needs no word. */
const standing = ({ state, decision, reason = "" }: ReviewMinutes["lastActions"][number]): string =>
  decision === undefined || ((decision === "note" || decision === "accept") && reason === "")
    ? state
    : `${state}; ${[decisionWords[decision].toLowerCase(), reason].filter(Boolean).join(": ")}`;

/** What was settled least stands first, so that a full week leaves out what was only noted. */
const weight: Readonly<Record<StoredDecision, number>> = {
  action: 0,
  refer: 1,
  leave: 2,
  defer: 3,
  decide: 4,
  note: 5,
  accept: 5,
};
const weightOf = (decision: StoredDecision | "nothing-to-decide"): number =>
  decision === "nothing-to-decide" ? 6 : weight[decision];

function decided({ items }: ReviewMinutes, short: Shortener): Block[] {
  const open = items.filter(({ decision }) => decision !== "nothing-to-decide");
  const quiet = items.filter(({ decision }) => decision === "nothing-to-decide");
  const kept = new Set(
    short.rows([...open].sort((one, other) => weightOf(one.decision) - weightOf(other.decision))),
  );
  const rows = open
    .filter((item) => kept.has(item))
    .map(({ title, facts, decision, reason, open = "" }) => [
      short.words(title),
      short.words(
        open === "" || facts.includes(open) ? facts : [facts, `Open: ${open}`].filter(Boolean).join("; "),
      ),
      [decision === "nothing-to-decide" ? "" : decisionWords[decision], short.words(reason)]
        .filter(Boolean)
        .join(": "),
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
            text: `Looked at, nothing to decide: ${short.words(
              quiet.map(({ title, facts }) => (facts ? `${title} (${facts})` : title)).join("; "),
              4,
            )}.`,
          },
        ];
  return [{ is: "heading", level: 2, text: "Decisions" }, ...table, ...line];
}

function newActions({ actions }: ReviewMinutes, short: Shortener): Block[] {
  return [
    { is: "heading", level: 2, text: "Actions" },
    actions.length === 0
      ? { is: "paragraph", text: "None." }
      : {
          is: "table",
          head: ["Action", "Owner", "Due"],
          shares: [5.5, 2, 2.5],
          rows: short.rows(actions).map(({ text, owner, due }) => [short.words(text), owner, longDate(due)]),
        },
  ];
}
