import type { Place } from "./route.ts";

/** Pages that were in the tab before and were not asked for anew. */
const cameBackBy: readonly string[] = ["back_forward", "reload"];

/**
 * Which searches somebody asked for in this document. Going back to one, loading it again, or the page that a search
 * would be made on, is none.
 */
export class Asked {
  readonly #known = new Set<string>();
  #last: string | undefined;
  #clicked = false;

  /**
   * The frame arrived at a place.
   *
   * @param by - `load`: the document was loaded with it. `return`: the browser had kept the document and shows it again.
   */
  arrive({ term }: Place, by: "load" | "move" | "return"): void {
    this.#clicked = false;
    this.#last = term;
    const [load] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const cameBack = by === "return" || (by === "load" && cameBackBy.includes(load?.type ?? ""));
    if (term !== undefined && cameBack) this.#known.add(term);
  }

  /** What starts a search that the address does not tell was clicked. */
  click(): void {
    this.#clicked = true;
  }

  /** Whether the search at the place counts now. */
  counts(): boolean {
    return this.#last === undefined ? this.#clicked : !this.#known.has(this.#last);
  }

  /** It was told: not again before it is asked for anew. */
  told(): void {
    this.#clicked = false;
    if (this.#last !== undefined) this.#known.add(this.#last);
  }
}
