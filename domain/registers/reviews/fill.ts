import { type ActionFacts, actionState } from "../../work/actions.ts";
import type { IncidentState } from "../incidents/state.ts";
import { type AgendaItem, agenda, type TopicKey } from "./agenda.ts";
import { type Draft, type ItemFacts, noFacts, unknownFigure } from "./item.ts";

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

export interface ReviewedAction extends ActionFacts {
  readonly id: string;
  readonly text: string;
}

/** What one person sent or wanted to send; `user` '' where it is not known who. */
export interface ReviewedSender {
  readonly user: string;
  readonly held: number;
  readonly sentAnyway: number;
  readonly reasons: readonly string[];
}

export interface AccessRights {
  readonly joined: number;
  readonly left: number;
  readonly changed: number;
  readonly auditors: number;
  readonly withoutCode: number;
}

/** An entry of the log that was erased; `alone`: by one person, for this reason, '' where two did it. */
export interface ReviewedErasure {
  readonly id: string;
  readonly ground: string;
  readonly alone: string;
  readonly askedBy: string;
  readonly decidedBy: string;
}

/** Everything a review is filled from, as of one moment. */
export interface ReviewFacts {
  readonly asOfMs: number;
  /** Since the last review; what is older was reviewed. */
  readonly sinceMs: number;
  /** Civil date at the clinic. */
  readonly today: string;
  readonly actions: readonly ReviewedAction[];
  readonly incidents: readonly ReviewedIncident[];
  readonly senders: readonly ReviewedSender[];
  readonly blind: readonly { readonly what: string; readonly name: string }[];
  readonly unattributed: number;
  /** Events that may tell of what nobody did; counted nowhere else. */
  readonly doubtful: number;
  readonly access: AccessRights;
  /** By two since the last review; by one until a review has noted it. */
  readonly erasures: readonly ReviewedErasure[];
}

/**
 * The items of a review: for each topic what is to be decided, or one quiet item where there is nothing. What the team
 * is told is no item: it is written while the others are decided.
 */
export function itemsOf(topics: readonly AgendaItem[], facts: ReviewFacts): Draft[] {
  return topics.flatMap(({ key, title }) => {
    if (key === "learning") return [];
    const items = fillers[key](facts);
    return items.length > 0 ? items : [quietly(key, title, quietLine[key]?.(facts))];
  });
}

export const quietly = (key: TopicKey, title: string, facts: ItemFacts = noFacts): Draft => ({
  key,
  subject: "",
  title,
  facts,
  concerned: [],
  quiet: true,
});

const fillers: Readonly<Record<Exclude<TopicKey, "learning">, (facts: ReviewFacts) => Draft[]>> = {
  "last-actions": ({ actions, today }) => actions.map((action) => actionItem(action, today)),
  incidents: (facts) =>
    undecidedFirst(facts.incidents.filter((one) => isNew(one, facts) && !one.told)).map(
      incidentItem("incidents"),
    ),
  "open-breaches": (facts) =>
    facts.incidents
      .filter((one) => !isNew(one, facts) && (one.state === "breach" || one.state === "reported"))
      .map(incidentItem("open-breaches")),
  mail: ({ senders }) => senders.filter(({ sentAnyway }) => sentAnyway > 0).map(senderItem),
  told: (facts) => facts.incidents.filter((one) => isNew(one, facts) && one.told).map(incidentItem("told")),
  blind: blindItems,
  erased: ({ erasures }) => erasures.map(erasureItem),
  "access-rights": ({ access }) =>
    Object.values(access).some((count) => count > 0) ? [accessItem(access)] : [],
};

/** What nobody has decided opens the topic. */
const undecidedFirst = (incidents: readonly ReviewedIncident[]): ReviewedIncident[] => [
  ...incidents.filter(({ state }) => state === "reported"),
  ...incidents.filter(({ state }) => state !== "reported"),
];

const quietLine: Readonly<Partial<Record<TopicKey, (facts: ReviewFacts) => ItemFacts>>> = {
  mail: ({ senders }) => {
    const held = senders.reduce((sum, one) => sum + one.held, 0);
    return held === 0 ? noFacts : { ...noFacts, figures: [{ name: "Held", value: String(held) }] };
  },
};

