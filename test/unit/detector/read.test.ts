import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { judge } from "#domain/detector/judge";
import { read } from "#reading/read";
import {
  blob,
  compound,
  docx,
  letter,
  opendocument,
  pdf,
  pngOf,
  pptx,
  sharedSheet,
  sparse,
  utf16,
  xlsx,
  zipped,
} from "./files.ts";

/** More than it takes; a loaded machine gets its time. */
const allowance = { milliseconds: 30_000 };
const readAll = (bytes: string | Uint8Array) => read(blob(bytes), allowance);
const patientOf = (reading: Awaited<ReturnType<typeof read>>) =>
  judge(reading, {}).findings.some(({ ending }) => ending === "0018");

const eml = `From: a@clinic.example
To: b@clinic.example
Subject: =?utf-8?B?U2hvdWxkZXI=?=
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="edge"

--edge
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

NHS number 999 =
000 00=31=38
--edge
Content-Type: text/html

<p>Caf&eacute;</p>
--edge
Content-Type: application/octet-stream; name="x.bin"
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename="x.bin"

${btoa("Patient: Tom Reed, DOB 01/02/1970")}
--edge--
`;

describe("words are read by the bytes, whatever the name", () => {
  test.each([
    ["plain text", () => strToU8(letter), "text"],
    ["UTF-16 with its mark", () => utf16(letter), "text"],
    ["UTF-16, the other order", () => utf16(letter, true), "text"],
    ["UTF-16 without a mark", () => utf16(letter).slice(2), "text"],
    [
      "HTML",
      () =>
        strToU8(`<!doctype html><html><style>x{}</style><p>${letter.replaceAll("\n", "<br>")}</p></html>`),
      "html",
    ],
    ["RTF", () => strToU8(`{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}NHS number 999\\~000 00\\'318\\par}`), "rtf"],
    ["a message", () => strToU8(eml), "email"],
    ["DOCX", () => docx(...letter.split("\n")), "docx"],
    ["a number in pieces in DOCX", () => docx("NHS number 999 0</w:t></w:r><w:r><w:t>00 0018"), "docx"],
    [
      "XLSX",
      () =>
        xlsx([
          ["Name", "NHS number", "DOB"],
          ["Ada Moss", "9990000018", 22_352],
        ]),
      "xlsx",
    ],
    ["PPTX", () => pptx("NHS number 999 000 0018"), "pptx"],
    ["ODT", () => opendocument("<text:p>NHS number 999<text:s/>000<text:s/>0018</text:p>"), "opendocument"],
    [
      "ODS",
      () =>
        opendocument(
          "<table:table><table:table-row><table:table-cell><text:p>NHS number</text:p></table:table-cell><table:table-cell><text:p>9990000018</text:p></table:table-cell></table:table-row></table:table>",
        ),
      "opendocument",
    ],
    ["ZIP in ZIP", () => zipped({ "a.zip": zipped({ "letter.exe": docx(letter) }) }), "zip"],
    ["XML", () => strToU8('<?xml version="1.0"?><p><nhsNumber>NHS 9990000018</nhsNumber></p>'), "xml"],
    ["JSON", () => strToU8('{"nhs_number": "9990000018"}'), "text"],
  ])("%s", async (_, bytes, format) => {
    const reading = await readAll(bytes());
    expect(reading).toMatchObject({ format });
    expect(reading.unreadable).toBeUndefined();
    expect(reading.read.done).toBe(reading.read.of);
    expect(patientOf(reading)).toBe(true);
  });

  test("Windows-1252", async () => {
    const reading = await readAll(
      new Uint8Array([...strToU8("Se"), 0xe1, ...strToU8("n O"), 0x92, ...strToU8("Brien")]),
    );
    expect(reading.text).toBe("Se\u00e1n O\u2019Brien");
  });
  test("an e-mail's subject, HTML and attachment", async () => {
    const { text } = await readAll(eml);
    expect(text).toContain("subject: Shoulder");
    expect(text).toContain("Caf\u00e9");
    expect(text).toContain("Tom Reed");
  });
  test("a date of birth in a spreadsheet, stored as a number", async () => {
    expect((await readAll(xlsx([["DOB"], [22_352]]))).text).toBe("DOB\n1961-03-12");
  });
});

