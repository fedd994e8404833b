import type { ClosingFacts, ClosingGap } from "./state.ts";

type Say = (facts: Pick<ClosingFacts, "peopleOwed" | "peopleToTell">) => string;

const figure = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");

const says: Readonly<Record<ClosingGap, Say>> = {
  "not-triaged": () => "Nobody has decided whether it is a breach",
  "not-assessed": () => "The questions of the assessment are not answered",
  "not-decided": () => "The controller has not decided",
  exemption: () => "The people are not told of a high risk, and none of the three conditions is named",
  "ico-not-told": () => "The regulator is to be told, and has not been",
  "delay-reason": () => "The regulator was told after the 72 hours, and nobody said why",
  "nobody-listed": () => "The people are to be told, and nobody is on the list of people to tell",
  "people-not-told": ({ peopleOwed, peopleToTell }) =>
    `Letters outstanding: ${figure(peopleOwed)} of ${figure(peopleToTell)} people are not told yet`,
  "not-contained": () => "It does not say when and how it was contained",
  "cause-unknown": () => "The cause is not known",
  "actions-open": () => "Actions are not done",
  "actions-not-verified": () => "Actions are done and not verified",
  "accounts-open": () => "Accounts on the worklist are not confirmed",
  "law-owed": () => "The regulator of care or the person harmed is still owed word",
};

/** What is missing when somebody closes a case, as a sentence without its full stop. */
export const gapInWords = (gap: ClosingGap, facts: Parameters<Say>[0]): string => says[gap](facts);