const isNew = ({ openedMs }: ReviewedIncident, { sinceMs }: ReviewFacts): boolean => openedMs > sinceMs;

function actionItem(action: ReviewedAction, today: string): Draft {
  const state = actionState(action, today);
  const people = [{ as: "Owner", user: action.owner }];
  return {
    key: "last-actions",
    subject: action.id,
    title: action.text,
    facts: {
      figures: [
        { name: "State", value: state },
        { name: "Due", value: action.due },
      ],
      lines: [],
      people,
    },
    concerned: [],
    // Done and looked at: the minutes say so, and nothing is left to decide.
    quiet: state === "verified",
  };
}

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
        { name: "ICO told after", value: hours(one.startMs, one.icoToldMs) },
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

const senderItem = ({ user, held, sentAnyway, reasons }: ReviewedSender): Draft => ({
  key: "mail",
  subject: user,
  title: user === "" ? "Sent anyway, not known by whom" : "Sent anyway by one person",
  facts: {
    figures: [
      { name: "Sent anyway", value: String(sentAnyway) },
      { name: "Held", value: String(held) },
    ],
    lines:
      reasons.length === 0
        ? []
        : [{ name: "Reasons", words: reasons.map((one) => one.replace(/-/g, " ")).join(", ") }],
    people: user === "" ? [] : [{ as: "Sent by", user }],
  },
  concerned: user === "" ? [] : [user],
  quiet: false,
});

const doubtfulWords =
  "Downloads, exports and searches that a browser with an older version told of: it may have taken ordinary clicks for them. Update that browser.";

function blindItems({ blind, unattributed, doubtful }: ReviewFacts): Draft[] {
  if (blind.length === 0 && unattributed === 0 && doubtful === 0) return [];
  const shown = blind.slice(0, 30).map(({ what, name }) => ({ name, words: what }));
  const rest = blind.length - shown.length;
  return [
    {
      key: "blind",
      subject: "",
      title: "Where we were blind",
      facts: {
        figures: [
          { name: "Browsers", value: String(blind.length) },
          { name: "Views without a person", value: String(unattributed) },
          ...(doubtful > 0 ? [{ name: "Doubtful entries", value: String(doubtful) }] : []),
        ],
        lines: [
          ...shown,
          ...(rest > 0 ? [{ name: "More", words: String(rest) }] : []),
          ...(doubtful > 0 ? [{ name: "Doubtful", words: doubtfulWords }] : []),
        ],
        people: [],
      },
      concerned: [],
      quiet: false,
    },
  ];
}

/** What one person erased alone has to be noted, by another where there is another; what two did is listed. */
const erasureItem = ({ id, ground, alone, askedBy, decidedBy }: ReviewedErasure): Draft => ({
  key: "erased",
  subject: id,
  title: alone === "" ? "An entry erased by two people" : "An entry erased by one person alone",
  facts: {
    figures: [],
    lines: [
      { name: "Ground", words: ground },
      { name: "Why it could not wait", words: alone },
    ].filter(({ words }) => words !== ""),
    people:
      alone === ""
        ? [
            { as: "Asked by", user: askedBy },
            { as: "Confirmed by", user: decidedBy },
          ]
        : [{ as: "Erased by", user: askedBy }],
  },
  concerned: alone === "" ? [] : [askedBy],
  quiet: alone === "",
});

const accessItem = (access: AccessRights): Draft => ({
  key: "access-rights",
  subject: "",
  title: agenda.find(({ key }) => key === "access-rights")?.title ?? "",
  facts: {
    figures: [
      { name: "Joined", value: String(access.joined) },
      { name: "Left", value: String(access.left) },
      { name: "Changed", value: String(access.changed) },
      { name: "Auditors", value: String(access.auditors) },
      { name: "Not enrolled", value: String(access.withoutCode) },
    ],
    lines: [],
    people: [],
  },
  concerned: [],
  quiet: false,
});
