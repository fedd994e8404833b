import { candourYearsDue, owesCandourYear } from "#domain/law/candour-year";
import { readCandourYear } from "#lib/api/candour-year.ts";
import { dateIn } from "#lib/format/time.ts";
import { onlyFor } from "#lib/may.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ url, parent, depends }) => {
  depends("chaperone:candour-year");
  onlyFor("/candour-year");
  const { clinic } = await parent();
  const [before, current] = candourYearsDue(dateIn(clinic.timeZone, Date.now()), "", []).map(
    ({ last }) => last,
  );
  const years = [before ?? "", current ?? "", ...clinic.candourReports.map(({ year }) => year)];
  const asked = url.searchParams.get("year") ?? "";
  const year = years.includes(asked) ? asked : (before ?? "");
  const figures = owesCandourYear(clinic) ? await readCandourYear(year) : undefined;
  return { year, years: [...new Set(years)].sort().reverse(), figures };
};
