import { readYear } from "#lib/api/figures.ts";
import { onlyFor } from "#lib/may.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ url }) => {
  onlyFor("/year");
  const asked = url.searchParams.get("year") ?? "";
  const chosen = /^20\d\d$/.test(asked) ? Number(asked) : undefined;
  return { chosen, figures: await readYear(chosen) };
};
