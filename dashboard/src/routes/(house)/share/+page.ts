import { onlyFor } from "#lib/may.ts";
import { whoWorksHere } from "#lib/registers/releases/api.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async () => {
  onlyFor("/share");
  return { people: await whoWorksHere() };
};
