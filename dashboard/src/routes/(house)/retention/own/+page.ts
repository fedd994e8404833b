import { dateIn } from "#lib/format/time.ts";
import { onlyInUse } from "#lib/may.ts";
import { readOwn } from "#lib/registers/retention/api.ts";
import { zone } from "#lib/state/zone.svelte.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ url, parent, untrack }) => {
  await onlyInUse("/retention/own", { parent, untrack });
  const asked = url.searchParams.get("on") ?? "";
  const on = /^\d{4}-\d\d-\d\d$/.test(asked) ? asked : dateIn(zone.name, Date.now());
  return { own: await readOwn(on) };
};
