import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { letter, utf16, zipped } from "../detector/files.ts";
import { compoundOf, doc, msg, ppt, table } from "./old-files.ts";
import { blind, namesPatient } from "./reads.ts";

const rows = [
  ["Name", "NHS number"],
  ["Ada Moss", "999 000 0018"],
];

describe("formats, told by their bytes", () => {
  test.each<[string, string, () => string | Uint8Array]>([
    ["a document of Word 97", "doc", () => doc(letter.replaceAll("\n", "\r"))],
    ["a table of Excel 97", "xls", () => table(rows, "biff8")],
    ["a table of Excel 95", "xls", () => table(rows, "biff5")],
    ["a binary table", "xlsb", () => table(rows, "xlsb")],
    ["a table of OpenDocument", "opendocument", () => table(rows, "ods")],
    ["a presentation of PowerPoint 97", "ppt", () => ppt(letter.replaceAll("\n", "\r"))],
    ["a message of Outlook", "msg", () => msg("papers", letter)],
    ["a file on a message of Outlook", "msg", () => msg("papers", "see there", strToU8(letter))],
    [
      "a document packed in an object",
      "object",
      () => compoundOf({ Package: doc(letter.replaceAll("\n", "\r")) }),
    ],
    [
      "a vCard",
      "text",
      () => `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Moss\r\nNOTE:NHS number 999 000 0018\r\nEND:VCARD\r\n`,
    ],
    ["Markdown", "text", () => `# Letter\n\n${letter}`],
    ["tabs", "text", () => rows.map((row) => row.join("\t")).join("\n")],
    ["UTF-8 with its mark", "text", () => `\ufeff${letter}`],
    ["a page in UTF-16", "html", () => utf16(`<!doctype html><p>${letter}</p>`)],
  ])("%s", async (_, format, make) => {
    const reading = await blind(make());
    expect(reading.format).toBe(format);
    expect(namesPatient(reading)).toBe(true);
    expect(reading.unreadable).toBeUndefined();
  });

  test("the name has no say: a document called .txt in an archive called .doc", async () => {
    expect(namesPatient(await blind(zipped({ "rota.txt": doc(letter.replaceAll("\n", "\r")) })))).toBe(true);
  });

  test("Polish letters of an RTF stand as they are", async () => {
    const { text } = await blind("{\\rtf1\\ansi\\ansicpg1250 Pani Stanis\\'b3awa W\\'f3jcik}");
    expect(text).toBe("Pani Stanisława Wójcik");
  });
  test("letters of a message in Windows-1252 and in Latin-2", async () => {
    const sent = (charset: string, bytes: readonly number[]) =>
      new Uint8Array([
        ...strToU8(
          `From: a@b.example\r\nSubject: x\r\nContent-Type: text/plain; charset=${charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n`,
        ),
        ...bytes,
      ]);
    expect((await blind(sent("windows-1252", [0x53, 0x65, 0xe1, 0x6e]))).text).toContain("Seán");
    expect((await blind(sent("iso-8859-2", [0xa3, 0x75, 0x63, 0x6a, 0x61]))).text).toContain("Łucja");
  });
  test.each([
    ["a locked document of Word 97", () => doc(letter, 0x0300), "locked"],
    [
      "a locked document of today",
      () => compoundOf({ EncryptedPackage: new Uint8Array(600), EncryptionInfo: new Uint8Array(64) }),
      "locked",
    ],
    ["a document of Word 97 cut in its text", () => doc(letter).slice(0, 1_600), "damaged"],
    ["an object of nobody's", () => compoundOf({ Nothing: new Uint8Array(64) }), "unknown-kind"],
    ["a program", () => Uint8Array.from({ length: 400 }, (_, at) => (at * 7) % 256), "unknown-kind"],
    [
      "a 7z archive",
      () => Uint8Array.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4, 0, 0, 1, 2]),
      "unknown-kind",
    ],
  ] as const)("%s is said to be so", async (_, make, reason) => {
    expect((await blind(make())).unreadable).toBe(reason);
  });
});
