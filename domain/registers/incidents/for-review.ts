import type { TopicKey } from "../reviews/agenda.ts";
import { type Draft, unknownFigure } from "../reviews/item.ts";
import type { IncidentState } from "./state.ts";

/** An incident as the review needs it. Instants in milliseconds, undefined where not known. */
export interface ReviewedIncident {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly state: IncidentState;
  readonly told: boolean;
  readonly openedMs: number;
  readonly startMs: number | undefined;
  readonly decidedMs: number | undefined;
  readonly icoToldMs: number | undefined;
  readonly peopleCount: number;
  readonly containedHow: string;
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
    incidentItem("incidents"),
  ),
  ...incidents
    .filter((one) => !isNew(one, sinceMs) && (one.state === "breach" || one.state === "reported"))
    .map(incidentItem("open-breaches")),
  ...incidents.filter((one) => isNew(one, sinceMs) && one.told).map(incidentItem("told")),
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

/** An incident as an item; `told` of the meeting itself is filled by this too. */
export const incidentItem =
  (key: TopicKey) =>
  (one: ReviewedIncident): Draft => ({
    key,
    subject: one.id,
    title: `INC-${one.number}: ${one.title}`,
    facts: {
      figures: [
        { name: "People affected", value: one.peopleCount < 0 ? "not known" : String(one.peopleCount) },
        { name: "To decide", value: hours(one.startMs, one.decidedMs) },
        { name: "Regulator told after", value: hours(one.startMs, one.icoToldMs) },
      ],
      lines: [
        { name: "What happened", words: one.text },
        { name: "Where it stands", words: stateWords[one.state] },
        { name: "What was done", words: one.containedHow },
        { name: "Cause", words: one.cause.replace(/-/g, " ") },
      ].filter(({ words }) => words !== ""),
      people: one.holder === "" ? [] : [{ as: "Held by", user: one.holder }],
    },
    concerned: one.concerned,
    quiet: false,
  });

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
