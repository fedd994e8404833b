import type { TrainingAnswer } from "#domain/registers/training/answer";
import { matrixCsv } from "#domain/registers/training/pack";
import { saveAs } from "#lib/api/client.ts";
import { mediaTypes, pdfOf } from "#lib/export/files-of.ts";
import { readMatrix } from "./api.ts";
import type { MatrixFilters } from "./filters.ts";

/** All pages of what is shown, as one. */
async function wholeMatrix(filters: MatrixFilters): Promise<TrainingAnswer> {
  const first = await readMatrix(filters, "", "paper");
  const people = [...first.people];
  let { next } = first;
  while (next !== null) {
    const page = await readMatrix(filters, next, "paper");
    people.push(...page.people);
    next = page.next;
  }
  return { ...first, people };
}

/** Saves what is shown as a CSV, into the browser's downloads. */
export async function saveMatrix(filters: MatrixFilters): Promise<void> {
  const { on, courses, people } = await wholeMatrix(filters);
  const csv = matrixCsv(on, courses, people);
  saveAs(new Blob([csv], { type: mediaTypes.csv }), `training-${on}.csv`);
}

/** The same as a PDF, for whoever inspects. */
export async function saveMatrixPdf(filters: MatrixFilters, clinic: string, nowMs: number): Promise<void> {
  const [matrix, { matrixPaper }] = await Promise.all([wholeMatrix(filters), import("./matrix-paper.ts")]);
  const bytes = await pdfOf(matrixPaper(clinic, matrix, nowMs));
  saveAs(new Blob([bytes], { type: mediaTypes.pdf }), `training-${matrix.on}.pdf`);
}
