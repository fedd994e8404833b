import { csvLine, csvMark } from "#domain/base/csv";

/** A table as a CSV file. */
export const csvOf = (rows: readonly (readonly string[])[]): string => csvMark + rows.map(csvLine).join("");
