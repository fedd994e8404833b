import { createCanvas } from "@napi-rs/canvas";
import { strToU8, zlibSync } from "fflate";
import { describe, expect, test } from "vitest";
import { judge } from "#domain/detector/judge";
import { isGarbledFont } from "#reading/formats/pdf/garbled";
import { besidePicture } from "#reading/pictures/beside";
import { letter, opendocument, zipped } from "../detector/files.ts";
import { garbledText, helvetica, message, noMap, plainPdf, stream, withParts, words } from "./made.ts";
import { base64, blind, inLines, namesPatient, seeing } from "./reads.ts";

const line = letter.replaceAll("\n", " ");
const page = (...more: readonly string[]) => `<!doctype html><p>Rota of the front desk</p>${more.join("")}`;
const hex = (text: string) => Buffer.from(text).toString("hex");
const written = (text: string) => text.replace(/[ ,:/]/g, (sign) => `=${hex(sign).toUpperCase()}`);
const percent = encodeURIComponent(line);

/** As `uuencode` writes it. */
function unix(text: string): string {
  const sign = (value: number) => String.fromCharCode(value === 0 ? 96 : value + 32);
  const bytes = [...strToU8(text)];
  const lines: string[] = [];
  for (let from = 0; from < bytes.length; from += 45) {
    const row = bytes.slice(from, from + 45);
    let out = sign(row.length);
    for (let at = 0; at < row.length; at += 3) {
      const [a = 0, b = 0, c = 0] = row.slice(at, at + 3);
      out += [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63].map(sign).join("");
    }
    lines.push(out);
  }
  return `begin 644 a.txt\n${lines.join("\n")}\n\`\nend\n`;
}

const annotated = (annotation: string, ...objects: readonly string[]) =>
  plainPdf("", `/Annots[<</Type/Annot/Rect[10 10 300 30]${annotation}>>]`, words, helvetica, ...objects);

/** An archive of which the directory no longer names the first file. */
function withoutName(): Uint8Array {
  const whole = zipped({ "a.txt": [strToU8(letter), { level: 0 }], "b.txt": strToU8("Rota") });
  const view = new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
  const end = whole.length - 22;
  const at = view.getUint32(end + 16, true);
  const first = 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true);
  const cut = new Uint8Array([...whole.subarray(0, at), ...whole.subarray(at + first)]);
  const other = new DataView(cut.buffer);
  other.setUint16(end - first + 8, 1, true);
  other.setUint16(end - first + 10, 1, true);
  other.setUint32(end - first + 12, view.getUint32(end + 12, true) - first, true);
  return cut;
}

const sheet = (more: string, parts: Record<string, string> = {}) =>
  zipped({
    "xl/workbook.xml": strToU8(`<workbook>${parts.names ?? ""}</workbook>`),
    "xl/worksheets/sheet1.xml": strToU8(
      `<worksheet><sheetData><row><c r="A1" t="inlineStr"><is><t>Rota</t></is></c></row></sheetData>${more}</worksheet>`,
    ),
    ...(parts.strings && { "xl/sharedStrings.xml": strToU8(parts.strings) }),
  });

