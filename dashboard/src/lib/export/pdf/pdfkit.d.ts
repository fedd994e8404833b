/** The package ships no types; `pdf-document.ts` has the part that we use. */
declare module "pdfkit" {
  const PDFDocument: import("./pdf-document.ts").PdfDocumentClass;
  export default PDFDocument;
}
