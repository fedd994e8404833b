import {
  getDocument,
  PDFDataRangeTransport,
  type PDFDocumentProxy,
  type PDFPageProxy,
  VerbosityLevel,
} from "pdfjs-dist/legacy/build/pdf.mjs";
// @ts-expect-error The package has no types for this half; nothing of it is called here.
import * as pdfWorker from "pdfjs-dist/legacy/build/pdf.worker.mjs";
import type { UnreadableReason } from "#domain/detector/verdict";
import { type Budget, Unreadable } from "../budget.ts";
import { latin1 } from "../kinds.ts";
import type { Eyes } from "../pictures/eyes.ts";
import { type Inside, oneOf, type Taken } from "../taken.ts";
import { formText } from "./pdf/form.ts";
import { readPage, type Unseen } from "./pdf/page.ts";
import { lookAt } from "./pdf/seen.ts";

// The detector is a worker already: PDF.js finds its other half here instead of starting a second worker.
Object.assign(globalThis, { pdfjsWorker: pdfWorker });

/** Bytes at a file's end in which its end mark must stand (ISO 32000-1, 7.5.5, with room for what mailers append). */
const tailLength = 4_096;
/** Largest file without an end mark that is still looked into. */
const mendedAtMost = 32 * 1024 * 1024;
/** Files inside a PDF that are opened. */
const attachmentsAtMost = 200;
/** Share of a page that pictures must cover to count where nothing looks at them: more than a letterhead's. */
const pictureShare = 0.03;

/** Hands PDF.js only those slices of the file that it asks for. */
class Slices extends PDFDataRangeTransport {
  readonly #file: Blob;

  constructor(file: Blob, head: Uint8Array) {
    super(file.size, head);
    this.#file = file;
  }

  override async requestDataRange(begin: number, end: number): Promise<void> {
    this.onDataRange(begin, new Uint8Array(await this.#file.slice(begin, end).arrayBuffer()));
  }
}

/** Reads a PDF page by page: text layer, fields and remarks; what no text tells is looked at. Attachments are handed on. */
export async function readPdf(file: Blob, budget: Budget): Promise<Taken> {
  // A broken file is mended by going through all of it, which nobody waits for in a large one.
  if (file.size > mendedAtMost && !(await endsWell(file))) throw new Unreadable("damaged");
  const task = await opened(file, budget.eyes);
  try {
    return await readDocument(await beforeTheEnd(task.promise, budget), file, budget);
  } catch (problem) {
    throw problem instanceof Unreadable ? problem : new Unreadable(reasonOf(problem));
  } finally {
    // Not waited for: a document that hangs hangs here too.
    task.destroy().catch(() => undefined);
  }
}

async function opened(file: Blob, eyes: Eyes | undefined, enableXfa = false) {
  const head = new Uint8Array(await file.slice(0, 65_536).arrayBuffer());
  return getDocument({
    range: new Slices(file, head),
    disableAutoFetch: true,
    disableStream: true,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa,
    // A page with a broken part is said to be damaged, not read without it.
    stopAtErrors: true,
    verbosity: VerbosityLevel.ERRORS,
    ...(eyes ? drawnWith(eyes) : { useWasm: false }),
  });
}

/** Canvas and decoders, which PDF.js would look for in a page. */
function drawnWith(eyes: Eyes): object {
  return {
    wasmUrl: "decoders/",
    BinaryDataFactory: class {
      fetch({ filename }: { filename: string }) {
        return eyes.decoder(filename);
      }
    },
    CanvasFactory: class {
      create(width: number, height: number) {
        const canvas = eyes.canvas(width, height);
        return { canvas, context: canvas.getContext("2d", { willReadFrequently: true }) };
      }
      reset({ canvas }: { canvas: { width: number; height: number } }, width: number, height: number) {
        canvas.width = width;
        canvas.height = height;
      }
      destroy({ canvas }: { canvas: { width: number; height: number } }) {
        canvas.width = 0;
        canvas.height = 0;
      }
    },
    FilterFactory: NoFilters,
  };
}

/** Filters are made of a page's elements, which a worker has none of: colours stay as they are. */
class NoFilters {
  addFilter = () => "none";
  addHCMFilter = () => "none";
  addAlphaFilter = () => "none";
  addLuminosityFilter = () => "none";
  addKnockoutFilter = () => "none";
  addHighlightHCMFilter = () => "none";
  addSelectionHCMFilter = () => "none";
  addSelectionFilter = () => "none";
  createSelectionStyle = () => null;
  destroy = () => undefined;
}

const reasonOf = (problem: unknown) =>
  problem instanceof Error && problem.name === "PasswordException" ? "locked" : "damaged";

/** A promise, or `timed-out` when the budget ends first. */
async function beforeTheEnd<T>(promise: Promise<T>, budget: Budget): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Unreadable("timed-out")), budget.left);
  });
  try {
    return await Promise.race([promise, end]);
  } finally {
    clearTimeout(timer);
  }
}

