/** A stream of numbers that look random and are the same in every example: only secrets differ. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** A whole number from 0 up to, not including, `below` (at most 65,536). */
  below(below: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor(((this.#state >>> 8) / 0x1000000) * below);
  }

  of<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[this.below(items.length)] ?? items[0];
  }

  digits(length: number): string {
    return Array.from({ length }, (_, i) => (i === 0 ? 1 + this.below(9) : this.below(10))).join("");
  }

  hex(length: number): string {
    return Array.from({ length }, () => this.below(16).toString(16)).join("");
  }

  id(): string {
    return Array.from({ length: 15 }, () => this.below(36).toString(36)).join("");
  }
}
