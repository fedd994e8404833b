import { allBrowsers } from "#lib/api/browsers.ts";
import { mailProgramAnswers } from "#lib/api/mail-programs.ts";
import { allPeople } from "#lib/api/people.ts";
import { onlyFor } from "#lib/may.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ url, depends, untrack }) => {
  depends("chaperone:browsers");
  onlyFor("/browsers");
  const [browsers, people, answers] = await Promise.all([allBrowsers(), allPeople(), mailProgramAnswers()]);
  return { browsers, people, answers, pairing: untrack(() => url.searchParams.has("pair")) };
};
