import { allBrowsers } from "#lib/api/browsers.ts";
import { allPeople } from "#lib/api/people.ts";
import { onlyFor } from "#lib/may.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ url, depends, untrack }) => {
  depends("chaperone:browsers");
  onlyFor("/browsers");
  const [browsers, people] = await Promise.all([allBrowsers(), allPeople()]);
  return { browsers, people, pairing: untrack(() => url.searchParams.has("pair")) };
};
