/**
 * A table as CSV (RFC 4180), the same from the server and from the page: every export is opened in a spreadsheet sooner
 * or later, and none may compute what somebody typed.
 */

/**
 * Characters with which a spreadsheet starts a formula, plain or full-width, or skips to one; a cell that begins so gets
 * an apostrophe (OWASP, "CSV Injection").
 */
const startsFormula = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
/** A semicolon and a tab part cells too, where a spreadsheet is set so. */
const wantsQuotes = /[",;\t\r\n]/;

/** Stands at the start of every CSV file: without it Excel reads UTF-8 as the machine's own code page, and ŵ is lost. */
export const csvMark = "\ufeff";

/** What stands in a cell; a number is a number, whatever its sign, and null is empty. */
export type CsvValue = string | number | null;

/** One cell. Quotes, line ends and commas are safe in it, and no spreadsheet computes it. */
export function csvCell(value: CsvValue): string {
  if (typeof value !== "string") return value === null ? "" : String(value);
  const safe = startsFormula.test(value) ? `'${value}` : value;
  return wantsQuotes.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

export const csvLine = (values: readonly CsvValue[]): string => `${values.map(csvCell).join(",")}\r\n`;

/** A table as a CSV file. */
export const csvOf = (rows: readonly (readonly CsvValue[])[]): string => csvMark + rows.map(csvLine).join("");
