import { keyedRecordNow } from "#domain/base/keyed";
import { isHealthNumber } from "#domain/detector/check-digit";
import { type RetentionLine, retentionSchedules } from "#domain/law/retention-lines";
import { policy } from "#domain/policy";
import type { ColumnPlaces } from "#domain/registers/retention/columns";
import type { Computed } from "#domain/registers/retention/compute";
import { type DaysSeen, formOf } from "#domain/registers/retention/days";
import type { DateForm, ListAnswer } from "#domain/registers/retention/rows";
import { referenceKey } from "#lib/api/accounts.ts";
import { sentenceFor } from "#lib/api/problem.ts";
import { hmacNow } from "#lib/hmac.ts";
import { beginList, finishList, type RetentionAnswer, sendBlock } from "./api.ts";
import { computeList, daysIn, type ListFile, NoList, openList } from "./reading-list.ts";

/** Systems whose ids are keyed before they leave a browser (DESIGN.md 5). */
const keyedSystem = /^(?:orthanc|unknown-records):/;

/** A list on its way: chosen, computed here, compared by the server, brought in. */
export class ListDraft {
  readonly #answer: Pick<RetentionAnswer, "schedule" | "confirmed" | "today">;
  file = $state.raw<ListFile>();
  places = $state<Record<keyof ColumnPlaces, number>>();
  days = $state.raw<DaysSeen>();
  /** '' while a person has to say it. */
  dates = $state<DateForm | "">("");
  system = $state("");
  computed = $state.raw<Computed>();
  /** What the server says it would bring. */
  looked = $state.raw<ListAnswer>();
  done = $state.raw<ListAnswer>();
  /** What is under way, and how far it is, from 0 to 1. */
  busy = $state("");
  share = $state(0);
  says = $state("");
  /** Seconds that the computing took. */
  seconds = $state(0);

  constructor(answer: Pick<RetentionAnswer, "schedule" | "confirmed" | "today">, system: string) {
    this.#answer = answer;
    this.system = system;
  }

  get lines(): readonly RetentionLine[] {
    return retentionSchedules.find(({ id }) => id === this.#answer.schedule)?.lines ?? [];
  }

  open(file: Blob): Promise<void> {
    return this.#run("Reading the file", async () => {
      this.#forget();
      this.file = undefined;
      const opened = await openList(file, this.#progress);
      await this.#lookAtDays(opened, opened.places);
      this.places = { ...opened.places };
      this.file = opened;
    });
  }

  /** A column is another than was thought. */
  async columnsChanged(): Promise<void> {
    const { file, places } = this;
    if (file && places) await this.#run("Reading the file", () => this.#lookAtDays(file, places));
  }

  async #lookAtDays(file: ListFile, places: ColumnPlaces): Promise<void> {
    this.#forget();
    this.days = await daysIn(file, places);
    const form = formOf(this.days);
    if (form === "mixed")
      throw new NoList(
        "Its days are written in two ways: some can only be day first, some only month first.",
      );
    this.dates = form === "ask" ? "" : form;
  }

  compute(): Promise<void> {
    return this.#run("Computing", async () => {
      this.#forget();
      const { file, places, dates, system } = this;
      const schedule = retentionSchedules.find(({ id }) => id === this.#answer.schedule);
      if (!file || !places || dates === "" || !schedule) return;
      const begun = performance.now();
      const keyed = keying(await referenceKey(), keyedSystem.test(system));
      const confirmed = new Map(this.#answer.confirmed.map(({ line, years }) => [line, years]));
      const { today } = this.#answer;
      const asked = { places, dates, system, schedule, confirmed, today, keyed };
      this.computed = await computeList(file, asked, this.#progress);
      this.seconds = (performance.now() - begun) / 1_000;
    });
  }

  /** Sends what was computed, a thousand at a time, and asks what it would bring. Nothing counts yet. */
  send(): Promise<void> {
    return this.#run("Sending references, classes and months", async () => {
      const { computed, dates, system } = this;
      if (!computed || dates === "" || computed.faulty > 0) return;
      const { rows } = computed;
      const { schedule } = this.#answer;
      const list = await beginList({ system, schedule, dates, rows: rows.length });
      const size = policy.retentionBlock.amount;
      for (let block = 0; block * size < rows.length; block += 1) {
        await sendBlock(list, block, rows.slice(block * size, (block + 1) * size));
        this.share = Math.min(1, ((block + 1) * size) / rows.length);
      }
      this.looked = await finishList(list, true);
    });
  }

  bringIn(): Promise<void> {
    return this.#run("Bringing it in", async () => {
      if (!this.looked) return;
      this.done = await finishList(this.looked.list, false);
    });
  }

  readonly #progress = (share: number): void => {
    this.share = share;
  };

  /** What was computed for other answers is no more. */
  #forget(): void {
    this.computed = undefined;
    this.looked = undefined;
    this.done = undefined;
  }

  async #run(what: string, work: () => Promise<void>): Promise<void> {
    if (this.busy !== "") return;
    this.busy = what;
    this.share = 0;
    this.says = "";
    try {
      await work();
    } catch (thrown) {
      this.says = thrown instanceof NoList ? thrown.message : sentenceFor(thrown);
    } finally {
      this.busy = "";
    }
  }
}

/** Keys what the log keys too: every id of some systems, and one that may be a number of the health service anywhere. */
function keying(key: string, all: boolean): (reference: string) => string {
  const hmac = hmacNow(key);
  return (reference) => (all || isHealthNumber(reference) ? keyedRecordNow(reference, hmac) : reference);
}
