import type { OnCase } from "#domain/registers/incidents/acts";
import { gapInWords } from "#domain/registers/incidents/gaps";
import { keeperOf } from "#domain/registers/incidents/may-act-on";
import { type ClosingGap, missingForClosing } from "#domain/registers/incidents/state";
import { adviceWords } from "#domain/registers/incidents/words";
import type { Clinic } from "#lib/api/clinic.ts";
import type { CaseFile } from "#lib/registers/incidents/api.ts";
import { closingFacts } from "#lib/registers/incidents/dialogs/decide/closing-facts.ts";

/** The one thing that is next in an incident. */
export type NextStep = {
  readonly title: string;
  /** Why it is next, in a sentence or two. */
  readonly why: string;
  /** What is pressed: opens its dialog, shows the paper, or goes to its place on the page. */
  readonly does:
    | { readonly opens: "assess" | "advise" | "decide" | "notify" | "contain" | "close" }
    | { readonly checks: true }
    | { readonly goesTo: SectionName }
    | { readonly asks: "verdict" };
  readonly button: string;
  /** The act that it leads to: whoever may not do it is told who can. */
  readonly act: OnCase;
  /** Whom it waits for, by id; '' for whoever works on it. */
  readonly for: string;
  /** Its place among the stages. */
  readonly stage: number;
};

/** A section of the page that a step leads to. */
export type SectionName = "facts" | "people" | "actions" | "accounts" | "law";

/** Its id: never one that a field of a dialog has, for a label finds the first of an id. */
export const sectionId = (name: SectionName): string => `section-${name}`;

/** What a step needs to know around the case. */
export type Around = {
  readonly clinic: Clinic;
  readonly zone: string;
  /** What the regulator of data is called. */
  readonly short: string;
  /** Questions of the form without an answer. */
  readonly unanswered: number;
};

const stages = { decided: 1, contained: 2, assessed: 3, icoTold: 4, peopleTold: 5, closed: 6 } as const;

/**
 * What is next: first what the 72 hours wait for, then people, then what is missing before it can be closed. undefined of
 * a closed one. Nothing here is a gate: the regulator can be told at any step.
 */
export function nextStep(file: CaseFile, around: Around): NextStep | undefined {
  const { incident } = file;
  if (incident.state === "closed") return undefined;
  if (incident.triagedAt === "")
    return {
      title: "Decide what it is",
      why: "Was personal data disclosed, lost or changed that should not have been?",
      does: { asks: "verdict" },
      button: "",
      act: "breaches.triage",
      for: incident.holder,
      stage: stages.decided,
    };
  return (incident.state === "breach" ? ofBreach(file, around) : undefined) ?? beforeClosing(file, around);
}

function ofBreach(file: CaseFile, around: Around): NextStep | undefined {
  const { incident } = file;
  const { short, clinic } = around;
  const undecided = incident.controllerIco === "" && incident.icoSentAt === "";
  if (undecided && incident.toolAdvice === "")
    return {
      title: "Assess the risk",
      why: `A few questions on what it can mean for the people concerned. By them the tool advises whether the ${short} and the people are told.`,
      does: { opens: "assess" },
      button: "Open the questions",
      act: "breaches.assess",
      for: "",
      stage: stages.assessed,
    };
  if (undecided && incident.leadAdvice === "" && incident.toolAdvice !== "")
    return {
      title: "Give the lead\u2019s advice",
      why: `The tool says: ${lower(adviceWords(short)[incident.toolAdvice], short)}. The lead says what the clinic should do, and why.`,
      does: { opens: "advise" },
      button: "Give the advice",
      act: "breaches.advise",
      for: keeperOf({ ...incident, lead: clinic.lead, deputyLead: clinic.deputyLead }),
      stage: stages.assessed,
    };
  if (undecided && incident.leadAdvice !== "")
    return {
      title: `Decide: tell the ${short} and the people?`,
      why: `The lead advises: ${lower(adviceWords(short)[incident.leadAdvice], short)}. The controller decides, with a reason either way.`,
      does: { opens: "decide" },
      button: "Open the decision",
      act: "breaches.decide",
      for: clinic.controller,
      stage: stages.assessed,
    };
  return incident.icoSentAt === "" && incident.controllerIco === "tell" ? telling(file, around) : undefined;
}

/** First the paper is read and frozen, then it is sent by somebody, then that is recorded. */
function telling({ incident, reports }: CaseFile, { short, unanswered }: Around): NextStep {
  const missing =
    unanswered === 0
      ? "Every question of the form has an answer."
      : `${unanswered} ${unanswered === 1 ? "answer is" : "answers are"} still missing; the report may go with them \u201cnot known yet\u201d.`;
  const decided = `It was decided to tell it: \u201c${incident.controllerReason}\u201d`;
  const common = {
    title: `Tell the ${short}`,
    act: "breaches.version",
    for: "",
    stage: stages.icoTold,
  } as const;
  return reports.length === 0
    ? {
        ...common,
        why: `${decided} ${missing}`,
        does: { checks: true },
        button: "Check the report",
      }
    : {
        ...common,
        act: "breaches.notify",
        why: `Version ${reports[0]?.number} is frozen. Send it in the form of the ${short}, then say here when that was. ${missing}`,
        does: { opens: "notify" },
        button: "It has been told",
      };
}

type Gap = Pick<NextStep, "title" | "does" | "button" | "act"> & { readonly stage?: number };

/** What each gap asks for; one that has no step of its own is said as closing says it. */
const gapSteps: Partial<Record<ClosingGap, Gap>> = {
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

/** People come before the rest: they wait for word. */
const order: readonly ClosingGap[] = ["law-owed", "nobody-listed", "people-not-told", "not-contained"];

function beforeClosing(file: CaseFile, { clinic, zone }: Around): NextStep {
  const facts = closingFacts(file, clinic, zone);
  const gaps = missingForClosing(file.incident.state, facts);
  const gap = order.find((one) => gaps.includes(one)) ?? gaps[0];
  if (gap === undefined)
    return {
      title: "Close it",
      why: "Nothing is missing. A closed incident is frozen: addenda only, until it is reopened with a reason.",
      does: { opens: "close" },
      button: "Open the closing",
      act: "breaches.close",
      for: "",
      stage: stages.closed,
    };
  const others = gaps.length - 1;
  const rest = others === 0 ? "" : ` ${others} more before it can be closed.`;
  const says = gapInWords(gap, facts);
  const step = gapSteps[gap] ?? {
    title: says,
    does: { opens: "close" },
    button: "See what is missing",
    act: "breaches.close",
  };
  return { stage: stages.closed, ...step, why: `${says}.${rest}`, for: "" };
}

/** Words of an advice within a sentence. */
const lower = (words: string, short: string): string =>
  words.startsWith(short) ? words : words.charAt(0).toLowerCase() + words.slice(1);
