import { atCursor } from "#lib/api/at-cursor.ts";
import { allPeople } from "#lib/api/people.ts";
import { onlyInUse } from "#lib/may.ts";
import { readMap } from "#lib/registers/policy-map/api.ts";
import { filtersOf, placeIn } from "#lib/registers/policy-map/filters.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ url, depends, parent, untrack }) => {
  depends("chaperone:/policy-map");
  await onlyInUse("/policy-map", { parent, untrack });
  const filters = filtersOf(url.searchParams);
  // Untracked: the frame reads its facts anew every minute, and that must not read the policy again.
  const { clinic } = await untrack(() => parent());
  const { version, state } = filters;
  const [[map, first], people] = await Promise.all([
    atCursor(placeIn(url.searchParams), (after) =>
      readMap({ version: version || undefined, state: state || undefined, after }),
    ),
    allPeople(),
  ]);
  return { filters, map, people, clinic, first };
};
