import { trendSpans } from "#domain/figures/trends";
import { readTrends } from "#lib/api/figures.ts";
import { onlyFor } from "#lib/may.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ url }) => {
  onlyFor("/trends");
  const span = trendSpans.find((one) => String(one) === url.searchParams.get("weeks")) ?? trendSpans[0];
  return { span, trends: await readTrends(span) };
};
