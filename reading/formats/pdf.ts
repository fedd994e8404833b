import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type Budget, Unreadable } from "../budget.ts";
import { latin1 } from "../kinds.ts";
import { type Inside, oneOf, type Taken } from "../taken.ts";
import { aboutOf } from "./pdf/about.ts";
import { aroundIt } from "./pdf/around.ts";
import { formText } from "./pdf/form.ts";
import { beforeTheEnd, opened } from "./pdf/open.ts";
import { Pages } from "./pdf/pages.ts";

/** Bytes at a file's end in which its end mark must stand (ISO 32000-1, 7.5.5, with room for what mailers append). */
const tailLength = 4_096;
/** Largest file without an end mark that is still looked into. */
const mendedAtMost = 32 * 1024 * 1024;
/** Files inside a PDF that are opened. */
const attachmentsAtMost = 200;

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

const reasonOf = (problem: unknown) =>
  problem instanceof Error && problem.name === "PasswordException" ? "locked" : "damaged";

async function readDocument(pdf: PDFDocumentProxy, file: Blob, budget: Budget): Promise<Taken> {
  const isWhole = await endsWell(file);
  const pages = new Pages(pdf, budget);
  await pages.read();
  if (budget.eyes) await pages.look(budget.eyes);
  const { texts, read, unreadable, missed, files } = pages.result;
  const about = await aboutIt(pdf, budget);
  const form = about?.isOwnForm ? await formOf(pdf, file, budget) : "";
  return {
    format: "pdf",
    text: [...texts, ...(form ? [budget.takeText(form)] : []), budget.takeText(about?.words ?? "")]
      .filter((one) => one !== undefined && one !== "")
      .join("\n\n"),
    read,
    unreadable: isWhole
      ? (unreadable ?? (form === undefined || about === undefined ? "part" : undefined))
      : "damaged",
    missed,
    attached: [...(await attachmentsOf(pdf, files, budget)), ...(await aroundIt(file))],
  };
}

/** What a document says beside its pages; undefined where that is broken, which takes nothing from the pages. */
async function aboutIt(pdf: PDFDocumentProxy, budget: Budget) {
  try {
    return await beforeTheEnd(aboutOf(pdf), budget);
  } catch {
    return undefined;
  }
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
async function attachmentsOf(
  pdf: PDFDocumentProxy,
  files: readonly string[],
  budget: Budget,
): Promise<Inside[]> {
  const attachments = (await pdf.getAttachments()) as Map<string, object> | null;
  const ids = new Set([...(attachments?.keys() ?? []), ...files]);
  const inside: Inside[] = [];
  for (const [place, id] of [...ids].entries()) {
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
