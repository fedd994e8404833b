import type { OnCase } from "#domain/registers/incidents/acts";
import type { Clinic } from "#lib/api/clinic.ts";

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

/** Places among the stages (`words/stages.ts`). */
export const stages = {
  decided: 1,
  contained: 2,
  assessed: 3,
  icoTold: 4,
  peopleTold: 5,
  closed: 6,
} as const;