/** The pages of a document, as they are read and then looked at. */
class Pages {
  readonly #texts: string[] = [];
  /** Why a page is not whole, by its number. */
  readonly #missed = new Map<number, UnreadableReason>();
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
        const { text, unseen } = await readPage(page);
        this.#texts[number - 1] = this.#budget.takeText(unseen?.why === "garbled" ? "" : text);
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
    for (const [place, { number, unseen }] of this.#unseen.entries()) {
      if (this.#budget.full || this.#budget.spent) {
        for (const { number: left } of this.#unseen.slice(place))
          this.#missed.set(left, this.#budget.spent ? "timed-out" : "too-large");
        return;
      }
      await this.#try(number, async (page) => {
        const words = await lookAt(page, unseen, eyes, this.#budget);
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
    };
  }
}

async function readDocument(pdf: PDFDocumentProxy, file: Blob, budget: Budget): Promise<Taken> {
  const isWhole = await endsWell(file);
  const pages = new Pages(pdf, budget);
  await pages.read();
  if (budget.eyes) await pages.look(budget.eyes);
  const { texts, read, unreadable, missed } = pages.result;
  const { info } = (await pdf.getMetadata()) as { info: Record<string, unknown> };
  const form = info.IsXFAPresent === true ? await formOf(pdf, file, budget) : "";
  const about = [info.Title, info.Subject, info.Keywords].filter(
    (one) => typeof one === "string" && one !== "",
  );
  return {
    format: "pdf",
    text: [...texts, ...(form ? [budget.takeText(form)] : []), about.join("\n")]
      .filter((one) => one !== undefined && one !== "")
      .join("\n\n"),
    read,
    unreadable: isWhole ? (unreadable ?? (form === undefined ? "part" : undefined)) : "damaged",
    missed,
    inside: await attachmentsOf(pdf, budget),
  };
}

/**
 * What a form of Adobe's own kind (XFA) holds, which stands beside the pages: undefined where it can't be opened. A form
 * that has ordinary fields too was read with its pages.
 */
async function formOf(pdf: PDFDocumentProxy, file: Blob, budget: Budget): Promise<string | undefined> {
  if (await pdf.getFieldObjects()) return "";
  const task = await opened(file, undefined, true);
  try {
    const form = await beforeTheEnd(task.promise, budget);
    return form.isPureXfa && form.allXfaHtml ? formText(form.allXfaHtml) : undefined;
  } catch {
    return undefined;
  } finally {
    task.destroy().catch(() => undefined);
  }
}

/** The files in a PDF, and those that its remarks carry. They are taken at once: nothing comes of a closed document. */
async function attachmentsOf(pdf: PDFDocumentProxy, budget: Budget): Promise<Inside[]> {
  const attachments = (await pdf.getAttachments()) as Map<string, object> | null;
  const ids = [...(attachments?.keys() ?? [])];
  const inside: Inside[] = [];
  for (const [place, id] of ids.entries()) {
    if (place >= attachmentsAtMost) return [...inside, () => Promise.reject(new Unreadable("too-large"))];
    try {
      const content = (await beforeTheEnd(pdf.getAttachmentContent(id), budget)) as Uint8Array | null;
      if (!content) throw new Unreadable("part");
      budget.takeBytes(content.length);
      inside.push(oneOf(content));
    } catch (problem) {
      const reason = problem instanceof Unreadable ? problem : new Unreadable("damaged");
      inside.push(() => Promise.reject(reason));
      if (reason.reason !== "part" && reason.reason !== "damaged") break;
    }
  }
  return inside;
}

/** Whether the file's last bytes hold its end mark; PDF.js mends a file that was cut short without saying so. */
async function endsWell(file: Blob): Promise<boolean> {
  const tail = new Uint8Array(await file.slice(Math.max(0, file.size - tailLength)).arrayBuffer());
  return latin1(tail).includes("%%EOF");
}
