import type { StepKind } from "#domain/registers/requests/facts";
import type { FieldSpec } from "#lib/components/form/field-spec.ts";
import type { RequestView } from "../view.ts";

/** A dialog of one entry: its words and what it asks. */
export interface StepDialog {
  readonly title: string;
  readonly says?: string;
  readonly yes: string;
  readonly done: string;
  readonly danger?: true;
  /** Button that opens it, where that is another word. */
  readonly button?: string;
  readonly fields: readonly FieldSpec[];
}

export const day = (label: string): FieldSpec => ({ id: "day", kind: "day", label });
export const reason = (label: string, hint?: string): FieldSpec => ({
  id: "reason",
  kind: "sentence",
  label,
  empty: "Say why",
  ...(hint === undefined ? {} : { hint }),
});
export const tick = (id: string, label: string): FieldSpec => ({ id, kind: "tick", label, optional: true });
export const note: FieldSpec = { id: "note", kind: "sentence", label: "Anything to add", optional: true };

/** Dialogs of some entries, as a request asks them. */
export type DialogsOf<Kind extends StepKind> = Readonly<Record<Kind, (view: RequestView) => StepDialog>>;
