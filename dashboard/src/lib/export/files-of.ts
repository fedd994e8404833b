import { asPaper, type FormPaper } from "./form-paper.ts";
import type { Paper } from "./paper.ts";

/** A file as it is saved or stored. */
export type FileBytes = Uint8Array<ArrayBuffer>;

/**
 * A paper as PDF. The libraries and fonts come from our own server when this is called, and not before.
 *
 * @throws {Error} If they can't be fetched.
 */
export async function pdfOf(paper: FormPaper): Promise<FileBytes> {
  const [{ renderPdf }, { loadPdfkit }, { loadFonts }] = await Promise.all([
    import("./pdf/render-pdf.ts"),
    import("./pdf/load-pdfkit.ts"),
    import("./pdf/load-fonts.ts"),
  ]);
  const [pdfkit, fonts] = await Promise.all([loadPdfkit(), loadFonts(asPaper(paper))]);
  return await renderPdf(paper, pdfkit, fonts);
}

/** A paper as a Word document, by a library that is fetched when this is called. */
export async function docxOf(paper: Paper): Promise<FileBytes> {
  const { renderDocx } = await import("./docx/render-docx.ts");
  return await renderDocx(paper);
}

/** The media types of our files. */
export const mediaTypes = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  json: "application/json",
  csv: "text/csv;charset=utf-8",
  zip: "application/zip",
} as const;
