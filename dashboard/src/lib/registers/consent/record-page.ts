import { recordRef, systemName } from "#domain/base/forms";
import { behind, handleOf } from "#lib/state/record-handles.ts";

export interface RecordNamed {
  readonly recordRef: string;
  readonly system: string;
}

/** The address of a record's own page: it says which one to this tab alone. */
export const recordPage = (record: RecordNamed): string =>
  `/record?of=${handleOf(`${record.system} ${record.recordRef}`)}`;

/** The record that such an address names; undefined where this tab does not know it. */
export function recordAt(parameters: { get(name: string): string | null }): RecordNamed | undefined {
  const [system = "", ref = ""] = behind(parameters.get("of") ?? "").split(" ");
  return named(system, ref);
}

/**
 * The record that the part behind `#` names, as somebody types or keeps it: `/record#cliniko:harbour.uk2/1000400`. No browser
 * sends that part, so that no server knows it.
 */
export function recordBehindSign(hash: string): RecordNamed | undefined {
  const [, system = "", ref = ""] = /^#([^/]{1,120})\/([^/]{1,200})$/.exec(hash) ?? [];
  return named(system, ref);
}

const named = (system: string, ref: string): RecordNamed | undefined =>
  systemName.safeParse(system).success && recordRef.safeParse(ref).success
    ? { system, recordRef: ref }
    : undefined;
