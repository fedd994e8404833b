import { allBrowsers } from "#lib/api/browsers.ts";
import { mailProgramAnswers } from "#lib/api/mail-programs.ts";
import { allPeople } from "#lib/api/people.ts";
import { onlyFor } from "#lib/may.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ url, depends, untrack }) => {
  depends("chaperone:browsers");
  onlyFor("/browsers");
  const [browsers, people, answers, rollOut] = await Promise.all([
    allBrowsers(),
    allPeople(),
    mailProgramAnswers(),
    url.searchParams.has("roll-out") ? rollOutPage() : undefined,
  ]);
  return { browsers, people, answers, rollOut, pairing: untrack(() => url.searchParams.has("pair")) };
};

/** How the extension gets into all browsers at once; few look at it, and once. */
async function rollOutPage() {
  const { readRollOut } = await import("#lib/roll-out/read-roll-out.ts");
  const [read, { default: View }] = await Promise.all([
    readRollOut(),
    import("#lib/roll-out/roll-out-page.svelte"),
  ]);
  return { read, View };
}