describe("what stands where nobody looks is read", () => {
  test.each<[string, () => string | Uint8Array | Promise<Uint8Array>]>([
    ["text: Base64 in lines", () => `Rota\n\n${inLines(base64(letter))}\n`],
    ["text: Base64 in a cell", () => `name,document\nrota,${base64(letter)}\n`],
    ["text: digits of sixteen", () => `Rota\n${hex(letter)}`],
    ["text: quoted-printable", () => `Rota\n${written(letter)}`],
    ["text: as in an address", () => `Rota https://x.example/?q=${percent}`],
    [
      "text: signs of JSON",
      () => `{"a":"${[...line].map((sign) => `\\u${hex(utf16Sign(sign))}`).join("")}"}`,
    ],
    ["text: a file as Unix packed it", () => `Rota\n${unix(letter)}`],
    ["HTML: Base64 in the text", () => page(`<pre>${inLines(base64(letter))}</pre>`)],
    ["HTML: a sentence in a script", () => page(`<script>document.write("${line}")</script>`)],
    ["HTML: a sentence in a style", () => page(`<style>p::after{content:"${line}"}</style>`)],
    ["HTML: a remark", () => page(`<!-- <p>${line}</p> -->`)],
    ["HTML: data for a script", () => page(`<div data-note="${line}"></div>`)],
    ["HTML: what it says it is about", () => page(`<meta name="description" content="${line}">`)],
    ["HTML: a page in an address", () => page(`<iframe src="data:text/html,<p>${line}</p>"></iframe>`)],
    ["XML: a remark", () => `<?xml version="1.0"?><a>Rota<!-- ${line} --></a>`],
    [
      "mail: before the first part",
      () =>
        message(
          "From: a@clinic.example\r\nSubject: x",
          `Content-Type: multipart/mixed; boundary="o"\r\n\r\n${line}\r\n--o\r\nContent-Type: text/plain\r\n\r\nRota\r\n--o--\r\n`,
        ),
    ],
    [
      "mail: behind the last part",
      () =>
        message(
          "From: a@clinic.example\r\nSubject: x",
          `Content-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\nContent-Type: text/plain\r\n\r\nRota\r\n--o--\r\n${line}\r\n`,
        ),
    ],
    [
      "mail: the name of a file",
      () =>
        message(
          "From: a@clinic.example\r\nSubject: x",
          `Content-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="NHS number 999 000 0018.txt"\r\n\r\nRota\r\n--o--\r\n`,
        ),
    ],
    [
      "mail: Base64 in its text",
      () =>
        message(
          "From: a@clinic.example\r\nSubject: x",
          `Content-Type: text/plain\r\n\r\nRota\r\n\r\n${inLines(base64(letter))}\r\n`,
        ),
    ],
    ["ZIP: a remark", () => withRemark(line)],
    ["ZIP: a name", () => zipped({ "NHS number 999 000 0018.txt": strToU8("Rota") })],
    ["DOCX: a label of a field", () => withParts({}, `x</w:t><w:alias w:val="${line}"/><w:t>`)],
    ["DOCX: the first value of a field", () => withParts({}, `x</w:t><w:default w:val="${line}"/><w:t>`)],
    ["DOCX: letters along a line", () => withParts({}, `x</w:t><v:textpath string="${line}"/><w:t>`)],
    [
      "DOCX: letters of a font of symbols",
      () =>
        withParts(
          {},
          `x</w:t>${[...line].map((sign) => `<w:sym w:font="Wingdings" w:char="F0${hex(sign)}"/>`).join("")}<w:t>`,
        ),
    ],
    [
      "DOCX: a variable of the document",
      () =>
        withParts({ "word/settings.xml": `<w:settings><w:docVar w:name="a" w:val="${line}"/></w:settings>` }),
    ],
    [
      "DOCX: an address that writes a message",
      () =>
        withParts({
          "word/_rels/document.xml.rels": `<Relationships><Relationship Id="a" Target="mailto:a@b.example?body=${percent}" TargetMode="External"/></Relationships>`,
        }),
    ],
    ["DOCX: a control", () => withParts({ "word/activeX/activeX1.xml": `<ax:ocx ax:value="${line}"/>` })],
    ["DOCX: another file among its fonts", () => withParts({ "word/fonts/a.txt": letter })],
    [
      "XLSX: on the paper’s edge",
      () => sheet(`<headerFooter><oddHeader>&amp;C${line}</oddHeader></headerFooter>`),
    ],
    ["XLSX: what a cell asks for", () => sheet(`<dataValidation prompt="${line}"/>`)],
    ["XLSX: a text in a formula", () => sheet(`<c r="B1"><f>IF(A1=1,"${line}","")</f><v>0</v></c>`)],
    [
      "XLSX: a name that stands for a text",
      () =>
        sheet("", { names: `<definedNames><definedName name="a">"${line}"</definedName></definedNames>` }),
    ],
    [
      "XLSX: a string that no cell shows any more",
      () => sheet("", { strings: `<sst><si><t>${line}</t></si></sst>` }),
    ],
    ["PPTX: tags", () => withTags()],
    [
      "ODT: hidden text",
      () => opendocument(`<text:p>Rota<text:hidden-text text:string-value="${line}"/></text:p>`),
    ],
    ["ODT: a field of a form", () => opendocument(`<form:textarea form:current-value="${line}"/>`)],
    ["RTF: a destination that nobody has to know", () => `{\\rtf1\\ansi Rota\\par{\\*\\strange ${line}}}`],
    ["RTF: a text in two ways", () => `{\\rtf1\\ansi Rota\\par{\\upr{x}{\\*\\ud ${line}}}}`],
    [
      "RTF: the first value of a field",
      () => `{\\rtf1\\ansi Rota{\\*\\fldinst FORMTEXT{\\*\\formfield{\\*\\ffdeftext ${line}}}}}`,
    ],
    [
      "PDF: bookmarks",
      () =>
        plainPdf(
          "/Outlines 6 0 R",
          "",
          words,
          helvetica,
          "<</First 7 0 R/Last 7 0 R>>",
          `<</Title(${line})/Parent 6 0 R>>`,
        ),
    ],
    [
      "PDF: data of its own",
      () => plainPdf("", "", words, helvetica).replace("trailer<<", `trailer<</Info<</Note(${line})>>`),
    ],
    [
      "PDF: what runs when it opens",
      () => plainPdf(`/OpenAction<</S/JavaScript/JS(app.alert\\("${line}"\\))>>`, "", words, helvetica),
    ],
    ["PDF: choices of a field", () => annotated(`/Subtype/Widget/FT/Ch/T(a)/Opt[(${line})(b)]`)],
    [
      "PDF: an address that writes a message",
      () => annotated(`/Subtype/Link/A<</S/URI/URI(mailto:a@b.example?body=${percent})>>`),
    ],
    [
      "PDF: a file that a remark carries",
      () => annotated("/Subtype/FileAttachment/FS<</Type/Filespec/F(a.txt)/EF<</F 6 0 R>>>>", stream(letter)),
    ],
    [
      "PDF: words beyond the edge of a page that was cropped",
      () =>
        plainPdf(
          "",
          "/CropBox[0 600 595 842]",
          stream(`BT /F1 9 Tf 50 700 Td (Rota of the front desk) Tj 0 -400 Td (${line}) Tj ET`),
          helvetica,
        ),
    ],
    ["PDF: a text behind its end", async () => strToU8(`${plainPdf("", "", words, helvetica)}\n${letter}`)],
    ["PDF: a text before it", () => `${letter}\n${plainPdf("", "", words, helvetica)}`],
  ])("%s", async (_, make) => {
    const reading = await blind(await make());
    expect(namesPatient(reading)).toBe(true);
    expect(reading.unreadable).toBeUndefined();
  });
});

