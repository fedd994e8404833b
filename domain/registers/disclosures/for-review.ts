import type { Draft } from "../reviews/item.ts";
import { quietly } from "../reviews/item.ts";
import { type Receiver, receivers } from "./disclosure.ts";

export interface ReviewedDisclosure {
  readonly receiver: Receiver;
  readonly outcome: "given" | "refused";
  readonly takenBack: boolean;
}

/** What was entered since the last review: how often something was given, and to whom; nothing where there was none. */
export function disclosureItems(entered: readonly ReviewedDisclosure[]): Draft[] {
  if (entered.length === 0) return [];
  const standing = entered.filter(({ takenBack }) => !takenBack);
  const given = standing.filter(({ outcome }) => outcome === "given");
  const to = (Object.keys(receivers) as Receiver[])
    .map((receiver) => ({ receiver, count: given.filter((one) => one.receiver === receiver).length }))
    .filter(({ count }) => count > 0);
  return [
    quietly("disclosures", {
      figures: [
        { name: "Given", value: String(given.length) },
        { name: "Refused", value: String(standing.length - given.length) },
        { name: "Taken back", value: String(entered.length - standing.length) },
      ],
      lines: to.map(({ receiver, count }) => ({ name: `To ${receivers[receiver]}`, words: String(count) })),
      people: [],
    }),
  ];
}
