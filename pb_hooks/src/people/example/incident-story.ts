import type { Origin, ReportKind, TriageVerdict } from "#domain/breach/kinds";

/** An incident of the example clinic. Nobody in it exists. */
export interface StoryIncident {
  readonly daysAgo: number;
  /** Hour of that day, UTC; never later than three hours before now. */
  readonly hour: number;
  readonly kind: ReportKind;
  readonly origin: Origin;
  readonly title: string;
  readonly text: string;
  readonly reporter: string;
  readonly senders: readonly string[];
  /** Left out: nobody has answered yet. */
  readonly verdict?: TriageVerdict;
  readonly reason?: string;
  /** Told to the ICO and the people, and closed. */
  readonly finished?: boolean;
  readonly lines?: readonly { readonly hours: number; readonly text: string }[];
}

export const incidents: readonly StoryIncident[] = [
  {
    daysAgo: 19,
    hour: 10,
    kind: "wrong-person",
    origin: "report",
    title: "Appointment list sent to a wrong address",
    text: "A list of the week's appointments went to an address outside the clinic.",
    reporter: "tom",
    senders: ["joss"],
    verdict: "breach",
    reason: "It has left the clinic, and fourteen people stand in it.",
    finished: true,
    lines: [
      { hours: 2, text: "The recipient was called and agreed to delete it." },
      { hours: 3, text: "Deletion was confirmed in writing." },
    ],
  },
  {
    daysAgo: 13,
    hour: 9,
    kind: "other",
    origin: "told",
    title: "Letter in the wrong envelope, noticed in time",
    text: "Two letters were in each other's envelopes and were noticed at the post tray.",
    reporter: "ingrid",
    senders: [],
    verdict: "near-miss",
    reason: "Nothing left the clinic.",
  },
  {
    daysAgo: 6,
    hour: 14,
    kind: "lost-or-stolen",
    origin: "report",
    title: "Telephone thought lost",
    text: "A clinic telephone was missing for an afternoon and lay in Room 2.",
    reporter: "maya",
    senders: [],
    verdict: "neither",
    reason: "It never left the building, and it is locked.",
  },
  {
    daysAgo: 1,
    hour: 11,
    kind: "wrong-person",
    origin: "report",
    title: "Exercise sheet given to the wrong patient",
    text: "An exercise sheet with another patient's first name was handed over at the desk.",
    reporter: "tom",
    senders: ["tom"],
    verdict: "breach",
    reason: "It was taken home.",
    lines: [{ hours: 2, text: "The sheet was brought back the same day." }],
  },
  {
    daysAgo: 0,
    hour: 8,
    kind: "seen-without-need",
    origin: "told",
    title: "What somebody told us",
    text: "A patient asked why the front desk knew about the physiotherapist's note.",
    reporter: "ingrid",
    senders: [],
  },
];
