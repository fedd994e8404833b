/// <reference path="./pdfkit.d.ts" />
import type { PdfDocumentClass } from "./pdf-document.ts";

/** pdfkit's build for browsers, fetched when somebody exports. */
export const loadPdfkit = async (): Promise<PdfDocumentClass> =>
  // Twice, since the tests describe another part of the same package.
  (await import("pdfkit")).default as unknown as PdfDocumentClass;
