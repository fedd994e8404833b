import type { Draft } from "../reviews/item.ts";
import { quietly } from "../reviews/item.ts";
import { type Receiver, receivers } from "./disclosure.ts";

export interface ReviewedDisclosure {
  readonly receiver: Receiver;
  readonly outcome: "given" | "refused";
  readonly takenBack: boolean;
}

/** What was entered since the last review: how often something was given, and to whom; nothing where there was none. */
export function disclosureItems(entered: readonly ReviewedDisclosure[], waiting = 0): Draft[] {
  if (entered.length === 0 && waiting === 0) return [];
  const standing = entered.filter(({ takenBack }) => !takenBack);
  const given = standing.filter(({ outcome }) => outcome === "given");
  const to = (Object.keys(receivers) as Receiver[])
    .map((receiver) => ({ receiver, count: given.filter((one) => one.receiver === receiver).length }))
    .filter(({ count }) => count > 0);
  const draft = quietly("disclosures", {
    figures: [
      { name: "Given", value: String(given.length) },
      { name: "Refused", value: String(standing.length - given.length) },
      { name: "Taken back", value: String(entered.length - standing.length) },
      { name: "Wait for the lead", value: String(waiting) },
    ],
    lines: to.map(({ receiver, count }) => ({ name: `To ${receivers[receiver]}`, words: String(count) })),
    people: [],
  });
  if (waiting === 0) return [draft];
  const says = waiting === 1 ? "One question waits" : `${waiting} questions wait`;
  return [{ ...draft, quiet: false, open: `${says} for the lead’s answer` }];
}
