import * as z from "zod/mini";
import { policy } from "../../policy.ts";
import { cellStates } from "./compliance.ts";
import { targetProfiles } from "./targets.ts";

/** People on a page of the matrix. */
export const matrixPage = 50;

/** What the matrix may be narrowed to. */
export const trainingStates = ["late", "in-date", "grace", "leave", "ends-30", "ends-60", "ends-90"] as const;
export type TrainingState = (typeof trainingStates)[number];

/** In how many days something runs out, by the state that lists it. */
export const windowStates = policy.trainingRunsOut.amounts.map((days) => `ends-${days}` as TrainingState);

export const cell = z.object({
  state: z.enum(cellStates),
  until: z.string(),
  completedOn: z.string(),
  due: z.string(),
});

const standing = {
  inDate: z.int(),
  of: z.int(),
  onLeave: z.int(),
  grace: z.int(),
  late: z.int(),
};

export const shownTarget = z.object({
  profile: z.enum(targetProfiles),
  percent: z.int(),
  source: z.string(),
  needsOn: z.string(),
  evaluatedOn: z.string(),
  note: z.string(),
});
export type ShownTarget = z.infer<typeof shownTarget>;

/** `GET /training`: the matrix of a day. */
export const trainingAnswer = z.object({
  /** Civil dates. */
  on: z.string(),
  today: z.string(),
  courses: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      name: z.string(),
      ...standing,
      /** How many end within each of the windows, the nearest first. */
      runsOut: z.array(z.int()),
    }),
  ),
  /** Everybody, with all that is asked of each as one. */
  all: z.object(standing),
  people: z.array(z.object({ id: z.string(), name: z.string(), onLeave: z.boolean(), cells: z.array(cell) })),
  /** People on all pages. */
  shown: z.int(),
  /** What `after` must be for the next page; null at the end. */
  next: z.nullable(z.string()),
  target: z.nullable(shownTarget),
});
export type TrainingAnswer = z.infer<typeof trainingAnswer>;
