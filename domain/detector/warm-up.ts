import { judge } from "./judge.ts";
import { recognisers } from "./recognisers.ts";

/** Signs that are judged: enough for the walk over a text to be worth its while (`places/matches.ts`). */
const enough = 1_500;

/**
 * Judges some of the recognisers' own examples, so that the first document meets a detector that has done its like before: half
 * of what a first text costs is making the machine of all patterns. Nothing is kept of it. It takes some 0.2 s of one core.
 */
export function warmUp(): void {
  let text = "";
  for (const { flags, passes } of recognisers) {
    text += `${[...flags, ...passes].join("\n")}\n`;
    if (text.length >= enough) break;
  }
  judge({ text, format: "text", read: { unit: "byte", done: text.length, of: text.length } });
}
