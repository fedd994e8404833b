import { bodyOfRows, type DateForm, type Importable, importAnswer } from "#domain/registers/imports/import";
import { ask } from "#lib/api/client.ts";

/** Brings rows into a register, all or none; a dry run says what would be. */
export const bringRows = (
  register: Importable,
  dates: DateForm,
  rows: readonly (readonly string[])[],
  dryRun: boolean,
) => ask(importAnswer, "import", { method: "POST", body: { register, dates, dryRun, ...bodyOfRows(rows) } });
