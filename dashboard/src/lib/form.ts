import type { FieldMessages } from "#lib/api/problem.ts";
import { Problem, sentenceFor } from "#lib/api/problem.ts";

/** What a form says after it was sent: messages by field, and one sentence for the whole. */
export type Told = { readonly errors: FieldMessages; readonly says: string };

export const nothingTold: Told = { errors: {}, says: "" };

/**
 * What a form says about a refusal.
 *
 * @param fields - The server's field names and the id of the control that holds each.
 */
export function toldOf(thrown: unknown, fields: Readonly<Record<string, string>> = {}): Told {
  const errors: Record<string, string> = {};
  const rest: string[] = [];
  if (thrown instanceof Problem) {
    for (const [name, message] of Object.entries(thrown.fields)) {
      const id = fields[name] ?? fields[name.split(".").at(-1) ?? ""];
      if (id === undefined) rest.push(message);
      else errors[id] = message;
    }
  }
  if (Object.keys(errors).length > 0) return { errors, says: rest.join(" ") };
  return { errors, says: rest.length > 0 ? rest.join(" ") : sentenceFor(thrown) };
}
