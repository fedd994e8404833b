import { tick } from "svelte";
import { focusRow } from "#lib/components/list/row-keys.ts";
import { entryIn } from "#lib/state/log-filters.ts";
import { goto } from "$app/navigation";
import { page } from "$app/state";

/** The entry whose panel stands beside a list: the address names it, so that a link opens it and a reload keeps it. */
export class OpenEntry {
  /** By its id or, to the lead, by its number; '' for none. */
  get named(): string {
    return entryIn(page.url.searchParams) ?? "";
  }

  /** @param replace - Puts it in place of the one that is open. */
  show(id: string, replace = this.named !== ""): Promise<void> {
    return this.#go(id, replace);
  }

  /** The list stays as it was, and the focus comes back to the row. */
  async close(row: string): Promise<void> {
    if (this.named === "") return;
    await this.#go(undefined, true);
    await tick();
    focusRow(row);
  }

  #go(id: string | undefined, replace: boolean): Promise<void> {
    const address = new URL(page.url.href);
    if (id === undefined) address.searchParams.delete("entry");
    else address.searchParams.set("entry", id);
    const state = { newer: page.state.newer ?? [] };
    return goto(address.pathname + address.search, { reset: false, replace, state, persistState: true });
  }
}
