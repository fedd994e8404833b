import { systemName } from "#domain/base/forms";
import { policy } from "#domain/policy";
import { withoutNamed } from "#domain/registers/screened";
import { type FieldMessages, Problem } from "#lib/api/problem.ts";
import { type FieldSpec, type FieldValues, fieldErrors, saidIn } from "#lib/components/form/field-spec.ts";
import { recordFor } from "#lib/state/record-for.ts";

/** A request as a dialog asks for it: its fields, and in words what is asked for. */
export interface Asked {
  readonly fields: readonly FieldSpec[];
  readonly values: FieldValues;
  readonly wants: string;
}

/** Which field says what the server finds wrong. */
export const controlsOf = (fields: readonly FieldSpec[]): Readonly<Record<string, string>> =>
  Object.fromEntries([...fields.map(({ id }) => [id, id]), ["recordRef", "record"], ["wants", "wants"]]);

/** What is missing or wrong in it, by field. */
export function askedErrors({ fields, values, wants }: Asked): FieldMessages {
  const system = (values.system ?? "").trim();
  const asks = (values.record ?? "").trim() !== "";
  return {
    ...fieldErrors(fields, values),
    ...(asks && !systemName.safeParse(system).success && { system: "Write it like cliniko:harbour.uk2" }),
    ...(wants.trim() === "" && { wants: "Say what is asked for" }),
    ...(wants.length > policy.requestWordsLongest.amount && {
      wants: "Leave out what does not matter: it is too long",
    }),
  };
}

/**
 * The data of the act. What names somebody is left out here, before it leaves this browser.
 *
 * @throws {Problem} Where the record's reference is none.
 */
export async function askedData({ fields, values, wants }: Asked) {
  const { record = "", system = "", ...said } = saidIn(fields, values);
  const found = record === "" ? undefined : await recordFor(record, [system]);
  if (found?.kind === "no-reference") throw new Problem("not-fitting", { fields: { record: found.says } });
  const where = found === undefined ? {} : { system, recordRef: found.ref };
  return { ...said, ...where, wants: withoutNamed(wants.trim()) };
}
