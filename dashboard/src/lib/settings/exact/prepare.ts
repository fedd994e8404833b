import { daysOf } from "#domain/exact/birthday";
import { type ListedName, pairsOf } from "#domain/exact/names";
import { type Token, tokensAtMost } from "#domain/exact/table";
import { dayText, emailAddress, emailText, healthNumber, nameText, numberText } from "#domain/exact/tokens";
import type { Columns } from "./columns.ts";

/** Rows of one list. */
export const rowsAtMost = 250_000;
/** An address that more people share is a house's or stands for none. */
const sharersAtMost = 5;
/** Lines that a count names. */
const linesNamed = 5;
/** Birthdays that stand for none in a program’s export. */
const fillers = new Set(["1900-01-01", "1901-01-01", "1899-12-31"]);

/** Why a cell gives nothing. */
export const whys = ["name", "birthday", "number", "email", "own", "shared"] as const;
export type Why = (typeof whys)[number];

/** What becomes of a file: counts, and lines by their number alone. */
export interface Looked {
  readonly rows: number;
  readonly usable: number;
  readonly doubles: number;
  readonly refused: number;
  readonly tokens: number;
  readonly left: Readonly<Record<Why, { readonly count: number; readonly lines: readonly number[] }>>;
}

export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface How {
  readonly columns: Columns;
  readonly monthFirst: boolean;
  /** The clinic's own mail domains: an address there is a colleague's. */
  readonly ownDomains: readonly string[];
  /** The clinic's day. */
  readonly today: string;
}

/**
 * The texts that are keyed of each row, and what is left out and why. Nothing of a row stands in what it answers but the
 * texts, which are keyed at once.
 */
export class Preparing {
  readonly #how: How;
  readonly #seen = new Set<string>();
  readonly #sharers = new Map<string, number>();
  readonly #left = Object.fromEntries(
    whys.map((why) => [why, { count: 0, lines: [] as number[] }]),
  ) as Record<Why, { count: number; lines: number[] }>;
  #rows = 0;
  #usable = 0;
  #doubles = 0;

  constructor(how: How) {
    this.#how = how;
  }

  /** Asked of every row before the first is taken: whose addresses are shared. */
  countAddress({ cells }: Row): void {
    const address = emailAddress(this.#cell(cells, "email"));
    if (address !== "") this.#sharers.set(address, (this.#sharers.get(address) ?? 0) + 1);
  }

  /** The texts of one row; none of a row that is refused, or that stood there before. */
  take({ line, cells }: Row): readonly string[] {
    this.#rows += 1;
    const texts = [
      ...this.#named(line, cells),
      ...this.#numbered(line, cells),
      ...this.#addressed(line, cells),
    ];
    if (texts.length === 0) return [];
    this.#usable += 1;
    const fresh = texts.filter((text) => !this.#seen.has(text));
    for (const text of fresh) this.#seen.add(text);
    if (fresh.length === 0) this.#doubles += 1;
    return fresh;
  }

  get looked(): Looked {
    return {
      rows: this.#rows,
      usable: this.#usable,
      doubles: this.#doubles,
      refused: this.#rows - this.#usable,
      tokens: this.#seen.size,
      left: this.#left,
    };
  }

  #cell(cells: readonly string[], column: keyof Columns): string {
    return (cells[this.#how.columns[column]] ?? "").trim();
  }

  #leaves(why: Why, line: number): readonly string[] {
    const left = this.#left[why];
    left.count += 1;
    if (left.lines.length < linesNamed) left.lines.push(line);
    return [];
  }

  #named(line: number, cells: readonly string[]): readonly string[] {
    const { columns, monthFirst, today } = this.#how;
    if (columns.full < 0 && columns.surname < 0) return [];
    const name: ListedName =
      columns.surname >= 0
        ? { given: this.#cell(cells, "given"), surname: this.#cell(cells, "surname") }
        : { full: this.#cell(cells, "full") };
    const pairs = pairsOf(name);
    if (pairs.length === 0) return this.#leaves("name", line);
    // A time of day behind it, as databases write midnight.
    const written = this.#cell(cells, "birthday").replace(/[T ]+\d{1,2}:\d\d.*$/, "");
    const days = daysOf(written, monthFirst).filter((day) => day <= today && !fillers.has(day));
    const [day] = days;
    if (day === undefined || days.length > 1) return this.#leaves("birthday", line);
    return [dayText(day), ...pairs.map((pair) => nameText(pair, day))];
  }

  #numbered(line: number, cells: readonly string[]): readonly string[] {
    const written = this.#cell(cells, "number");
    if (written === "") return [];
    const number = healthNumber(written);
    return number === "" ? this.#leaves("number", line) : [numberText(number)];
  }

  #addressed(line: number, cells: readonly string[]): readonly string[] {
    const written = this.#cell(cells, "email");
    if (written === "") return [];
    const address = emailAddress(written);
    if (address === "") return this.#leaves("email", line);
    const domain = address.slice(address.indexOf("@") + 1);
    if (this.#how.ownDomains.includes(domain)) return this.#leaves("own", line);
    if ((this.#sharers.get(address) ?? 0) > sharersAtMost) return this.#leaves("shared", line);
    return [emailText(address)];
  }
}

/** Tokens of texts, in one run of memory. */
export class Tokens {
  #all = new Float64Array(4_096);
  #count = 0;

  add(texts: readonly string[], token: Token): void {
    for (const text of texts) {
      if (this.#count === this.#all.length) {
        const larger = new Float64Array(Math.min(this.#all.length * 2, tokensAtMost));
        if (larger.length === this.#count) throw new RangeError("too many tokens for one list");
        larger.set(this.#all);
        this.#all = larger;
      }
      this.#all[this.#count++] = token(text);
    }
  }

  get all(): Float64Array {
    return this.#all.subarray(0, this.#count);
  }
}
