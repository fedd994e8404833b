import { gzipSync, strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { unreadableReasons } from "#domain/detector/verdict";
import { read } from "#reading/read";
import {
  blob,
  docx,
  letter,
  opendocument,
  pdf,
  pptx,
  sharedSheet,
  utf16,
  xlsx,
  zipped,
} from "../detector/files.ts";
import { compoundOf, doc, msg, ppt, table } from "./old-files.ts";
import { base64 } from "./reads.ts";

/** A row of numbers that is the same in each run (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const mail = `From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="o"\r\n\r\n--o\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>NHS number 999=20000 0018</p>\r\n--o\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\n${btoa(letter)}\r\n--o--\r\n`;
const rows = [
  ["Name", "NHS number"],
  ["Ada Moss", "999 000 0018"],
];

const whole: Readonly<Record<string, () => Uint8Array | Promise<Uint8Array>>> = {
  text: () => strToU8(letter),
  utf16: () => utf16(letter),
  html: () =>
    strToU8(
      `<!doctype html><table><tr><td title='a > b'>${letter}</td></tr></table><img src="data:image/png;base64,${base64("x")}">`,
    ),
  xml: () => strToU8(`<?xml version="1.0"?><a b="c"><d>${letter}</d><![CDATA[x]]></a>`),
  rtf: () =>
    strToU8(
      `{\\rtf1\\ansi\\ansicpg1250{\\fonttbl{\\f0 Arial;}}${letter}\\par{\\pict\\pngblip 89504e47}{\\object{\\*\\objdata 01050000}}}`,
    ),
  mail: () => strToU8(mail),
  pdf: () => pdf([letter, "second", null]),
  docx: () => docx(...letter.split("\n")),
  xlsx: () => xlsx(rows),
  pptx: () => pptx(letter),
  odt: () => opendocument(`<text:p>${letter}</text:p>`),
  zip: () => zipped({ "a.txt": strToU8(letter), "b.zip": zipped({ "c.txt": strToU8("x") }) }),
  gzip: () => gzipSync(strToU8(letter)),
  doc: () => doc(letter),
  ppt: () => ppt(letter),
  xls: () => table(rows, "biff8"),
  xlsb: () => table(rows, "xlsb"),
  msg: () => msg("x", letter, strToU8(letter)),
  object: () => compoundOf({ Package: strToU8(letter) }),
  dicom: () =>
    Uint8Array.from([
      ...new Uint8Array(128),
      ...strToU8("DICM"),
      0x10,
      0,
      0x10,
      0,
      0x50,
      0x4e,
      8,
      0,
      ...strToU8("Moss^Ada"),
    ]),
};

/** Milliseconds that a reader gets, and within which it must have answered: nothing here is larger than 100 kB. */
const budget = 5_000;
const answersWithin = 20_000;

async function answers(bytes: Uint8Array): Promise<void> {
  const begun = performance.now();
  const reading = await read(blob(bytes), { milliseconds: budget });
  expect(typeof reading.text).toBe("string");
  expect([undefined, ...unreadableReasons]).toContain(reading.unreadable);
  expect(reading.read.done).toBeLessThanOrEqual(reading.read.of);
  expect(performance.now() - begun).toBeLessThan(answersWithin);
}

describe("whatever comes, read() answers", { timeout: 240_000 }, () => {
  test.each(Object.entries(whole))("%s, cut, flipped, doubled and spliced", async (name, make) => {
    const bytes = await make();
    const next = numbersFrom(name.length * 7_919 + bytes.length);
    for (let round = 0; round < 40; round++) {
      let changed = new Uint8Array(bytes);
      const way = round % 4;
      if (way === 0) changed = changed.slice(0, Math.floor(next() * changed.length));
      else if (way === 3) {
        const at = Math.floor(next() * changed.length);
        const from = Math.floor(next() * changed.length);
        changed = new Uint8Array([...changed.slice(0, at), ...changed.slice(from)]);
      } else
        for (let flips = way === 1 ? 1 : 30; flips > 0; flips--)
          // The first bytes stay: otherwise it would be no file of this kind.
          changed[8 + Math.floor(next() * (changed.length - 8))] = Math.floor(next() * 256);
      await answers(changed);
    }
  });

  test("random bytes behind the first bytes of each kind", async () => {
    const next = numbersFrom(12);
    for (const make of Object.values(whole)) {
      const head = (await make()).slice(0, 16);
      for (let round = 0; round < 10; round++)
        await answers(
          new Uint8Array([
            ...head,
            ...Array.from({ length: Math.floor(next() * 4_000) }, () => Math.floor(next() * 256)),
          ]),
        );
    }
  });
});

describe("bombs are refused, and what is long has an end", { timeout: 240_000 }, () => {
  const reasonOf = async (bytes: Uint8Array) =>
    (await read(blob(bytes), { milliseconds: 60_000 })).unreadable;
  test("a gzip bomb, and one in an archive", async () => {
    const bomb = gzipSync(new Uint8Array(70 * 1024 * 1024));
    expect(await reasonOf(bomb)).toBe("too-large");
    expect(await reasonOf(zipped({ "a.gz": bomb }))).toBe("too-large");
  });
  test("an archive of bombs is refused as a whole", async () => {
    const inner = zipped({ "a.txt": new Uint8Array(20 * 1024 * 1024).fill(97) });
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`${at}.zip`, inner]));
    expect(await reasonOf(zipped(many))).toBe("too-large");
  });
  test("a billion laughs: no entity is put in", async () => {
    const levels = Array.from({ length: 10 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`);
    const xml = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "lol">${levels.join("")}]><a>&l10;</a>`;
    expect(await reasonOf(strToU8(xml))).toBe("part");
    const inside = zipped({ "word/document.xml": strToU8(xml) });
    expect((await read(blob(inside), { milliseconds: 60_000 })).text.length).toBeLessThan(1_000);
  });
  test("a CSV of 1,000,000 columns", async () => {
    const reading = await read(blob(`${"a,".repeat(1_000_000)}\n${letter}`), { milliseconds: 60_000 });
    expect(reading.unreadable).toBeUndefined();
  });
  test("a compound file whose chain of sectors leads back into itself", async () => {
    const bytes = doc(letter.repeat(20));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const table = (view.getUint32(76, true) + 1) * 512;
    for (let sector = 0; sector < 4; sector++) view.setInt32(table + sector * 4, (sector + 1) % 4, true);
    expect(await reasonOf(bytes)).toBe("damaged");
  });
  test("a worksheet with a cell beyond the last column", async () => {
    expect(await reasonOf(sharedSheet("x", '<row><c r="ZZZ1" t="s"><v>0</v></c></row>', 5))).toBe("part");
  });
  test.each([
    ["open quotes", `<p title="${'<a b="'.repeat(200_000)}`],
    ["open tags", `<p>${"<a b=c ".repeat(200_000)}`],
    ["runs of base64", `${"QUFB".repeat(30)} `.repeat(8_000)],
    ["lines of base64", `${"QUFB".repeat(19)}\n`.repeat(14_000)],
    ["braces of an RTF", `{\\rtf1 ${"{".repeat(500_000)}`],
    ["headers", `From: a@b.example\nTo: c@d.example\n${"X-A: b\n".repeat(150_000)}`],
    [
      "boundaries",
      `From: a@b.example\nTo: c@d.example\nContent-Type: multipart/mixed; boundary=o\n\n${"--o\n".repeat(250_000)}`,
    ],
    ["messages of a box", "From a Mon Nov 30 10:00:00 2026\n\n".repeat(30_000)],
    ["data for scripts", `<!doctype html><p ${"data-a='b c d e' ".repeat(60_000)}>`],
    ["quotes of a script", `<!doctype html><script>${'"a b c d e '.repeat(90_000)}`],
    ["remarks", `<!doctype html>${"<!-- a <!-- b ".repeat(70_000)}`],
    ["signs as in an address", "%20".repeat(350_000)],
    ["signs as in mail", "=C3=A9".repeat(170_000)],
    ["files of Unix", `${"begin 644 a\n".repeat(80_000)}end\n`],
    ["digits of sixteen", `${"0f".repeat(90)} `.repeat(5_500)],
    ["addresses of data", `<!doctype html>${"<img src='data:'>".repeat(60_000)}`],
  ])("a megabyte of %s takes no square of its length", async (_, text) => {
    const begun = performance.now();
    await read(blob(text), { milliseconds: 60_000 });
    expect(performance.now() - begun).toBeLessThan(answersWithin);
  });
});
