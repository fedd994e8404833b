import PDFDocument from "pdfkit";

/** A PDF with a text layer; with `password`, locked so that it cannot be read without it. */
export async function pdf(paragraphs: readonly string[], password?: string): Promise<Buffer> {
  const locked =
    password === undefined ? {} : { userPassword: password, ownerPassword: `${password} of the owner` };
  const document = new PDFDocument({ size: "A4", margin: 60, ...locked });
  const parts: Buffer[] = [];
  document.on("data", (part: Buffer) => parts.push(part));
  const done = new Promise((resolve, reject) => {
    document.once("end", resolve);
    document.once("error", reject);
  });
  document.fontSize(11);
  for (const paragraph of paragraphs) document.text(paragraph).moveDown();
  document.end();
  await done;
  return Buffer.concat(parts);
}
