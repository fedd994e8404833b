import { error } from "@sveltejs/kit";
import { type PageName, pages } from "#lib/registers.ts";
import { session } from "#lib/state/session.svelte.ts";

export type { PageName };

export const maySee = (page: PageName): boolean => session.is(...pages[page].readers);

/** Ends the loading of a page that the person's role does not open. */
export function onlyFor(page: PageName): void {
  if (!maySee(page)) {
    error(403, "Your role does not open this page.", { hint: "Ask the clinic’s lead if you need it." });
  }
}
