/** First and last day of the financial year that a day lies in: it ends with March. */
export function financialYearOf(day: string): { readonly first: string; readonly last: string } {
  const year = Number(day.slice(0, 4)) - (day.slice(5) < "04-01" ? 1 : 0);
  return { first: `${year}-04-01`, last: `${year + 1}-03-31` };
}

/** "2026-27". */
export const financialYearName = (last: string): string =>
  `${Number(last.slice(0, 4)) - 1}-${last.slice(2, 4)}`;