describe("PDF", () => {
  test("pages with text, and a value beside its label", async () => {
    const reading = await readAll(await pdf([letter, "second page of it"]));
    expect(reading).toMatchObject({ format: "pdf", read: { unit: "page", done: 2, of: 2 } });
    expect(reading.text).toContain("NHS number 999 000 0018");
  });
  test("a page that is only a picture is said, an empty one is not", async () => {
    expect(await readAll(await pdf([letter, null, "more of it"]))).toMatchObject({
      read: { done: 2, of: 3 },
      unreadable: "picture",
    });
    expect((await readAll(await pdf([letter, ""]))).unreadable).toBeUndefined();
  });
  test("a scan that nothing looks at is a picture", async () => {
    expect(await readAll(await pdf([null]))).toMatchObject({
      text: "",
      read: { done: 0, of: 1 },
      unreadable: "picture",
    });
  });
  test("a password", async () => {
    expect(await readAll(await pdf([letter], "open"))).toMatchObject({
      text: "",
      unreadable: "locked",
    });
  });
  test.each([0.2, 0.5, 0.9])("cut short at %d of its length", async (part) => {
    const whole = await pdf([letter]);
    expect(await readAll(whole.slice(0, whole.length * part))).toMatchObject({ unreadable: "damaged" });
  });
});

describe("what can't be read is said", () => {
  const docxBytes = docx(letter);
  const lockedZip = () => {
    const bytes = zipped({ "letter.txt": strToU8(letter) });
    const view = new DataView(bytes.buffer);
    for (let place = 0; place < bytes.length - 4; place++) {
      if (view.getUint32(place, true) === 0x04034b50) view.setUint16(place + 6, 1, true);
      if (view.getUint32(place, true) === 0x02014b50) view.setUint16(place + 8, 1, true);
    }
    return bytes;
  };
  test.each([
    ["an empty file", () => new Uint8Array(), "empty"],
    ["blank text", () => strToU8("  \n \n"), "empty"],
    ["a DOCX without words", () => docx(""), "empty"],
    [
      "a DOCX that is a scan",
      () =>
        zipped({
          "word/document.xml": strToU8("<w:p/>"),
          "word/media/image1.png": pngOf(400, 300),
          "word/media/image2.png": pngOf(400, 300),
        }),
      "picture",
    ],
    ["a locked ZIP", lockedZip, "locked"],
    ["a locked DOCX", () => compound("EncryptedPackage"), "locked"],
    ["a locked ODT", () => opendocument("<text:p>x</text:p>", "<manifest:encryption-data/>"), "locked"],
    ["an old DOC cut short", () => compound("WordDocument"), "damaged"],
    ["a DOCX cut short", () => docxBytes.slice(0, docxBytes.length - 40), "damaged"],
    ["an RTF cut short", () => strToU8("{\\rtf1\\ansi NHS number 999 000"), "damaged"],
    ["an XML cut short", () => strToU8('<?xml version="1.0"?><p><n>Rota'), "damaged"],
    ["a ZIP of nothing but its mark", () => strToU8("PK\u0003\u0004"), "damaged"],
    ["a picture", () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), "picture"],
    [
      "a picture in a ZIP",
      () => zipped({ "a.txt": strToU8("rota"), "b.jpg": new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]) }),
      "picture",
    ],
    [
      "a ZIP too deep",
      () =>
        [1, 2, 3, 4, 5].reduce((inner) => zipped({ "a.zip": inner }), zipped({ "a.txt": strToU8(letter) })),
      "unknown-kind",
    ],
    ["a bomb", () => zipped({ "a.txt": new Uint8Array(70 * 1024 * 1024) }), "too-large"],
    [
      "too many entries",
      () =>
        zipped(
          Object.fromEntries(Array.from({ length: 2_001 }, (_, row) => [`${row}.txt`, new Uint8Array()])),
        ),
      "too-large",
    ],
  ] as const)(
    "%s",
    async (_, bytes, unreadable) => {
      const reading = await readAll(bytes());
      expect(reading.unreadable).toBe(unreadable);
      expect(judge(reading, {}).strength).toBe("unreadable");
    },
    30_000,
  );
});