const utf16Sign = (sign: string) => String.fromCharCode(0) + sign;

function withRemark(remark: string): Uint8Array {
  const whole = zipped({ "a.txt": strToU8("Rota") });
  const said = strToU8(remark);
  const view = new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
  view.setUint16(whole.length - 2, said.length, true);
  return new Uint8Array([...whole, ...said]);
}

const withTags = () =>
  zipped({
    "ppt/presentation.xml": strToU8("<p:presentation/>"),
    "ppt/tags/tag1.xml": strToU8(`<p:tagLst><p:tag name="NOTE" val="${line}"/></p:tagLst>`),
  });

/** A picture of a page whose points come from a stream that isn't what it says. */
const pictured = (filter: string, data: string, more = "") =>
  plainPdf(
    "",
    "",
    stream(
      "BT /F1 12 Tf 50 700 Td (Rota of the front desk, next week) Tj ET q 400 0 0 300 80 300 cm /Im Do Q",
    ),
    helvetica,
    `<</Type/XObject/Subtype/Image/Width 400/Height 300/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/${filter}/Length ${data.length}${more}>>stream\n${data}\nendstream`,
  ).replace("/Resources<<", "/Resources<</XObject<</Im 6 0 R>>");

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"));

describe("what can’t be read is said", () => {
  test.each<[string, string, () => string | Uint8Array | Promise<Uint8Array>]>([
    ["text: Base64 of nothing known", "part", () => `Rota\n${base64(noise(1_200))}`],
    [
      "text: another alphabet in eight bits",
      "garbled",
      () => Uint8Array.from({ length: 400 }, (_, at) => (at % 7 === 0 ? 32 : 0xe0 + (at % 31))),
    ],
    [
      "text: UTF-32",
      "unknown-kind",
      () =>
        new Uint8Array([0xff, 0xfe, 0, 0, ...[...letter].flatMap((sign) => [sign.charCodeAt(0), 0, 0, 0])]),
    ],
    ["text: a page in PostScript", "part", () => "%!PS-Adobe-3.0\n<52656d> show showpage\n"],
    ["text: yEnc", "part", () => "=ybegin line=128 size=4 name=a\nabcd\n=yend size=4\n"],
    ["a picture of Netpbm", "picture", () => `P5\n400 300\n255\n${"\u00ff".repeat(200)}`],
    [
      "SVG: letters as shapes",
      "picture",
      () =>
        `<svg xmlns="http://www.w3.org/2000/svg"><text>Rota</text><path d="${"M1 1c1 2 3 4 5 6".repeat(400)}"/></svg>`,
    ],
    [
      "mail: a part of a message",
      "part",
      () =>
        message(
          "From: a@clinic.example\r\nSubject: x",
          `Content-Type: message/partial; id="a@b"; number=2; total=3\r\n\r\nRota\r\n`,
        ),
    ],
    [
      "mail: a file elsewhere",
      "part",
      () =>
        message(
          "From: a@clinic.example\r\nSubject: x",
          `Content-Type: message/external-body; access-type=URL; URL="https://x.example/a"\r\n\r\nContent-Type: image/png\r\n\r\n`,
        ),
    ],
    ["ZIP: a file that its directory doesn’t name", "part", withoutName],
    [
      "ZIP: something behind its end",
      "part",
      () => new Uint8Array([...zipped({ "a.txt": strToU8("Rota") }), ...strToU8(letter)]),
    ],
    [
      "DOCX: strokes of a pen",
      "picture",
      () => withParts({ "word/ink/ink1.xml": "<ink><trace>1 2,3 4</trace></ink>" }),
    ],
    ["PDF: a film", "part", () => annotated("/Subtype/RichMedia")],
    [
      "PDF: a picture beside a page that was cropped",
      "part",
      () =>
        bytesOf(
          pictured("FlateDecode", latin(zlibSync(new Uint8Array(120_000).fill(200)))).replace(
            "/MediaBox[0 0 595 842]",
            "/MediaBox[0 0 595 842]/CropBox[0 650 595 842]",
          ),
        ),
    ],
    [
      "PDF: one font without a map to letters on a page of good words",
      "garbled",
      () =>
        plainPdf(
          "",
          "",
          stream(
            `BT /F2 11 Tf 50 800 Td ${"(The desk opens at eight and room four is kept) Tj 0 -14 Td ".repeat(20)} /F1 12 Tf ${garbledText} ET`,
          ),
          noMap,
          helvetica,
        ).replace("/F1 5 0 R", "/F1 5 0 R/F2 6 0 R"),
    ],
  ])("%s", async (_, reason, make) => {
    const reading = await blind(await make());
    expect(reading.unreadable).toBe(reason);
    expect(judge(reading, {}).strength).toBe("unreadable");
  });
});

