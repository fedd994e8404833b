import { policy } from "../../policy.ts";
import type { Asking, GroundKey, ItemFate } from "./grounds.ts";
import type { Pause } from "./pauses.ts";

/** What was entered of a request when it was taken, as far as its path goes by it. */
export interface Taken extends Asking {
  /** Civil date, and the instant from which 48 hours count. */
  readonly receivedOn: string;
  readonly receivedAt: string;
  /** Whether there is a reasonable doubt who they are; without one they are known, in person. */
  readonly doubt: boolean;
  readonly recordRef: string;
}

/** One entry on a request's path; entries are only added. */
export interface Step {
  readonly kind: StepKind;
  /** What was said, in the act's own fields. */
  readonly data: { readonly [field: string]: string };
  /** Instant at which it was entered, and by whom. */
  readonly at: string;
  readonly by: string;
}

export const stepKinds = [
  "record",
  "assign",
  "identityAsked",
  "identity",
  "authority",
  "which",
  "whichAnswered",
  "search",
  "opinionAsked",
  "opinion",
  "opinionNotNeeded",
  "item",
  "itemsDone",
  "acknowledge",
  "decide",
  "progress",
  "recipients",
  "approve",
  "lift",
  "more",
  "fee",
  "feePaid",
  "handOver",
  "tellLift",
  "endRestriction",
  "withdraw",
  "back",
] as const;
export type StepKind = (typeof stepKinds)[number];

/** The questions of a request that can be asked anew, in the order of any path. */
export const questions = [
  "identity",
  "authority",
  "acknowledge",
  "search",
  "opinion",
  "items",
  "decide",
  "recipients",
  "approve",
] as const;
export type Question = (typeof questions)[number];

export interface Item {
  readonly what: string;
  readonly fate: ItemFate;
  readonly ground: GroundKey | "";
}

export type Outcome = "whole" | "part" | "refused";

/** How a request stands, from all that was entered. */
export interface RequestFacts extends Taken {
  readonly identity: boolean;
  readonly identityAskedOn: string;
  readonly identityOn: string;
  /** Times that the questions were answered wrongly: then they are locked, and another way is left. */
  readonly tries: number;
  readonly authority: { readonly until: string } | null;
  readonly pauses: readonly Pause[];
  readonly searched: { readonly papers: number; readonly seen: number; readonly oldestOn: string } | null;
  readonly opinionOf: string;
  readonly opinion: { readonly answer: "no" | "some" | "not-needed"; readonly givenOn: string } | null;
  readonly items: readonly Item[];
  readonly itemsDone: boolean;
  readonly acknowledged: string;
  readonly decided: Outcome | null;
  readonly recipients: boolean;
  readonly approved: boolean;
  readonly fee: { readonly askedOn: string; readonly paidOn: string } | null;
  readonly lifted: { readonly by: string; readonly at: string } | null;
  /** A notice of more time that counts, and one that came too late. */
  readonly more: string;
  readonly lateMore: string;
  readonly handed: string;
  readonly toldBeforeLift: boolean;
  readonly restrictionEnded: boolean;
  readonly withdrawn: boolean;
  readonly handler: string;
  /** What is handed over: all of it, some, or nothing. */
  readonly outcome: Outcome;
}

/** Whether the questions about identity are locked after too many wrong answers; another way stays open. */
export const questionsLocked = ({ tries }: Pick<RequestFacts, "tries">): boolean =>
  tries >= policy.identityTries.amount;
