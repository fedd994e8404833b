import * as z from "zod/mini";
import { oneOf, oneOfOrNone } from "../../base/keys-of.ts";
import { leavesAs } from "./figures.ts";
import { extractFates, extractForms, projectBases, projectPurposes } from "./project.ts";

/** A project as its list shows it. Days are civil dates, times instants; '' where there is none. */
export const projectRow = z.object({
  id: z.string(),
  version: z.int(),
  name: z.string(),
  purpose: oneOf(projectPurposes),
  who: z.string(),
  extract: z.string(),
  form: oneOf(extractForms),
  madeBy: z.string(),
  asked: z.string(),
  basis: oneOf(projectBases),
  basisWhy: z.string(),
  holder: z.string(),
  until: z.string(),
  extendedWhy: z.string(),
  endedAt: z.string(),
  endedBy: z.string(),
  fate: oneOfOrNone(extractFates),
  endedWhy: z.string(),
  by: z.string(),
  at: z.string(),
  /** Tables that were looked through, and how many of them were not fit to be called anonymous. */
  checks: z.int(),
  unfit: z.int(),
});
export type ProjectRow = z.infer<typeof projectRow>;

/** A table of figures that was looked through. */
export const checkRow = z.object({
  id: z.string(),
  project: z.string(),
  /** Of that project. */
  name: z.string(),
  hash: z.string(),
  figures: z.int(),
  small: z.int(),
  derived: z.int(),
  unread: z.int(),
  leavesAs: oneOf(leavesAs),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});
export type CheckRow = z.infer<typeof checkRow>;
