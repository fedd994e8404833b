import { type Draft, noFacts, quietly } from "../reviews/item.ts";

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

/** Each person who sent something anyway; where nobody did, how much was held. */
export function mailItems(senders: readonly ReviewedSender[]): Draft[] {
  const sent = senders.filter(({ sentAnyway }) => sentAnyway > 0);
  if (sent.length > 0) return sent.map(senderItem);
  const held = senders.reduce((sum, one) => sum + one.held, 0);
  return held === 0
    ? []
    : [quietly("mail", { ...noFacts, figures: [{ name: "Held", value: String(held) }] })];
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
