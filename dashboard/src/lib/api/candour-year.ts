import { candourYearAnswer } from "#domain/law/candour-figures";
import { ask } from "./client.ts";

/** Figures of the yearly report on the duty of candour; `year` is the last day of a financial year. */
export const readCandourYear = (year: string) => ask(candourYearAnswer, "candour-year", { query: { year } });
