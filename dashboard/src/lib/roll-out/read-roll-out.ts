import { error } from "@sveltejs/kit";
import type { AboutPackage } from "#domain/rollout/about-package";
import { allNotices, type Notice } from "#lib/api/notices.ts";
import { handedOut } from "#lib/api/package.ts";
import { mayDo } from "#lib/state/may-do.ts";

/** What *Roll out* is made from. */
export interface RollOutRead {
  readonly about: AboutPackage | undefined;
  readonly notice: Notice | undefined;
}

/** Reads it, for those who pair browsers; ends the loading for anybody else. */
export async function readRollOut(): Promise<RollOutRead> {
  if (!mayDo("browsers.code")) error(403, "Your role does not open this page.");
  const [about, notices] = await Promise.all([handedOut(), allNotices()]);
  return { about, notice: notices[0] };
}
