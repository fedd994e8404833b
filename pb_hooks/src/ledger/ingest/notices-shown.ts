import type { SentEvent } from "#domain/ledger/event";
import type { Seat } from "#domain/ledger/late";
import { execute } from "../../base/database.ts";
import { newId } from "../../base/new-id.ts";
import type { Facts } from "./facts.ts";
import type { PairedBrowser } from "./ingest-request.ts";
import type { Judged } from "./judge.ts";

/**
 * To whom which notice was shown, as a batch goes on: one shown early in it counts for what follows. An unattributed
 * event in a browser of one person is that person's to be told of; at a desk it is the desk's.
 */
export class NoticesShown {
  readonly #facts: Facts;
  readonly #browser: PairedBrowser;
  readonly #people = new Map<string, number>();
  #desk: number;
  /** Since when which notice was shown in this batch: by its number and the person, '' at the desk. */
  readonly #since = new Map<string, string>();

  constructor(facts: Facts, browser: PairedBrowser) {
    this.#facts = facts;
    this.#browser = browser;
    this.#desk = browser.noticeAtDesk;
  }

  /** The newest notice shown to a person, or with '' to whoever sat where the event was made. */
  to(user: string, seat: Seat): number {
    const person = user || seat.told;
    if (person === "") return this.#desk;
    return Math.max(this.#people.get(person) ?? 0, this.#facts.shownTo(person));
  }

  /** Whether the notice in force at an instant had been shown by then to a person, or with '' where the event was made. */
  covered(user: string, instant: string, seat: Seat): boolean {
    const notice = this.#facts.noticeAt(instant);
    const person = user || seat.told;
    const since = [
      this.#since.get(`${notice} ${person}`),
      this.#facts.shownSince(notice, person, seat.browser),
      this.#facts.shownSince(notice, person, this.#browser.id),
    ];
    return notice > 0 && since.some((at) => at !== undefined && at <= instant);
  }

  /**
   * Writes down a `notice.shown`: for the person it concerns, else for the desk. Of somebody else's earlier pairing nothing
   * is written down: a browser says only of its own owner that a notice was shown.
   */
  record(tx: pb.App, event: SentEvent, { user, seat }: Judged): void {
    const at = event.occurredAt;
    const notice = Number(event.detail.notice);
    const person = user || seat.owner;
    if (person !== "") {
      this.#people.set(person, Math.max(notice, this.#people.get(person) ?? 0));
      this.#keep(tx, notice, person, at);
    }
    if (
      this.#browser.holder === "desk" &&
      seat.holder === "desk" &&
      (person === "" || event.detail.desk === true)
    ) {
      this.#desk = Math.max(notice, this.#desk);
      this.#keep(tx, notice, "", at);
      execute(tx, "UPDATE browsers SET noticeAtDesk = {:notice} WHERE id = {:id}", {
        notice: this.#desk,
        id: this.#browser.id,
      });
    }
  }

  /** Past the register's hook: the event that says so is the `notice.shown` itself. */
  #keep(tx: pb.App, notice: number, user: string, at: string): void {
    const key = `${notice} ${user}`;
    const before = this.#since.get(key);
    if (before === undefined || at < before) this.#since.set(key, at);
    execute(
      tx,
      `INSERT INTO notice_shown (id, notice, user, browser, at) VALUES ({:id}, {:notice}, {:user}, {:browser}, {:at})
       ON CONFLICT (notice, user, browser) DO UPDATE SET at = min(at, excluded.at)`,
      { id: newId(), notice, user, browser: this.#browser.id, at: at.replace("T", " ") },
    );
  }
}
