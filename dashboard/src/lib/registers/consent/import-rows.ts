import { type PurposeKey, purposeKeys, purposeOf } from "#domain/law/sharing-purposes";
import { type SaidHow, saidHow } from "#domain/registers/consent/consent";
import type { DateForm } from "#domain/registers/imports/import";
import type { Table } from "#lib/imports/csv.ts";
import { dayAs } from "#lib/imports/days.ts";

/** The columns that a list of decisions has, as its first line names them. */
export const columnNames = ["reference", "purpose", "decision", "how", "from", "wording"] as const;
type ColumnName = (typeof columnNames)[number];

const named: Readonly<Record<ColumnName, RegExp>> = {
  reference: /reference|record|patient id|^id$/i,
  purpose: /purpose/i,
  decision: /decision|consent|answer/i,
  how: /^how|channel|method/i,
  from: /from|date|day/i,
  wording: /wording|version/i,
};

/** Place of each column in the file; -1 for one that it has not. */
export const placesIn = (head: readonly string[]): Record<ColumnName, number> =>
  Object.fromEntries(
    columnNames.map((name) => [name, head.findIndex((one) => named[name].test(one))]),
  ) as Record<ColumnName, number>;

const plain = (text: string): string => text.trim().toLowerCase();
const purposeIn = (text: string): string =>
  purposeKeys.find((key: PurposeKey) => plain(text) === key || plain(text) === plain(purposeOf(key).name)) ??
  text.trim();
const howIn = (text: string): string =>
  (Object.keys(saidHow) as SaidHow[]).find((key) => plain(text) === key || plain(text) === saidHow[key]) ??
  text.trim();
const decisionIn = (text: string): string => {
  if (/^(?:yes|y|1|true|given|agrees|opted in)$/i.test(text.trim())) return "yes";
  return /^(?:no|n|0|false|refused|objects|withdrawn|opted out)$/i.test(text.trim()) ? "no" : text.trim();
};

export interface PreparedRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Rows as they are sent.
 *
 * @param keyed - Keys a reference of a system whose ids identify; undefined of any other.
 */
export function preparedRows(
  table: Table,
  form: DateForm,
  system: string,
  keyed: ((reference: string) => string) | undefined,
): PreparedRow[] {
  const places = placesIn(table.head);
  return table.rows.map(({ line, cells }) => {
    const cell = (name: ColumnName): string => (places[name] < 0 ? "" : (cells[places[name]] ?? "").trim());
    const reference = cell("reference");
    return {
      line,
      cells: [
        system,
        keyed && reference !== "" ? keyed(reference) : reference,
        purposeIn(cell("purpose")),
        decisionIn(cell("decision")),
        places.how < 0 ? "form" : howIn(cell("how")),
        dayAs(cell("from"), form),
        cell("wording"),
      ],
    };
  });
}
