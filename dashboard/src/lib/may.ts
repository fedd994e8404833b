import { error } from "@sveltejs/kit";
import { type Page, type PageName, pages } from "#lib/registers.ts";
import { registersOff } from "#lib/state/registers-off.svelte.ts";
import { session } from "#lib/state/session.svelte.ts";

export type { PageName };

const isOpenTo = (page: PageName): boolean => session.is(...pages[page].readers);

/** Whether a page that the person's role opens is not there, because the clinic does without its register. */
export const isLeftOut = (page: PageName): boolean =>
  isOpenTo(page) && registersOff.has((pages[page] as Page).register);

/** Whether a page stands for this person; that of a register which is switched off stands for nobody. */
export const maySee = (page: PageName): boolean => isOpenTo(page) && !isLeftOut(page);

/** Ends the loading of a page that the person's role does not open. */
export function onlyFor(page: PageName): void {
  if (!isOpenTo(page)) {
    error(403, "Your role does not open this page.", { hint: "Ask the clinic’s lead if you need it." });
  }
}

/** What SvelteKit gives to the loading of a page, as far as it is used here. */
interface Loading {
  parent(): Promise<unknown>;
  untrack<T>(read: () => T): T;
}

/**
 * Ends the loading of a page that the person's role does not open, or whose register the clinic does without: the frame
 * has to be read first, which says so. What is switched off is then not asked for.
 *
 * @param loading - Reads the frame; untracked, for it is read anew every minute.
 */
export async function onlyInUse(page: PageName, { parent, untrack }: Loading): Promise<void> {
  onlyFor(page);
  await untrack(() => parent());
  if (isLeftOut(page)) error(404, "This register is switched off.");
}
