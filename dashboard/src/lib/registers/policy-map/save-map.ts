import type { MapFilter } from "#domain/registers/policy-map/map";
import { saveAs } from "#lib/api/client.ts";
import { mediaTypes, pdfOf } from "#lib/export/files-of.ts";
import { exportMap, takeWholeMap } from "./api.ts";
import { mapPaper, type PaperOf } from "./map-paper.ts";

const nameFor = (version: number, asOf: string, format: string): string =>
  `policy-map-version-${version}-${asOf.slice(0, 10)}.${format}`;

/** What is shown as a table: the filter's sentences, every page of them. */
export const saveMapCsv = (
  { version, map }: Omit<PaperOf, "rows">,
  state: MapFilter | undefined,
): Promise<unknown> => exportMap(version.id, state, nameFor(version.number, map.asOf, "csv"));

/** All of a version as a PDF for an inspector. */
export async function saveMapPdf(of: Omit<PaperOf, "rows">): Promise<void> {
  const rows = await takeWholeMap(of.version.id);
  const pdf = await pdfOf(mapPaper({ ...of, rows }));
  saveAs(new Blob([pdf], { type: mediaTypes.pdf }), nameFor(of.version.number, of.map.asOf, "pdf"));
}
