import { csvOf } from "#domain/base/csv";
import { mapCells, mapHead } from "#domain/registers/policy-map/csv";
import { amountWords } from "#domain/registers/policy-map/figures";
import type { MapFilter, MapRow } from "#domain/registers/policy-map/map";
import { saveAs } from "#lib/api/client.ts";
import { mediaTypes, pdfOf } from "#lib/export/files-of.ts";
import { readWholeMap } from "./api.ts";
import { mapPaper, type PaperOf } from "./map-paper.ts";

const nameFor = (version: number, asOf: string, format: string): string =>
  `policy-map-version-${version}-${asOf.slice(0, 10)}.${format}`;

/** What is shown as a table: the filter's sentences, every page of them. */
export async function saveMapCsv(of: Omit<PaperOf, "rows">, state: MapFilter | undefined): Promise<void> {
  const rows = await readWholeMap(of.version.id, state);
  const text = csvOf([
    ["Policy map", of.clinic],
    ["Policy", `${of.version.title}, version ${of.version.number}`],
    ["As of", of.map.asOf],
    ["Shown", state ?? "all"],
    [...mapHead],
    ...rows.map((row) => cellsOf(row, of.nameOf)),
  ]);
  saveAs(new Blob([text], { type: mediaTypes.csv }), nameFor(of.version.number, of.map.asOf, "csv"));
}

function cellsOf(row: MapRow, nameOf: (id: string) => string) {
  const { claim } = row;
  return mapCells({
    ...row,
    state: claim?.state ?? "",
    page: claim?.page ?? "",
    test: claim?.test ?? "",
    audit: claim?.audit ?? "",
    owner: claim?.owner ? nameOf(claim.owner) : "",
    by: claim?.by ? nameOf(claim.by) : "",
    due: claim?.due ?? "",
    checkedOn: claim?.checkedOn ?? "",
    kept: claim?.kept ?? "",
    why: claim?.why ?? "",
    source: claim?.source ?? "",
    at: claim?.at ?? "",
    broken: row.broken.map((figure) => `${figure.name}: ${amountWords(figure)}, ${figure.says}`).join("; "),
  });
}

/** All of a version as a PDF for an inspector. */
export async function saveMapPdf(of: Omit<PaperOf, "rows">): Promise<void> {
  const rows = await readWholeMap(of.version.id);
  const pdf = await pdfOf(mapPaper({ ...of, rows }));
  saveAs(new Blob([pdf], { type: mediaTypes.pdf }), nameFor(of.version.number, of.map.asOf, "pdf"));
}
