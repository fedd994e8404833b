import { read, type Sheet, utils } from "@e965/xlsx";
import { type Budget, Unreadable } from "../budget.ts";
import type { Taken } from "../taken.ts";

/** Bytes of a table that are taken into memory at once, and rows of a sheet that are written out. */
const tableAtMost = 32 * 1024 * 1024;
const rowsAtMost = 1_000_000;

/** Reads a table of Excel's binary formats (BIFF 2 to 8, XLSB), sheet by sheet, hidden ones too. */
export async function readOldTables(file: Blob, budget: Budget, format: string): Promise<Taken> {
  if (file.size > tableAtMost) throw new Unreadable("too-large");
  const bytes = new Uint8Array(await file.arrayBuffer());
  budget.check();
  // No formulas, styles or HTML: only what the cells show.
  const book = opened(bytes);
  const texts: string[] = [];
  let done = 0;
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name];
    if (budget.full || budget.spent) break;
    if (sheet) texts.push(budget.takeText(`${name}\n${shown(sheet)}`));
    if (!budget.full) done++;
  }
  const unreadable = done === book.SheetNames.length ? undefined : budget.spent ? "timed-out" : "too-large";
  return {
    format,
    text: texts.join("\f"),
    read: { unit: "part", done, of: book.SheetNames.length },
    unreadable,
  };
}

function opened(bytes: Uint8Array) {
  try {
    return read(bytes, {
      type: "array",
      cellDates: false,
      cellFormula: false,
      cellHTML: false,
      cellText: true,
      dateNF: "yyyy-mm-dd",
      sheetRows: rowsAtMost,
    });
  } catch (problem) {
    throw new Unreadable(/password|encrypt/i.test(String(problem)) ? "locked" : "damaged");
  }
}

const shown = (sheet: Sheet) =>
  utils.sheet_to_csv(sheet, { FS: "\t", blankrows: false }) + notesOf(sheet as Record<string, unknown>);

/** Remarks at cells, which no table of values shows. */
function notesOf(sheet: Record<string, unknown>): string {
  const notes = Object.values(sheet).flatMap((cell) => {
    const remarks = (cell as { c?: { t?: string }[] } | undefined)?.c;
    return Array.isArray(remarks) ? remarks.map(({ t }) => t ?? "") : [];
  });
  return notes.length > 0 ? `\n${notes.join("\n")}` : "";
}
