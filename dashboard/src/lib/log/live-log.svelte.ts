import { type Entry, type LogPage, type LogQuestion, readLog } from "#lib/api/log.ts";
import { watchLedger } from "#lib/api/watch-ledger.ts";
import { onSignal } from "#lib/on-signal.ts";

/** Entries on a page of the log. */
export const pageLength = 50;

/** What arrived since a page of the log was read. It asks the route again: that counts as the same reading. */
export class LiveLog {
  #found = $state.raw<{ page: LogPage | null; rows: Entry[] }>({ page: null, rows: [] });

  /** Entries newer than those of `page`, newest first; `pageLength` of them may mean more. */
  since(page: LogPage): Entry[] {
    return this.#found.page === page ? this.#found.rows : [];
  }

  /**
   * Looks at each new event until the returned function is called.
   *
   * @param now - The page on the screen and what it was asked for.
   */
  watch(now: () => { page: LogPage; question: LogQuestion }): () => void {
    return onSignal(watchLedger, () => this.#look(now()));
  }

  async #look({ page, question }: { page: LogPage; question: LogQuestion }): Promise<void> {
    const known = new Set(page.rows.map(({ id }) => id));
    const answer = await readLog({ ...question, before: undefined, limit: pageLength }).catch(() => null);
    if (answer === null) return;
    const met = answer.rows.findIndex(({ id }) => known.has(id));
    this.#found = { page, rows: met < 0 ? answer.rows : answer.rows.slice(0, met) };
  }
}
