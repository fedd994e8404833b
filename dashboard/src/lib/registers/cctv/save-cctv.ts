import { daysAfter } from "#domain/law/working-days";
import { type CctvAnswer, cameraCheckRow, viewingRow } from "#domain/registers/cctv/rows";
import { disclosureRow } from "#domain/registers/disclosures/disclosure-row";
import { holdRow } from "#domain/registers/holds/hold-row";
import { printedRows } from "#lib/export/papers/list-table.ts";
import { offsetIn } from "#lib/format/offset-at.ts";
import { savePaper } from "#lib/registers/save-paper.ts";
import { readNewest } from "../read-newest.ts";
import { takeCctv } from "./api.ts";
import { cctvPaper } from "./cctv-paper.ts";

/** Days of the register that its paper goes back. */
const yearBack = 365;

/** CCTV as a PDF for whoever inspects, into the browser's downloads: as it stands now, and the year before. */
export async function saveCctvPdf(around: {
  readonly clinic: string;
  readonly zone: string;
  readonly nameOf: (id: string) => string;
  readonly back: (known: CctvAnswer) => number;
}): Promise<void> {
  const known = await takeCctv();
  const since = daysAfter(known.today, -yearBack);
  const newest = printedRows;
  const cameras = { register: "cameras" };
  const [checks, viewings, placed, running, disclosures] = await Promise.all([
    readNewest(cameraCheckRow, "camera-checks", {}, newest, ({ day }) => day >= since),
    readNewest(viewingRow, "footage-viewings", {}, newest, ({ day }) => day >= since),
    readNewest(holdRow, "holds", cameras, newest, ({ at }) => at >= since),
    readNewest(holdRow, "holds", { ...cameras, state: "open" }, newest),
    readNewest(disclosureRow, "disclosures", cameras, newest, ({ at }) => at >= since),
  ]);
  const ids = new Set(placed.map(({ id }) => id));
  const holds = [...placed, ...running.filter(({ id }) => !ids.has(id))];
  const { clinic, zone, nameOf, back } = around;
  const paper = cctvPaper(
    known,
    { since, checks, holds, viewings, disclosures },
    { clinic, nameOf, back: back(known), offsetAt: offsetIn(zone) },
  );
  await savePaper(paper, `cctv-${known.today}`);
}