/** What took a square of its length: it ends within a second now, and took minutes before. */
test("markup of nothing but openings, and of nothing but hard spaces, is read to its end", async () => {
  const many = 3_000_000;
  const open = await readAll(`<html>${"<".repeat(many)}p>${letter}`);
  expect(open.unreadable).toBeUndefined();
  expect(patientOf(open)).toBe(true);
  const spaces = await readAll(`<html><p>${"\u00a0".repeat(many)}x</p><p>${letter}</p>`);
  expect(patientOf(spaces)).toBe(true);
}, 60_000);

describe("an office document of more text than is kept: the beginning is read, and the rest is said", () => {
  test("an XLSX of 60 kB with a long string in 50,000 cells", async () => {
    const bytes = sharedSheet(`${letter} ${"x".repeat(100_000)}`, '<row><c t="s"><v>0</v></c></row>', 50_000);
    expect(bytes.length).toBeLessThan(100_000);
    const reading = await readAll(bytes);
    expect(reading).toMatchObject({ format: "xlsx", unreadable: "too-large", read: { done: 0, of: 2 } });
    expect(reading.text.length).toBeLessThanOrEqual(6_000_000);
    expect(patientOf(reading)).toBe(true);
  }, 30_000);
  test("an XLSX with a cell far to the right in each of 100,000 rows, and one of a row ended again and again", async () => {
    const far = await readAll(sharedSheet("x", '<row><c r="SQ1" t="s"><v>0</v></c></row>', 100_000));
    expect(far.unreadable).toBe("too-large");
    expect(far.text.length).toBeLessThanOrEqual(6_000_000);
    const ended = await readAll(
      sharedSheet("x".repeat(50_000), '<row><c t="s"><v>0</v></c>', 1, "</row>", 9_000),
    );
    expect(ended.text.length).toBeLessThan(100_000);
  }, 30_000);
  test("a DOCX of 7 million signs", async () => {
    const reading = await readAll(docx(letter, "rota ".repeat(1_400_000)));
    expect(reading).toMatchObject({ format: "docx", unreadable: "too-large", read: { done: 0, of: 1 } });
    expect(patientOf(reading)).toBe(true);
  }, 30_000);
});

describe("budget", () => {
  const line = strToU8("Rota for next week, room 3.\n");
  const size = 300 * 1024 * 1024;

  test("300 MB of text: the beginning is read, and that the rest was not is said", async () => {
    const file = sparse(size, line);
    const reading = await read(file, allowance);
    expect(reading).toMatchObject({ read: { unit: "byte", of: size }, unreadable: "too-large" });
    expect(reading.read.done).toBeLessThan(size);
    expect(file.taken).toBeLessThan(40 * 1024 * 1024);
    expect(judge(reading, {}).strength).toBe("unreadable");
  }, 20_000);
  test("a slow disk: it answers in time", async () => {
    const file = sparse(size, line, 100);
    const reading = await read(file, { milliseconds: 350 });
    expect(file.taken).toBeLessThan(40 * 1024 * 1024);
    expect(reading).toMatchObject({ unreadable: "timed-out" });
  });
  test("300 MB that begin as a PDF, a ZIP, a message or a page never pass", async () => {
    for (const head of [
      "%PDF-1.7\n",
      "PK\u0003\u0004",
      "From: a@b.example\nTo: c@d.example\nSubject: x\n\n",
      "<html><body>",
    ]) {
      const reading = await read(sparse(size, strToU8(head.padEnd(5_000, "x \n"))), { milliseconds: 3_000 });
      expect(reading.unreadable).toBeDefined();
    }
  }, 60_000);
  test("a signal stops it", async () => {
    const reading = await read(sparse(size, line, 20), {
      milliseconds: 8_000,
      signal: AbortSignal.timeout(100),
    });
    expect(reading).toMatchObject({ unreadable: "timed-out" });
  });
  test("progress is told", async () => {
    const told: number[] = [];
    await read(sparse(5 * 1024 * 1024, line), { ...allowance, onProgress: ({ done }) => told.push(done) });
    expect(told.length).toBe(5);
    expect(told.at(-1)).toBe(5 * 1024 * 1024);
  });
});
