/** Facts of an adapter that a page is asked for while it is used: one that finds nothing is told as missed. */
export const canaryFields = ["root", "body", "subject", "recipients", "attachments", "send", "page"] as const;
export type CanaryField = (typeof canaryFields)[number];

/** What was looked for on one page, and was there or was not. */
export interface Looked {
  readonly found: readonly CanaryField[];
  readonly missed: readonly CanaryField[];
}
