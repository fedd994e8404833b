import { gzipSync, strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { judge } from "#domain/detector/judge";
import { docx, letter, pdf, pngOf, xlsx, zipped } from "../detector/files.ts";
import {
  garbledText,
  helvetica,
  inner,
  message,
  noMap,
  paragraphs,
  pdfWith,
  plainPdf,
  stream,
  withParts,
  words,
} from "./made.ts";
import { base64, blind, inLines, namesPatient } from "./reads.ts";

describe("a part that was not read for years is read", () => {
  test.each<[string, () => string | Uint8Array | Promise<Uint8Array>]>([
    [
      "PDF: a file attached",
      () =>
        pdfWith((page) =>
          page.text("See the attached document.").file(Buffer.from(letter), { name: "a.txt" }),
        ),
    ],
    [
      "PDF: a remark",
      () =>
        plainPdf(
          "",
          `/Annots[<</Type/Annot/Subtype/Text/Rect[10 10 30 30]/Contents(${letter.replaceAll("\n", " ")})>>]`,
          words,
          helvetica,
        ),
    ],
    [
      "PDF: a field",
      () =>
        plainPdf(
          "/AcroForm<</Fields[6 0 R]>>",
          "/Annots[6 0 R]",
          words,
          helvetica,
          `<</Type/Annot/Subtype/Widget/FT/Tx/T(Patient)/V(${letter.replaceAll("\n", " ")})/Rect[10 10 300 30]>>`,
        ),
    ],
    [
      "PDF: a title",
      () =>
        plainPdf("", "", words, helvetica).replace(
          "trailer<<",
          "trailer<</Info<</Title(Re: Mrs Ada Moss, DOB 12/03/1961, NHS number 999 000 0018)>>",
        ),
    ],
    [
      "DOCX: altChunk as a web archive",
      () => withParts({ "word/afchunk.mht": message("Content-Type: text/html", `\r\n<p>${letter}</p>`) }),
    ],
    [
      "DOCX: altChunk as HTML",
      () => withParts({ "word/afchunk.htm": `<html><body>${paragraphs("p")}</body></html>` }),
    ],
    ["DOCX: altChunk as a document", () => withParts({ "word/afchunk.docx": docx(...letter.split("\n")) })],
    [
      "DOCX: SmartArt",
      () => withParts({ "word/diagrams/data1.xml": `<dgm:dataModel>${paragraphs("a:p")}</dgm:dataModel>` }),
    ],
    [
      "DOCX: customXml",
      () =>
        withParts({
          "customXml/item1.xml": "<patient><name>Ada Moss</name><nhsNumber>9990000018</nhsNumber></patient>",
        }),
    ],
    [
      "DOCX: a chart",
      () => withParts({ "word/charts/chart1.xml": `<c:chart>${paragraphs("c:v")}</c:chart>` }),
    ],
    [
      "DOCX: what a picture is said to show",
      () => withParts({}, `x<wp:docPr id="1" descr="${letter.replaceAll("\n", " ")}"/>`),
    ],
    [
      "DOCX: a table embedded",
      () =>
        withParts({
          "word/embeddings/table.xlsx": xlsx([
            ["Name", "NHS number"],
            ["Ada Moss", "9990000018"],
          ]),
        }),
    ],
    [
      "XLSX: what a pivot table keeps of its source",
      () =>
        zipped({
          "xl/workbook.xml": strToU8("<workbook/>"),
          "xl/pivotCache/pivotCacheDefinition1.xml": strToU8(
            '<pivotCacheDefinition><cacheField name="NHS number"><s v="999 000 0018"/></cacheField></pivotCacheDefinition>',
          ),
        }),
    ],
    [
      "XLSX: the name of a sheet",
      () =>
        zipped({
          "xl/workbook.xml": strToU8(
            '<workbook><sheets><sheet name="NHS number 999 000 0018"/></sheets></workbook>',
          ),
        }),
    ],
    [
      "RTF: a text box",
      () =>
        `{\\rtf1\\ansi Rota\\par{\\shp{\\*\\shpinst\\shpleft0{\\shptxt ${letter.replaceAll("\n", "\\par ")}}}}}`,
    ],
    ["RTF: a remark", () => `{\\rtf1\\ansi Rota{\\*\\annotation ${letter.replaceAll("\n", "\\par ")}}}`],
    [
      "HTML: values in single quotes and in none",
      () => "<!doctype html><label>NHS number</label><input value='999 000'><input value=0018>",
    ],
    [
      "HTML: a sign > in a value",
      () => "<!doctype html><p title='a > b'>NHS number <input value='999 000 0018'></p>",
    ],
    [
      "HTML: a page in a page",
      () => `<!doctype html><iframe srcdoc="&lt;p&gt;${letter}&lt;/p&gt;"></iframe>`,
    ],
    [
      "HTML: a file in an address",
      () => `<!doctype html><a href="data:text/plain;base64,${base64(letter)}">letter</a>`,
    ],
    [
      "HTML: data for its scripts",
      () => `<!doctype html><script type='application/json'>{"nhs_number":"9990000018"}</script>`,
    ],
    [
      "mail: a message in a message, in base64",
      () =>
        message(
          "From: a@clinic.example\r\nSubject: papers",
          `Content-Type: multipart/mixed; boundary="o"\r\n\r\n--o\r\nContent-Type: text/plain\r\n\r\nhello\r\n--o\r\nContent-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n${inLines(base64(inner))}\r\n--o--\r\n`,
        ),
    ],
    [
      "mail: first a header that no list has",
      () =>
        `Organization: Harbour\r\nThread-Topic: x\r\n${message("From: a@clinic.example\r\nSubject: x", `Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n${inLines(base64(letter))}`)}`,
    ],
    [
      "mail: a box of several messages",
      () =>
        ["a", "b"]
          .map((name) => `From ${name}@x.example Mon Nov 30 10:00:00 2026\n${inner.replaceAll("\r", "")}\n`)
          .join("\n"),
    ],
    [
      "mail: a page sent as its only body",
      () =>
        message(
          "From: a@clinic.example\r\nSubject: x",
          `Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>NHS number 999=20=\r\n000 0018</p>`,
        ),
    ],
    [
      "HL7: a report in base64",
      () =>
        `MSH|^~\\&|LAB|X|Y|Z|20261130||ORU^R01|1|P|2.4\rOBX|1|ED|PDF||LAB^TEXT^RTF^Base64^${base64(`{\\rtf1\\ansi ${letter.replaceAll("\n", "\\par ")}}`)}||||||F\r`,
    ],
    [
      "FHIR: a report in base64",
      () =>
        JSON.stringify({
          resourceType: "Binary",
          contentType: "application/rtf",
          data: base64(`{\\rtf1\\ansi ${letter.replaceAll("\n", "\\par ")}}`),
        }),
    ],
    [
      "XML: a report in base64",
      () =>
        `<?xml version="1.0"?><ClinicalDocument><text representation="B64">${inLines(base64(docx(...letter.split("\n"))))}</text></ClinicalDocument>`,
    ],
    ["gzip", () => gzipSync(strToU8(letter))],
  ])("%s", async (_, make) => {
    const reading = await blind(await make());
    expect(namesPatient(reading)).toBe(true);
    expect(reading.unreadable).toBeUndefined();
  });
});

describe("a part that can't be read is said", () => {
  test.each<[string, string, () => string | Uint8Array | Promise<Uint8Array>]>([
    [
      "PDF: Adobe's own form",
      "part",
      () =>
        plainPdf(
          "/AcroForm<</Fields[]/XFA 6 0 R>>",
          "",
          words,
          helvetica,
          stream(`<xdp><data><name>Ada Moss</name></data></xdp>`),
        ),
    ],
    [
      "PDF: a file attached that is locked",
      "locked",
      async () => {
        const locked = await pdf([letter], "open");
        return pdfWith((page) =>
          page.text("See the attached document.").file(Buffer.from(locked), { name: "a.pdf" }),
        );
      },
    ],
    [
      "PDF: text without a map to letters",
      "garbled",
      () => plainPdf("", "", stream(`BT /F1 12 Tf 50 700 Td ${garbledText} ET`), noMap),
    ],
    [
      "PDF: letters drawn as shapes below a line of text",
      "picture",
      () =>
        pdfWith((page) => {
          page.text("Harbour Physio");
          for (let at = 0; at < 400; at++)
            page
              .moveTo(60 + (at % 40) * 12, 200 + at)
              .bezierCurveTo(62, 205, 66, 195, 70, 200 + at)
              .stroke();
        }),
    ],
    ["PDF: a scan with a line of text", "picture", () => pdf(["Scanned by an app, page 1 of 1\n", null])],
    [
      "DOCX: a picture beside a line of text",
      "picture",
      () => withParts({ "word/media/image1.png": pngOf(800, 600) }),
    ],
    [
      "DOCX: a drawing of Windows",
      "picture",
      () =>
        withParts({
          "word/media/image1.emf": new Uint8Array(
            new Uint32Array([1, 108, 0, 0, 0, 0, 0, 0, 0, 0, 0x464d4520, 0x10000]).buffer,
          ),
        }),
    ],
    [
      "DOCX: an object of an unknown kind",
      "damaged",
      () =>
        withParts({
          "word/embeddings/oleObject1.bin": Uint8Array.from([
            0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 1, 2, 3,
          ]),
        }),
    ],
    [
      "ODT: a picture",
      "picture",
      () =>
        zipped({
          "content.xml": strToU8("<office:document-content><text:p>Rota</text:p></office:document-content>"),
          "Pictures/1.jpg": Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
        }),
    ],
    [
      "RTF: a picture",
      "picture",
      () => `{\\rtf1\\ansi Rota\\par{\\pict\\pngblip ${Buffer.from(pngOf(800, 600)).toString("hex")}}}`,
    ],
    [
      "RTF: an object",
      "part",
      () => "{\\rtf1\\ansi Rota\\par{\\object\\objemb{\\*\\objdata 010500000200000007000000}}}",
    ],
    [
      "HTML: a picture in an address",
      "picture",
      () => `<!doctype html><p>Rota</p><img src='data:image/png;base64,${base64(pngOf(800, 600))}'>`,
    ],
    [
      "mail: a picture",
      "picture",
      () =>
        message(
          "From: a@clinic.example\r\nSubject: x",
          `Content-Type: multipart/related; boundary=o\r\n\r\n--o\r\nContent-Type: text/html\r\n\r\n<img src="cid:1">\r\n--o\r\nContent-Type: image/png\r\nContent-ID: <1>\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(pngOf(800, 600))}\r\n--o--\r\n`,
        ),
    ],
    [
      "mail: a locked message",
      "locked",
      () =>
        message(
          "From: a@clinic.example\r\nSubject: x",
          `Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\nMIIB\r\n`,
        ),
    ],
    [
      "XML: words in entities of its own",
      "part",
      () =>
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY who "Ada Moss, NHS number 999 000 0018">]><a>&who;</a>',
    ],
    ["a gzip cut short", "damaged", () => gzipSync(strToU8(letter.repeat(50))).slice(0, 60)],
  ])("%s", async (_, reason, make) => {
    const reading = await blind(await make());
    expect(reading.unreadable).toBe(reason);
    expect(judge(reading, {}).strength).toBe("unreadable");
  });

  test("an icon is no picture in which words could stand", async () => {
    expect((await blind(withParts({ "word/media/image1.png": pngOf(48, 48) }))).unreadable).toBeUndefined();
  });
});
