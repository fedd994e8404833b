/** How much of minutes is printed, so that they take two pages at most; the frozen JSON always holds all of it. */
export interface MinutesDetail {
  /** Characters of a cell or sentence. */
  readonly words: number;
  /** Rows of a table, and lines of a list beside it. */
  readonly rows: number;
}

/** From the whole down to what fits on two pages whatever a week held. */
export const minutesDetails: readonly [MinutesDetail, ...MinutesDetail[]] = [
  { words: Number.POSITIVE_INFINITY, rows: Number.POSITIVE_INFINITY },
  { words: 240, rows: 60 },
  { words: 160, rows: 30 },
  { words: 110, rows: 18 },
  { words: 90, rows: 10 },
  { words: 70, rows: 5 },
  { words: 50, rows: 3 },
];

/** Shortens what a paper says, and remembers whether it did. */
export class Shortener {
  readonly #detail: MinutesDetail;
  #cut = false;
  #left = 0;

  constructor(detail: MinutesDetail) {
    this.#detail = detail;
  }

  /** @param times - As many times the length of a cell. */
  words(text: string, times = 1): string {
    const most = this.#detail.words * times;
    if (text.length <= most) return text;
    this.#cut = true;
    return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "")}\u2026`;
  }

  rows<Row>(rows: readonly Row[]): readonly Row[] {
    if (rows.length <= this.#detail.rows) return rows;
    this.#left += rows.length - this.#detail.rows;
    return rows.slice(0, this.#detail.rows);
  }

  /** What was shortened and where the rest is; '' where all is there. */
  get note(): string {
    const left = this.#left === 1 ? "1 line is left out" : `${this.#left} lines are left out`;
    const what = [this.#cut ? "long texts are cut" : "", this.#left > 0 ? left : ""].filter(Boolean);
    if (what.length === 0) return "";
    return `Shortened to two pages: ${what.join(" and ")}. All of it stands in the annex behind them, and in the minutes\u2019 JSON that the hash below names.`;
  }
}