test.each<[string, () => Uint8Array]>([
  [
    "PDF: a picture that can’t be unpacked",
    () =>
      bytesOf(pictured("DCTDecode", `\u00ff\u00d8\u00ff${latin(noise(500)).replaceAll("endstream", "")}`)),
  ],
  [
    "PDF: a picture that was cut short",
    () =>
      bytesOf(
        pictured(
          "FlateDecode",
          latin(zlibSync(new Uint8Array(120_000).fill(255), { level: 0 }).subarray(0, 60_000)),
        ),
      ),
  ],
])("%s is said to be damaged, though it is drawn as nothing", async (_, make) => {
  const reading = await seeing(make());
  expect(reading.unreadable).toBe("damaged");
  expect(reading.text).toContain("Rota");
});

/** Bytes without any order, the same in each run. */
function noise(length: number): Uint8Array {
  let state = 12;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return state >>> 24;
  });
}

describe("what holds nothing is left in peace", () => {
  test.each<[string, string]>([
    [
      "a certificate",
      `-----BEGIN CERTIFICATE-----\n${inLines(base64(noise(1_200)))}\n-----END CERTIFICATE-----\n`,
    ],
    ["a sequence of one size of letters", "ACGTTGCA".repeat(300)],
    ["a key in an address", `https://x.example/?key=${base64(noise(120)).replace(/[+/=]/g, "a")}`],
    [
      "a web font",
      page(
        `<style>@font-face{src:url(data:font/woff2;base64,${base64(`wOF2${latin(noise(900))}`)})}</style>`,
      ),
    ],
  ])("%s", async (_, text) => {
    expect((await blind(text)).unreadable).toBeUndefined();
  });
  test.each([
    "Opening hours 09:00–17:30, Mon–Fri",
    "Tel. 020 7946 0018 ext. 34",
    "FORM-12/B (v2.1) £45.00 + VAT",
    "☐ ☑ ☐ ☑ ☐ ☑ ☐ ☑ ☐ ☑ ☐ ☑",
  ])("a font with “%s” alone", (text) => {
    expect(isGarbledFont(text)).toBe(false);
  });
});

