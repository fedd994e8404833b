import type { ChangedBy } from "#domain/api";
import { Problem, sentenceFor } from "#lib/api/problem.ts";

/** A row that acts compare: another version in the database is a 409. */
export interface Versioned {
  readonly id: string;
  readonly version: number;
}

/**
 * The row that an act is about, in the version that somebody has really seen. Only this file makes one, so that no
 * form sends the version of a page that was read anew behind it.
 */
class SeenRow {
  readonly id: string;
  #version = $state(0);

  constructor({ id, version }: Versioned) {
    this.id = id;
    this.#version = version;
  }

  get version(): number {
    return this.#version;
  }

  /** After an act of one's own the row is known as that act left it. */
  leftAt(version: number): void {
    if (version > this.#version) this.#version = version;
  }
}

export type { SeenRow };

/** The row upon which a button stands that was pressed just now: what was on the screen at that moment was seen. */
export const pressed = (row: Versioned): SeenRow => new SeenRow(row);

/** How a refusal's row is read; `undefined` where it is none of this kind. */
export type ReadRow<Row extends Versioned> = (current: unknown) => Row | undefined;

/**
 * A row as it stood when a dialog or form opened, while the page behind it goes on: what is sent carries that version
 * until somebody says that they have seen the newer one.
 */
export class Seen<Row extends Versioned> {
  readonly #live: () => Row | undefined;
  readonly #read: ReadRow<Row>;
  #before = $state.raw() as Row;
  #row = $state.raw() as SeenRow;
  #refusedWith = $state.raw<Row>();
  #by = $state.raw<readonly ChangedBy[]>([]);
  #says = $state("");

  /**
   * @param live - The row as the page has it now.
   * @param begun - The row as it was seen, where what is written now was begun before.
   * @throws {Error} If there is none when the dialog opens.
   */
  constructor(live: () => Row | undefined, read: ReadRow<Row>, begun?: Row) {
    const row = begun ?? live();
    if (row === undefined) throw new Error("there is no row to begin with");
    this.#live = live;
    this.#read = read;
    this.#start(row);
  }

  #start(row: Row): void {
    this.#before = row;
    this.#row = new SeenRow(row);
    this.#refusedWith = undefined;
    this.#by = [];
    this.#says = "";
  }

  /** What an act carries. */
  get row(): SeenRow {
    return this.#row;
  }

  /** What was on the screen when it opened, or when the newer one was taken. */
  get before(): Row {
    return this.#before;
  }

  /** The row as somebody else left it since; undefined while nobody changed it. */
  get newer(): Row | undefined {
    const { id, version } = this.#row;
    const known = [this.#refusedWith, this.#live()].filter(
      (row): row is Row => row !== undefined && row.id === id && row.version > version,
    );
    return known.sort((one, other) => other.version - one.version)[0];
  }

  /** Who changed it and when, the newest first, as far as a refusal said. */
  get by(): readonly ChangedBy[] {
    return this.#by;
  }

  /** What a refusal because of the change said; '' while none did. */
  get says(): string {
    return this.#says;
  }

  /** Takes from a refusal what the row is now. @returns Whether it was refused because somebody changed the row. */
  refused(thrown: unknown): boolean {
    if (!(thrown instanceof Problem) || thrown.code !== "changed-meanwhile") return false;
    this.#refusedWith = this.#read(thrown.current);
    this.#by = thrown.changedBy;
    this.#says = sentenceFor(thrown);
    return true;
  }

  /** After an act of one's own: what the row says since. */
  leftAs(row: Row): void {
    this.#before = row;
  }

  /** What it says now was looked at: from here on that version is sent. */
  takeNewer(): void {
    const { newer } = this;
    if (newer) this.#start(newer);
  }
}
