import type { TrainingAnswer } from "#domain/registers/training/answer";
import { matrixCsv } from "#domain/registers/training/pack";
import { saveAs } from "#lib/api/client.ts";
import { mediaTypes } from "#lib/export/files-of.ts";
import { readMatrix } from "./api.ts";
import type { MatrixFilters } from "./filters.ts";

/** Saves all pages of what is shown as a CSV, into the browser's downloads. */
export async function saveMatrix(filters: MatrixFilters): Promise<void> {
  const people: TrainingAnswer["people"] = [];
  let after: string | null = "";
  let last: TrainingAnswer | undefined;
  while (after !== null) {
    last = await readMatrix(filters, after);
    people.push(...last.people);
    after = last.next;
  }
  if (!last) return;
  const csv = matrixCsv(last.on, last.courses, people);
  saveAs(new Blob([csv], { type: mediaTypes.csv }), `training-${last.on}.csv`);
}
