import { readDay } from "#lib/api/frame.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ depends, parent }) => {
  depends("chaperone:today");
  const { along } = await parent();
  return along.take() ?? (await readDay());
};
