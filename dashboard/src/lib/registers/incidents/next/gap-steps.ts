import type { ClosingGap } from "#domain/registers/incidents/state";
import { type NextStep, stages } from "./step.ts";

type Gap = Pick<NextStep, "title" | "does" | "button" | "act"> & { readonly stage?: number };

/** What each gap asks for; one that has no step of its own is said as closing says it. */
export const gapSteps: Partial<Record<ClosingGap, Gap>> = {
  "not-contained": {
    title: "Say how it was contained",
    does: { opens: "contain" },
    button: "Say when and how",
    act: "breaches.contain",
    stage: stages.contained,
  },
  "nobody-listed": {
    title: "List the people to tell",
    does: { goesTo: "people" },
    button: "Go to the list",
    act: "breaches.addPeople",
    stage: stages.peopleTold,
  },
  "people-not-told": {
    title: "Tell the people",
    does: { goesTo: "people" },
    button: "Go to the list",
    act: "breaches.addPeople",
    stage: stages.peopleTold,
  },
  "cause-unknown": {
    title: "Name the cause",
    does: { goesTo: "facts" },
    button: "Go to the facts",
    act: "breaches.cause",
  },
  "law-owed": {
    title: "Tell those whom the law of the nation names",
    does: { goesTo: "law" },
    button: "Go to what is owed",
    act: "breaches.notice",
  },
  "accounts-open": {
    title: "Finish the accounts to reset",
    does: { goesTo: "accounts" },
    button: "Go to the accounts",
    act: "breaches.account",
  },
  "actions-open": {
    title: "Finish the actions",
    does: { goesTo: "actions" },
    button: "Go to the actions",
    act: "breaches.entry",
  },
  "actions-not-verified": {
    title: "Have the actions verified",
    does: { goesTo: "actions" },
    button: "Go to the actions",
    act: "breaches.entry",
  },
};
