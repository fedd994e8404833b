import type { RetentionSchedule } from "../../law/retention-lines.ts";
import { policy } from "../../policy.ts";
import { type ColumnPlaces, classOf, type ListColumn } from "./columns.ts";
import { DaysRead } from "./days.ts";
import { type Confirmed, dueFaults, dueOf, type RowClass } from "./due.ts";
import { isListedReference } from "./reference.ts";
import type { DateForm, ListedRecord } from "./rows.ts";

/** What is asked of a list before it is computed. */
export interface ListAsked {
  readonly places: ColumnPlaces;
  readonly dates: DateForm;
  readonly system: string;
  readonly schedule: RetentionSchedule;
  readonly confirmed: Confirmed;
  /** Civil date at the clinic. */
  readonly today: string;
  /** Keys a reference, of a system whose own is or derives from an identifier. */
  readonly keyed?: ((reference: string) => string) | undefined;
}

/** Why a row can't be taken; the line is the file's. */
export interface RowFault {
  readonly line: number;
  readonly says: string;
}

export interface Computed {
  readonly rows: readonly ListedRecord[];
  /** The first of them; all of a list's rows are good, or none goes in. */
  readonly faults: readonly RowFault[];
  readonly faulty: number;
  /** Records that come due today or before, by class, and those that wait for a line of the rules. */
  readonly due: number;
  readonly byClass: ReadonlyMap<RowClass, number>;
  readonly waits: ReadonlyMap<string, number>;
}

/** Computes a list row by row, so that whoever reads it can pause between them. Dates stay here: a month comes out. */
export class Computing {
  readonly #asked: ListAsked;
  readonly #days = new DaysRead();
  readonly #lines = new Map<string, number>();
  readonly #rows: ListedRecord[] = [];
  readonly #faults: RowFault[] = [];
  readonly #byClass = new Map<RowClass, number>();
  readonly #waits = new Map<string, number>();
  #faulty = 0;
  #due = 0;

  constructor(asked: ListAsked) {
    this.#asked = asked;
  }

  take(cells: readonly string[], line: number): void {
    const says = this.#taken(cells, line);
    if (says === "") return;
    this.#faulty += 1;
    if (this.#faults.length < policy.retentionFaultsNamed.amount) this.#faults.push({ line, says });
  }

  /** @returns Why a row can't be taken; '' where it was. */
  #taken(cells: readonly string[], line: number): string {
    const { system, schedule, confirmed, today, keyed } = this.#asked;
    const written = this.#cell(cells, "ref").trim();
    if (written === "") return "no reference";
    const reference = keyed ? keyed(written) : written;
    if (!isListedReference(system, reference)) return "its reference is none of this system";
    const before = this.#lines.get(reference);
    if (before !== undefined) return `the same record as on line ${before}`;
    const about = classOf(this.#cell(cells, "about"));
    if (about === undefined) return "its class is none that is known";
    const lastSeen = this.#day(cells, "lastSeen");
    const lastEntry = this.#day(cells, "lastEntry");
    const born = this.#day(cells, "born");
    const died = this.#day(cells, "died");
    if (lastSeen === undefined || lastEntry === undefined || born === undefined || died === undefined)
      return "a day that the calendar does not have, or that is not written as the others";
    const grownUp = about === "adult";
    const facts = { about: grownUp ? "general" : about, grownUp, lastSeen, lastEntry, born, died } as const;
    const answer = dueOf(facts, schedule, confirmed, today);
    if (answer.is === "fault") return dueFaults[answer.fault];
    this.#lines.set(reference, line);
    const month = answer.is === "due" ? answer.month : "";
    if (answer.is === "waits") this.#waits.set(answer.line, (this.#waits.get(answer.line) ?? 0) + 1);
    else if (month <= today) this.#due += 1;
    this.#byClass.set(answer.rowClass, (this.#byClass.get(answer.rowClass) ?? 0) + 1);
    this.#rows.push([reference, answer.rowClass, month]);
    return "";
  }

  get result(): Computed {
    return {
      rows: this.#rows,
      faults: this.#faults,
      faulty: this.#faulty,
      due: this.#due,
      byClass: this.#byClass,
      waits: this.#waits,
    };
  }

  #cell(cells: readonly string[], column: ListColumn): string {
    const place = this.#asked.places[column];
    return place < 0 ? "" : (cells[place] ?? "");
  }

  #day(cells: readonly string[], column: ListColumn): string | undefined {
    return this.#days.read(this.#cell(cells, column), this.#asked.dates);
  }
}
