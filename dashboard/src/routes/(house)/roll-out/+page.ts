import { allNotices } from "#lib/api/notices.ts";
import { handedOut } from "#lib/api/package.ts";
import { onlyFor } from "#lib/may.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async () => {
  onlyFor("/roll-out");
  const [about, notices] = await Promise.all([handedOut(), allNotices()]);
  return { about, notice: notices[0] };
};
