import {
  getDocument,
  PDFDataRangeTransport,
  type PDFDocumentProxy,
  type PDFPageProxy,
  VerbosityLevel,
} from "pdfjs-dist/legacy/build/pdf.mjs";
// @ts-expect-error The package has no types for this half; nothing of it is called here.
import * as pdfWorker from "pdfjs-dist/legacy/build/pdf.worker.mjs";
import type { Reading } from "#domain/detector/verdict";
import { type Budget, Unreadable } from "../budget.ts";
import { latin1 } from "../kinds.ts";
import { drawsNoWords } from "./pdf-drawn.ts";
import { laidOut } from "./pdf-layout.ts";

// The detector is a worker already: PDF.js finds its other half here instead of starting a second worker.
Object.assign(globalThis, { pdfjsWorker: pdfWorker });

/** Signs that a page must show to count as read. */
const signsOnAPage = 8;
/** Bytes at a file's end in which its end mark must stand (ISO 32000-1, 7.5.5, with room for what mailers append). */
const tailLength = 4_096;

/** Largest file without an end mark that is still looked into. */
const mendedAtMost = 32 * 1024 * 1024;

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

/** Reads the text layer and the filled fields of a PDF, page by page. */
export async function readPdf(file: Blob, budget: Budget): Promise<Reading> {
  // A broken file is mended by going through all of it, which nobody waits for in a large one.
  if (file.size > mendedAtMost && !(await endsWell(file))) throw new Unreadable("damaged");
  const head = new Uint8Array(await file.slice(0, 65_536).arrayBuffer());
  const task = getDocument({
    range: new Slices(file, head),
    disableAutoFetch: true,
    disableStream: true,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    // A page with a broken part is said to be damaged, not read without it.
    stopAtErrors: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    return await readPages(await beforeTheEnd(task.promise, budget), file, budget);
  } catch (problem) {
    throw problem instanceof Unreadable ? problem : new Unreadable(reasonOf(problem));
  } finally {
    // Not waited for: a document that hangs hangs here too.
    task.destroy().catch(() => undefined);
  }
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

async function readPages(pdf: PDFDocumentProxy, file: Blob, budget: Budget): Promise<Reading> {
  const of = pdf.numPages;
  const texts: string[] = [];
  const missed: number[] = [];
  let done = 0;
  let faint = false;
  let unreadable: Reading["unreadable"] = (await endsWell(file)) ? undefined : "damaged";
  for (let number = 1; number <= of; number++) {
    if (budget.full || budget.spent) {
      unreadable = budget.spent ? "timed-out" : "too-large";
      break;
    }
    try {
      const page = await beforeTheEnd(pdf.getPage(number), budget);
      const text = await beforeTheEnd(textOf(page), budget);
      const bare = text.length < signsOnAPage;
      // After the first picture of a page the file is not whole anyway: the others are not looked at.
      if (bare && !faint) faint = !(await beforeTheEnd(drawsNoWords(page), budget));
      if (!bare || !faint) done++;
      else missed.push(number);
      texts.push(budget.takeText(text));
      page.cleanup();
    } catch (problem) {
      if (problem instanceof Unreadable) unreadable = problem.reason;
      else unreadable = "damaged";
      missed.push(number);
      if (unreadable === "timed-out") break;
    }
    budget.progress({ unit: "page", done: number, of });
  }
  if (done < of) unreadable ??= "too-faint";
  return {
    text: texts.join("\n\n"),
    format: "pdf",
    read: { unit: "page", done, of },
    ...(unreadable && { unreadable }),
    ...(missed.length > 0 && { missed }),
  };
}

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  const shown = laidOut(items);
  const fields = (await page.getAnnotations()).flatMap((note: Record<string, unknown>) => {
    const value = note.fieldValue;
    const name = note.alternativeText || note.fieldName || "";
    return typeof value === "string" && value.trim() !== "" ? [`${name}: ${value}`] : [];
  });
  return [shown.trim(), ...fields].join("\n").trim();
}

/** Whether the file's last bytes hold its end mark; PDF.js mends a file that was cut short without saying so. */
async function endsWell(file: Blob): Promise<boolean> {
  const tail = new Uint8Array(await file.slice(Math.max(0, file.size - tailLength)).arrayBuffer());
  return latin1(tail).includes("%%EOF");
}
