import { tick } from "svelte";
import { focusRow } from "#lib/components/list/row-keys.ts";
import { goto } from "$app/navigation";
import { page } from "$app/state";

/** Id of a row in an address; '' for none. */
export const openIn = (params: Pick<URLSearchParams, "get">): string => {
  const id = params.get("open") ?? "";
  return /^[a-z0-9]{15}$/.test(id) ? id : "";
};

/** The row whose panel stands beside a register's list: the address names it, so that a link opens it. */
export class OpenRow {
  get named(): string {
    return openIn(page.url.searchParams);
  }

  show(id: string, replace = this.named !== ""): Promise<void> {
    return this.#go(id, replace);
  }

  /** The list stays as it was, and the focus comes back to the row. */
  async close(): Promise<void> {
    const row = this.named;
    if (row === "") return;
    await this.#go("", true);
    await tick();
    focusRow(row);
  }

  #go(id: string, replace: boolean): Promise<void> {
    const address = new URL(page.url.href);
    if (id === "") address.searchParams.delete("open");
    else address.searchParams.set("open", id);
    const state = { newer: page.state.newer ?? [] };
    return goto(address.pathname + address.search, { reset: false, replace, state, persistState: true });
  }
}
