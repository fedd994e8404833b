import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { UnreadableReason } from "#domain/detector/verdict";
import { type Budget, Unreadable } from "../../budget.ts";
import type { Eyes } from "../../pictures/eyes.ts";
import { beforeTheEnd } from "./open.ts";
import { readPage } from "./page.ts";
import { lookAt } from "./seen.ts";
import type { Unseen } from "./unseen.ts";

/** Share of a page that pictures must cover to count where nothing looks at them: more than a letterhead's. */
const pictureShare = 0.03;

/** The pages of a document, as they are read and then looked at. */
export class Pages {
  readonly #texts: string[] = [];
  /** Why a page is not whole, by its number. */
  readonly #missed = new Map<number, UnreadableReason>();
  /** Names of the files that remarks carry. */
  readonly #files: string[] = [];
  readonly #unseen: { readonly number: number; readonly unseen: Unseen }[] = [];
  readonly #pdf: PDFDocumentProxy;
  readonly #budget: Budget;

  constructor(pdf: PDFDocumentProxy, budget: Budget) {
    this.#pdf = pdf;
    this.#budget = budget;
  }

  /** First the text layers of all pages, which take little time. */
  async read(): Promise<void> {
    const of = this.#pdf.numPages;
    const { eyes } = this.#budget;
    for (let number = 1; number <= of; number++) {
      if (this.#stops(number)) return;
      await this.#try(number, async (page) => {
        const { text, unseen, lost, files } = await readPage(page);
        this.#files.push(...files);
        const isNothing = unseen?.why === "garbled" && !unseen.areas;
        this.#texts[number - 1] = this.#budget.takeText(isNothing ? "" : text);
        if (lost) this.#missed.set(number, lost);
        if (unseen === undefined) return;
        if (eyes) this.#unseen.push({ number, unseen });
        else if (unseen.why === "garbled" || unseen.share >= pictureShare) throw new Unreadable(unseen.why);
      });
      this.#budget.progress({ unit: "page", done: number - this.#unseen.length, of });
    }
  }

  /** Then, page by page, what the text layers don't tell. */
  async look(eyes: Eyes): Promise<void> {
    const of = this.#pdf.numPages;
    const layers = this.#pdf.getOptionalContentConfig().then((config) => {
      for (const [id] of config) config.setVisibility(id, true, false);
      return config;
    });
    for (const [place, { number, unseen }] of this.#unseen.entries()) {
      if (this.#budget.full || this.#budget.spent) {
        for (const { number: left } of this.#unseen.slice(place))
          this.#missed.set(left, this.#budget.spent ? "timed-out" : "too-large");
        return;
      }
      await this.#try(number, async (page) => {
        const words = await lookAt(page, unseen, eyes, this.#budget, layers);
        const text = [this.#texts[number - 1] ?? "", this.#budget.takeText(words)];
        this.#texts[number - 1] = text.filter((one) => one !== "").join("\n");
      });
      this.#budget.progress({ unit: "page", done: of - this.#unseen.length + place + 1, of });
    }
  }

  #stops(number: number): boolean {
    const { full, spent } = this.#budget;
    if (!full && !spent) return false;
    for (let left = number; left <= this.#pdf.numPages; left++)
      this.#missed.set(left, spent ? "timed-out" : "too-large");
    return true;
  }

  async #try(number: number, what: (page: PDFPageProxy) => Promise<void>): Promise<void> {
    try {
      const page = await beforeTheEnd(this.#pdf.getPage(number), this.#budget);
      await beforeTheEnd(what(page), this.#budget);
      page.cleanup();
    } catch (problem) {
      this.#missed.set(number, problem instanceof Unreadable ? problem.reason : "damaged");
    }
  }

  get result() {
    const missed = [...this.#missed.keys()].sort((one, other) => one - other);
    const of = this.#pdf.numPages;
    return {
      texts: this.#texts,
      read: { unit: "page", done: of - missed.length, of } as const,
      unreadable: [...this.#missed.values()][0],
      missed,
      files: this.#files,
    };
  }
}
