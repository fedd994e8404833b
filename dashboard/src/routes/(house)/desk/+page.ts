import { readLeadsDesk } from "#lib/api/desk.ts";
import { partOf } from "#lib/desk/desk-words.ts";
import { onlyFor } from "#lib/may.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ url, depends }) => {
  depends("chaperone:desk");
  onlyFor("/desk");
  const part = partOf(url.searchParams.get("part"));
  const before = url.searchParams.get("before") ?? "";
  return { part, before, desk: await readLeadsDesk(part, before) };
};
