import { type Day, readDay } from "#lib/api/frame.ts";
import { isAway } from "#lib/api/problem.ts";
import { session } from "#lib/state/session.svelte.ts";
import type { PageLoad } from "./$types";

/** What was read last, and for whom. */
let last: { readonly person: string | undefined; readonly day: Day } | undefined;

export const load: PageLoad = async ({ depends, parent }) => {
  depends("chaperone:today");
  const { along } = await parent();
  const person = session.person?.id;
  try {
    last = { person, day: along.take() ?? (await readDay()) };
  } catch (thrown) {
    // A day that stands is not taken away by a server that is away: the frame says from when it is.
    if (!isAway(thrown) || last === undefined || last.person !== person) throw thrown;
  }
  return last.day;
};
