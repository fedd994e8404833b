import type { TopicKey } from "../reviews/agenda.ts";
import { type Draft, ownLines, unknownFigure } from "../reviews/item.ts";
import { isOfBreach, type Telling, toldLate } from "./delay-reason.ts";
import type { IncidentState } from "./state.ts";
import { causeWords, inWords } from "./words.ts";

interface Share {
  readonly done: number;
  readonly of: number;
}

/** An incident as the review needs it. Instants in milliseconds, undefined where not known. */
export interface ReviewedIncident {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly state: IncidentState;
  readonly verdict: Telling["verdict"];
  readonly told: boolean;
  readonly openedMs: number;
  readonly startMs: number | undefined;
  readonly decidedMs: number | undefined;
  readonly icoToldMs: number | undefined;
  /** The moment as of which it is told, and the end of the clock that runs. */
  readonly asOfMs: number;
  readonly dueMs: number | undefined;
  readonly types: readonly string[];
  readonly severity: string;
  /** What the controller decided, and when; '' before. */
  readonly ruling: string;
  readonly ruledMs: number | undefined;
  /** It was decided to tell the regulator. */
  readonly tellsRegulator: boolean;
  /** People to be told, and accounts on the worklist: how many are done, of how many. */
  readonly letters: Share;
  readonly resets: Share;
  readonly peopleCount: number;
  readonly containedHow: string;
  /** Another one by its words. */
  readonly cause: string;
  readonly holder: string;
  readonly concerned: readonly string[];
}

/**
 * What is new, what was told, and what is open still: each is asked once.
 *
 * @param sinceMs - Of the last review; what was opened later is new.
 */
export const incidentItems = (incidents: readonly ReviewedIncident[], sinceMs: number): Draft[] => [
  ...undecidedFirst(incidents.filter((one) => isNew(one, sinceMs) && !one.told)).map(
    incidentItem("incidents", sinceMs),
  ),
  ...incidents
    .filter((one) => !isNew(one, sinceMs) && (one.state === "breach" || one.state === "reported"))
    .map(incidentItem("open-breaches", sinceMs)),
  ...incidents.filter((one) => isNew(one, sinceMs) && one.told).map(incidentItem("told", sinceMs)),
];

/** A case in which somebody goes on whom it concerns, because nobody else is there. */
export interface ReviewedAlone {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly aloneBy: string;
  readonly aloneReason: string;
}

/** Each is seen by the next review, and by another than whom it concerns where there is another. */
export const aloneItems = (cases: readonly ReviewedAlone[]): Draft[] =>
  cases.map(({ id, number, title, aloneBy, aloneReason }) => ({
    key: "alone",
    subject: id,
    title: `INC-${number}: decided by whom it concerns`,
    facts: {
      figures: [],
      lines: [
        { name: "What it is", words: title },
        { name: "Why nobody else decided", words: aloneReason },
      ],
      people: [{ as: "Decided by", user: aloneBy }],
    },
    concerned: [aloneBy],
    quiet: false,
  }));

/** What nobody has decided opens the topic. */
const undecidedFirst = (incidents: readonly ReviewedIncident[]): ReviewedIncident[] => [
  ...incidents.filter(({ state }) => state === "reported"),
  ...incidents.filter(({ state }) => state !== "reported"),
];

const isNew = ({ openedMs }: ReviewedIncident, sinceMs: number): boolean => openedMs > sinceMs;

/**
 * An incident as an item; `told` of the meeting itself is filled by this too.
 *
 * @param sinceMs - Of the last review: what was decided later is to be ratified.
 */
export const incidentItem =
  (key: TopicKey, sinceMs = 0) =>
  (one: ReviewedIncident): Draft => {
    const open = openOf(one, sinceMs);
    return {
      key,
      subject: one.id,
      title: `INC-${one.number}: ${one.title}`,
      facts: {
        figures: figuresOf(one),
        lines: [
          { name: "What happened", words: one.text },
          { name: "Where it stands", words: stateWords[one.state] },
          { name: "What was done", words: one.containedHow },
          { name: "Cause", words: inWords(causeWords, one.cause) },
          { name: toRatify(one, sinceMs) ? "To ratify" : "Decided", words: one.ruling },
          { name: ownLines.open, words: open },
        ].filter(({ words }) => words !== ""),
        people: one.holder === "" ? [] : [{ as: "Held by", user: one.holder }],
      },
      concerned: one.concerned,
      quiet: false,
      open,
    };
  };

const figuresOf = (one: ReviewedIncident): Draft["facts"]["figures"] => [
  { name: "People affected", value: one.peopleCount < 0 ? "not known" : String(one.peopleCount) },
  { name: "Kind", value: one.types.join(", ").slice(0, 40) || unknownFigure },
  { name: "Severity", value: one.severity || unknownFigure },
  { name: "Clock", value: clockWords(one) },
  { name: "To decide", value: hours(one.startMs, one.decidedMs) },
  { name: "Regulator told after", value: hours(one.startMs, one.icoToldMs) },
  ...shareFigure("Letters sent", one.letters),
  ...shareFigure("Resets confirmed", one.resets),
];

const shareFigure = (name: string, { done, of }: Share): Draft["facts"]["figures"] =>
  of === 0 ? [] : [{ name, value: `${done} of ${of}` }];

function clockWords({ verdict, asOfMs, dueMs, startMs, icoToldMs }: ReviewedIncident): string {
  if (dueMs !== undefined) {
    const whole = Math.floor(Math.abs(dueMs - asOfMs) / 3_600_000);
    return `${whole} h ${dueMs < asOfMs ? "over" : "left"}`;
  }
  if (startMs === undefined || icoToldMs === undefined) return unknownFigure;
  if (!isOfBreach({ verdict })) return "told, not owed";
  return toldLate({ verdict, awareMs: startMs, toldMs: icoToldMs }) ? "told late" : "told in time";
}

const toRatify = ({ ruling, ruledMs }: ReviewedIncident, sinceMs: number): boolean =>
  ruling !== "" && ruledMs !== undefined && ruledMs > sinceMs;

/** Why a meeting can't just note it; '' where it can. */
function openOf(one: ReviewedIncident, sinceMs: number): string {
  if (one.state === "reported") return "Nobody has decided yet whether it is a breach";
  const owed =
    one.state === "breach"
      ? [
          one.ruling === "" ? "the controller has not decided" : "",
          one.tellsRegulator && one.icoToldMs === undefined ? "the regulator is to be told" : "",
          left(one.letters, "letter is", "letters are"),
          left(one.resets, "reset is", "resets are"),
        ]
      : [];
  const all = [...owed, toRatify(one, sinceMs) ? "what the controller decided is to be ratified" : ""].filter(
    Boolean,
  );
  const text = all.join("; ");
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

const left = ({ done, of }: Share, one: string, many: string): string =>
  of <= done ? "" : `${of - done} ${of - done === 1 ? one : many} left`;

const stateWords: Readonly<Record<IncidentState, string>> = {
  reported: "Nobody has decided yet whether it is a breach",
  breach: "A breach, open",
  "near-miss": "A near miss",
  withdrawn: "Neither a breach nor a near miss",
  closed: "Closed",
};

function hours(from: number | undefined, to: number | undefined): string {
  if (from === undefined || to === undefined) return unknownFigure;
  const whole = Math.floor(Math.max(0, to - from) / 3_600_000);
  return whole === 0 ? "under 1 h" : `${whole} h`;
}
