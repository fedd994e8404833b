import { browser } from "wxt/browser";
import { knowOwn } from "#domain/detector/screening/own-words";
import type { Status } from "../policy/status.ts";
import { send } from "../send.ts";

/** Keeps the newest status for as long as a page of ours is open. */
export class CurrentStatus {
  #status = $state<Status | undefined>();
  #tab: number | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;

  get value(): Status | undefined {
    return this.#status;
  }

  /**
   * Reads the status now, once the policy was fetched, and whenever something changes.
   *
   * @param tab - The tab that the person looks at.
   */
  async start(tab?: number): Promise<void> {
    this.#tab = tab;
    browser.storage.onChanged.addListener(() => {
      clearTimeout(this.#again);
      this.#again = setTimeout(() => void this.read(), 150);
    });
    await this.read();
    await send("refresh", {}).catch(() => null);
    await this.read();
  }

  async read(): Promise<void> {
    const status = await send("status", this.#tab === undefined ? {} : { tab: this.#tab });
    const ours = status.paired?.policy.clinic.own ?? { people: [], texts: [] };
    knowOwn(() => ours);
    this.#status = status;
  }
}
