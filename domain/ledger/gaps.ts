/** More stretches than this are not kept: a file so broken has its first fault in one of these. */
const mostRanges = 1_000;

/** Numbers of a sequence that were passed over, as stretches: where they come later, the order was broken. */
export class Gaps {
  #ranges: [number, number][] = [];

  /** Passes over a stretch that lies after all others. */
  open(first: number, last: number): void {
    if (this.#ranges.length < mostRanges) this.#ranges.push([first, last]);
  }

  /** @returns Whether this number was missing until now. */
  fill(seq: number): boolean {
    const at = this.#ranges.findIndex(([first, last]) => first <= seq && seq <= last);
    const range = this.#ranges[at];
    if (!range) return false;
    const [first, last] = range;
    const left: [number, number][] = [
      [first, seq - 1],
      [seq + 1, last],
    ];
    this.#ranges.splice(at, 1, ...left.filter(([from, to]) => from <= to));
    return true;
  }

  has(seq: number): boolean {
    return this.#ranges.some(([first, last]) => first <= seq && seq <= last);
  }

  /** The first number that never came. */
  first(): number | undefined {
    return this.#ranges[0]?.[0];
  }
}
