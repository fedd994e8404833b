import * as z from "zod/mini";
import { figureSubjects, figureUnits } from "./figures.ts";
import { claimStates, lineKinds, versionStates } from "./states.ts";

/** A version of the policy as the page reads it. */
export const versionRow = z.object({
  id: z.string(),
  number: z.int(),
  title: z.string(),
  state: z.enum(versionStates),
  format: z.string(),
  pages: z.int(),
  notRead: z.string(),
  leftOut: z.int(),
  lines: z.int(),
  arrived: z.int(),
  digest: z.string(),
  inForceFrom: z.string(),
  reviewBy: z.string(),
  reviewer: z.string(),
  reviewedOn: z.string(),
  reviewNote: z.string(),
  endedReason: z.string(),
  by: z.string(),
  at: z.string(),
  version: z.int(),
});
export type PolicyVersion = z.infer<typeof versionRow>;

/** What is known of a sentence; `version` is of this row. */
export const claimRow = z.object({
  id: z.string(),
  state: z.union([z.enum(claimStates), z.literal("")]),
  rule: z.string(),
  page: z.string(),
  test: z.string(),
  audit: z.string(),
  /** Audit of the programme that looks at it, whose day and owner these are; '' where people look by a day of their own. */
  programme: z.string(),
  owner: z.string(),
  due: z.string(),
  checkedOn: z.string(),
  kept: z.union([z.enum(["yes", "no"]), z.literal("")]),
  checkNote: z.string(),
  why: z.string(),
  source: z.string(),
  by: z.string(),
  at: z.string(),
  version: z.int(),
  /** How often people looked at it. */
  looks: z.optional(z.int()),
});
export type PolicyClaim = z.infer<typeof claimRow>;

export const keptFigure = z.object({
  subject: z.enum(figureSubjects),
  name: z.string(),
  amount: z.number(),
  unit: z.enum(figureUnits),
  says: z.string(),
  page: z.string(),
});

/** A line of a version with what is known of it; a heading has no claim. */
export const mapRow = z.object({
  /** From 0, headings among them. */
  place: z.int(),
  /** From 1, of what has a state; 0 of a heading. */
  number: z.int(),
  kind: z.enum(lineKinds),
  section: z.string(),
  lead: z.string(),
  text: z.string(),
  claim: z.nullable(claimRow),
  /** What breaks it today, as a register has it. */
  broken: z.array(keptFigure),
  /** Numbers of sentences that promise another amount of the same. */
  against: z.array(z.int()),
});
export type MapRow = z.infer<typeof mapRow>;

/** What the list can be narrowed to; `broken` is broken today, `open` to confirm. */
export const mapFilters = ["screen", "test", "people", "broken", "none", "wrong", "says", "open"] as const;
export type MapFilter = (typeof mapFilters)[number];

/** `GET /policy-map?version&state&after&limit`: the versions, how the shown one stands, and one page of its lines. */
export const mapAnswer = z.object({
  asOf: z.string(),
  versions: z.array(versionRow),
  /** Id of the version that is shown; '' where there is none. */
  shown: z.string(),
  counts: z.record(z.enum(mapFilters), z.int()),
  /** A letter a sentence (`stateLetters`; `b` is broken today), in the policy's order. */
  strokes: z.string(),
  /** When a state was last said, and by whom; '' before. */
  lastAt: z.string(),
  lastBy: z.string(),
  rows: z.array(mapRow),
  /** What `after` must be for the next page; null at the end. */
  next: z.nullable(z.int()),
});
export type MapAnswer = z.infer<typeof mapAnswer>;

/** Lines on a page of the list. */
export const mapPage = 100;
/** At most so many are asked for at once, for a file of all. */
export const mapPageMost = 500;
