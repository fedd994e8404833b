import type { FieldMessages } from "#lib/api/problem.ts";
import { leaveOut, sentenceError } from "#lib/format/screened-words.ts";

/** What somebody typed or chose in a dialog of fields: text by the field's id; a tick is "yes" or ''. */
export type FieldValues = { [id: string]: string };

/** One field of a dialog that is said as data. Its id is the act's own name of it. */
export type FieldSpec = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** Nothing has to be said. */
  readonly optional?: boolean;
  /** What is said where nothing was. */
  readonly empty?: string;
  /** Shown only then, and sent only then. */
  readonly when?: (values: FieldValues) => boolean;
  /** Further checks of what was said. */
  readonly check?: (value: string, values: FieldValues) => string | undefined;
} /** `own`: a name is asked for, of somebody who is no patient. */ & (
  | { readonly kind: "line"; readonly longest?: number; readonly numeric?: boolean; readonly own?: boolean }
  | { readonly kind: "sentence"; readonly rows?: number }
  | { readonly kind: "day" }
  | { readonly kind: "person" }
  | { readonly kind: "tick" }
  | { readonly kind: "choice" | "select"; readonly words: Readonly<Record<string, string>> }
);

export const shownFields = (fields: readonly FieldSpec[], values: FieldValues): FieldSpec[] =>
  fields.filter(({ when }) => when?.(values) ?? true);

/** What stands under the fields before anything is sent. */
export function fieldErrors(fields: readonly FieldSpec[], values: FieldValues): FieldMessages {
  const errors: Record<string, string> = {};
  for (const field of shownFields(fields, values)) {
    const value = (values[field.id] ?? "").trim();
    const says = errorOf(field, value, values);
    if (says !== undefined) errors[field.id] = says;
  }
  return errors;
}

function errorOf(field: FieldSpec, value: string, values: FieldValues): string | undefined {
  const empty = field.empty ?? (field.kind === "day" ? "Enter a day, for example 20 11 2026" : "Say this");
  if (value === "") return field.optional ? undefined : empty;
  if (field.kind === "sentence") return sentenceError(value, empty) ?? field.check?.(value, values);
  if (field.kind === "line" && !field.numeric)
    return leaveOut(value, field.own) ?? field.check?.(value, values);
  return field.check?.(value, values);
}

/** What an act is sent: of the fields that are shown, those in which something was said. */
export const saidIn = (fields: readonly FieldSpec[], values: FieldValues): FieldValues =>
  Object.fromEntries(
    shownFields(fields, values).flatMap(({ id }) => {
      const value = (values[id] ?? "").trim();
      return value === "" ? [] : [[id, value]];
    }),
  );
