import { shortDate } from "../../base/local-words.ts";
import type { Draft } from "../reviews/item.ts";

/** What one person sent or wanted to send; `user` '' where it is not known who. */
export interface ReviewedSender {
  readonly user: string;
  readonly held: number;
  readonly sentAnyway: number;
  readonly reasons: readonly string[];
}

/** An entry of the log that was erased; `alone`: by one person, for this reason, '' where two did it. */
export interface ReviewedErasure {
  readonly id: string;
  readonly ground: string;
  readonly alone: string;
  readonly askedBy: string;
  readonly decidedBy: string;
}

/** A week of mail attempts, by its Monday, as they happened. */
export interface ReviewedWeek {
  readonly monday: string;
  readonly held: number;
  readonly sentAnyway: number;
  /** Said to be no patient document. */
  readonly falseAlarms: number;
}

/** What the meeting sees of the guard: what arrived since the last review, and eight weeks. */
export interface ReviewedMail {
  readonly senders: readonly ReviewedSender[];
  readonly falseAlarms: number;
  /** Attempts that arrived since the last review and happened before it. */
  readonly late: number;
  readonly weeks: readonly ReviewedWeek[];
  /** Who sent anyway more than once in these weeks. */
  readonly repeated: readonly string[];
}

/** Each person who sent something anyway, behind the eight weeks; where nobody did, these alone, and nothing to decide. */
export function mailItems(mail: ReviewedMail): Draft[] {
  const { senders, weeks, falseAlarms } = mail;
  const sent = senders.filter(({ sentAnyway }) => sentAnyway > 0);
  const any = senders.length > 0 || falseAlarms > 0 || weeks.some(({ held }) => held > 0);
  if (!any) return [];
  return [{ ...weeksItem(mail), quiet: sent.length === 0 && falseAlarms === 0 }, ...sent.map(senderItem)];
}

/** Names no row: the eight weeks are an item of their own beside what is sent by nobody known. */
export const weeksSubject = "weeks";

function weeksItem({ senders, falseAlarms, late, weeks, repeated }: ReviewedMail): Draft {
  const sum = (of: "held" | "sentAnyway") => senders.reduce((all, one) => all + one[of], 0);
  return {
    key: "mail",
    subject: weeksSubject,
    title: "Mail held, eight weeks",
    facts: {
      figures: [
        { name: "Held", value: String(sum("held")) },
        { name: "Sent anyway", value: String(sum("sentAnyway")) },
        { name: "False alarms", value: String(falseAlarms) },
        ...(late > 0 ? [{ name: "Arrived late", value: String(late) }] : []),
        { name: "Sent anyway again", value: String(repeated.length) },
      ],
      lines: weeks.map((week) => ({
        name: `Week of ${shortDate(week.monday)}`,
        words: `${week.held} held, ${week.sentAnyway} sent anyway, ${week.falseAlarms} false`,
      })),
      people: repeated.slice(0, 20).map((user) => ({ as: "More than once", user })),
    },
    concerned: [],
    quiet: true,
  };
}

export const erasureItems = (erasures: readonly ReviewedErasure[]): Draft[] => erasures.map(erasureItem);

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
  open: "It is no incident yet: say whether it is one",
});

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
