import { mapCells, mapHead } from "#domain/registers/policy-map/csv";
import { amountWords, type KeptFigure } from "#domain/registers/policy-map/figures";
import { type MapFilter, type MapRow, mapPageMost } from "#domain/registers/policy-map/map";
import type { Caller } from "../base/caller.ts";
import { nameOf } from "../people/names.ts";
import { sendCsv } from "../registers/listing/send-csv.ts";
import { takePaper } from "../registers/listing/take-paper.ts";
import { mapOf } from "../registers/policy-map/read.ts";

/** Which sentences are taken away. */
export interface Taken {
  readonly version: string;
  readonly state: MapFilter | "";
  readonly figures: readonly KeptFigure[];
}

/** Pages of what was asked for, one after the other. */
function* pagesOf(app: pb.App, taken: Taken): Generator<readonly MapRow[]> {
  for (let after: number | null = -1; after !== null; ) {
    const { rows, next }: ReturnType<typeof mapOf> = mapOf(app, { ...taken, after, limit: mapPageMost });
    yield rows;
    after = next;
  }
}

/** What the filters leave as a CSV; an event says who took it. */
export function sendMapCsv(e: pb.RequestEvent, person: Caller, taken: Taken, number: number): void {
  const names = new Map<string, string>();
  const nameOnce = (id: string): string => {
    const name = names.get(id) ?? (id === "" ? "" : nameOf(e.app, id));
    names.set(id, name);
    return name;
  };
  function* lines() {
    for (const rows of pagesOf(e.app, taken)) yield rows.map((row) => cellsOf(row, nameOnce));
  }
  sendCsv(e, person, {
    collection: "policy_versions",
    name: `policy-map-version-${number}`,
    filters: { version: String(number), state: taken.state },
    headings: mapHead,
    pages: lines(),
  });
}

/** Every sentence of a version, for a paper that the browser makes of it: an export like any other. */
export function mapForPaper(app: pb.App, person: Caller, taken: Taken): MapRow[] {
  takePaper(app, person, "policy_versions");
  return [...pagesOf(app, { ...taken, state: "" })].flat();
}

const cellsOf = (row: MapRow, names: (id: string) => string) => {
  const { claim, broken } = row;
  const { state = "", page = "", test = "", audit = "", due = "", checkedOn = "" } = claim ?? {};
  const { kept = "", why = "", source = "", at = "", owner = "", by = "" } = claim ?? {};
  return mapCells({
    ...{ number: row.number, section: row.section, lead: row.lead, text: row.text },
    ...{ state, page, test, audit, due, checkedOn, kept, why, source, at },
    owner: names(owner),
    by: names(by),
    broken: broken.map((figure) => `${figure.name}: ${amountWords(figure)}, ${figure.says}`).join("; "),
  });
};
