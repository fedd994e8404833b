import type { Unwatched } from "../answers.ts";
import { standingBar } from "../dialog/bar.ts";
import { sayEarly } from "../dialog/early-strings.ts";
import type { Notice } from "../dialog/notices.ts";
import { stage } from "../guard/notice/stage.ts";
import { pairLink } from "../guard/notice/unwatched.ts";

let bar: Notice | undefined;

/** Says on a page of the clinical system that what is opened there is not on the record, for as long as it is not. */
export function showUnwatched(unwatched: Unwatched | null): void {
  bar?.close();
  bar = undefined;
  if (!unwatched || stage().host.ownerDocument !== document) return;
  const said = sayEarly(unwatched.why === "no-rules" ? "unwatched.no-rules" : "unwatched.records");
  bar = standingBar(stage(), { said, ...(unwatched.why === "not-paired" && pairLink && { link: pairLink }) });
}
