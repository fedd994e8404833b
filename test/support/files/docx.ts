import { strToU8, zipSync } from "fflate";

const xml = (body: string) => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`);
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const run = (line: string) => `<w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r>`;
const paragraphOf = (text: string) => `<w:p>${text.split("\n").map(run).join("<w:r><w:br/></w:r>")}</w:p>`;

const officeDocument = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
const mainDocument = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/** A Word document with the parts that ECMA-376 asks for and no more. */
export function docx(paragraphs: readonly string[]): Buffer {
  const body = paragraphs.map(paragraphOf).join("");
  return Buffer.from(
    zipSync({
      "[Content_Types].xml": xml(
        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${mainDocument}"/></Types>`,
      ),
      "_rels/.rels": xml(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${officeDocument}" Target="word/document.xml"/></Relationships>`,
      ),
      "word/document.xml": xml(
        `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
      ),
    }),
  );
}
