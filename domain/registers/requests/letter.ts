import type { Step } from "./facts.ts";

/** A letter as paragraphs; `list` is set as one below the text, `rights` after it. */
export interface Letter {
  readonly title: string;
  readonly text: readonly string[];
  readonly list: readonly string[];
  readonly rights: readonly string[];
}

/** The last entry of a kind. */
export const last = (steps: readonly Step[], kind: Step["kind"]): Step | undefined =>
  steps.filter((step) => step.kind === kind).at(-1);
