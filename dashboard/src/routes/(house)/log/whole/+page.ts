import { readWhole } from "#lib/api/whole.ts";
import { onlyFor } from "#lib/may.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ depends }) => {
  depends("chaperone:whole");
  onlyFor("/log/whole");
  return { whole: await readWhole() };
};