/** A white picture. */
function blank(): Uint8Array {
  const canvas = createCanvas(300, 200);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, 300, 200);
  return canvas.toBuffer("image/png");
}

describe("one rule for pictures", () => {
  const sent = (disposition: string) =>
    message(
      "From: a@clinic.example\r\nSubject: x",
      `Content-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\nContent-Type: text/plain\r\n\r\nRota\r\n--o\r\nContent-Type: image/png\r\nContent-Disposition: ${disposition}\r\nContent-Transfer-Encoding: base64\r\n\r\n${inLines(base64(blank()))}\r\n--o--\r\n`,
    );
  test("one that hangs on a mail is looked at as if it came by itself", async () => {
    const itself = (await seeing(blank())).unreadable;
    expect(itself).toBe("too-faint");
    expect((await seeing(sent("attachment; filename=a.png"))).unreadable).toBe(itself);
    expect((await seeing(zipped({ "a.png": blank() }))).unreadable).toBe(itself);
  });
  test("one that is shown in a mail is looked at as in a document", async () => {
    expect((await seeing(withParts({ "word/media/a.png": blank() }))).unreadable).toBeUndefined();
    expect((await seeing(sent("inline"))).unreadable).toBeUndefined();
  });
});

describe("what the file of a picture holds beside it", () => {
  const chunk = (kind: string, data: Uint8Array) => {
    const head = new Uint8Array(8);
    new DataView(head.buffer).setUint32(0, data.length);
    head.set(strToU8(kind), 4);
    return [...head, ...data, 0, 0, 0, 0];
  };
  const png = (...chunks: number[][]) =>
    new Uint8Array([...blank().subarray(0, 8), ...chunks.flat(), ...chunk("IEND", new Uint8Array())]);
  const segment = (mark: number, text: string) => [0xff, mark, 0, text.length + 2, ...strToU8(text)];
  const said = "Ada Moss, NHS number 999 000 0018, seen today";
  const frame = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 1, 0, 0];
  const gif = (...blocks: number[][]) =>
    new Uint8Array([...strToU8("GIF89a"), 1, 0, 1, 0, 0, 0, 0, ...blocks.flat(), 0x3b]);

  test.each<[string, "png" | "jpeg" | "gif", Uint8Array]>([
    ["a text of a PNG", "png", png(chunk("tEXt", strToU8(`Description\0${said}`)))],
    ["a remark of a JPEG", "jpeg", new Uint8Array([0xff, 0xd8, ...segment(0xfe, said), 0xff, 0xd9])],
    [
      "what XMP says of a JPEG",
      "jpeg",
      new Uint8Array([0xff, 0xd8, ...segment(0xe1, `<a>${said}</a>`), 0xff, 0xd9]),
    ],
    ["a remark of a GIF", "gif", gif([0x21, 0xfe, said.length, ...strToU8(said), 0], frame)],
  ])("%s is read", (_, format, bytes) => {
    expect(besidePicture(bytes, format)).toEqual({ words: said, moves: false, end: bytes.length });
  });
  test("of further pictures it is known that they are there", () => {
    expect(besidePicture(gif(frame), "gif").moves).toBe(false);
    expect(besidePicture(gif(frame, frame), "gif").moves).toBe(true);
    expect(besidePicture(png(chunk("acTL", new Uint8Array([0, 0, 0, 2, 0, 0, 0, 0]))), "png").moves).toBe(
      true,
    );
  });
  test("a file behind it begins where it ends; the scan of a JPEG ends at no stuffed byte", () => {
    const scan = [0xff, 0xda, 0, 2, 1, 0xff, 0, 0xd9, 0xff, 0xd0, 2, 0xff, 0xd9];
    const jpeg = new Uint8Array([0xff, 0xd8, ...scan]);
    expect(besidePicture(new Uint8Array([...jpeg, ...strToU8(letter)]), "jpeg").end).toBe(jpeg.length);
    expect(besidePicture(jpeg.subarray(0, 9), "jpeg").end).toBe(9);
  });
  test("all of it, in a picture that is looked at", async () => {
    const reading = await seeing(new Uint8Array([...blank(), ...strToU8(letter)]));
    expect(namesPatient(reading)).toBe(true);
  });
});
