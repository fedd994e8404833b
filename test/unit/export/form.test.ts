import { expect, test } from "vitest";
import type { FormPaper } from "../../../dashboard/src/lib/export/form-paper.ts";
import { fontTyped } from "../../../dashboard/src/lib/export/pdf/letters-typed.ts";
import { renderPdf } from "../../../dashboard/src/lib/export/pdf/render-pdf.ts";
import { dayIn } from "../../../dashboard/src/lib/registers/filled/filled-in.ts";
import { filledRelease } from "../../../dashboard/src/lib/registers/releases/filled.ts";
import { releaseFormPaper } from "../../../dashboard/src/lib/registers/releases/form-paper.ts";
import { filledRequest } from "../../../dashboard/src/lib/registers/requests/filled.ts";
import { requestFormPaper } from "../../../dashboard/src/lib/registers/requests/form-paper.ts";
import { readPdfFields } from "../../../reading/formats/pdf/fields.ts";
import { allFonts, pdfkitOfBrowser } from "../../fixtures/export/pdf-in-node.ts";

const asOf = "2026-11-30T10:00:00.000Z";
const made = async (paper: FormPaper) => await renderPdf(paper, await pdfkitOfBrowser(), allFonts());
const read = async (bytes: Uint8Array<ArrayBuffer>) => await readPdfFields(new Blob([bytes]), 10_000);

/** The same form with these places filled in, as a reader saves it. */
const filledIn = (paper: FormPaper, values: Readonly<Record<string, string>>): FormPaper => ({
  ...paper,
  blocks: paper.blocks.map((block) =>
    block.is === "places"
      ? { ...block, rows: block.rows.map((row) => ({ ...row, value: values[row.name] ?? row.value ?? "" })) }
      : block,
  ),
});

test("a request’s form comes back as it was filled in, with Welsh names", async () => {
  const paper = requestFormPaper("Harbour Physiotherapy", asOf);
  const bytes = await made(
    filledIn(paper, {
      "kind-rectification": "yes",
      "whom-representative": "yes",
      name: "Siân ap Łŵyd",
      forName: "Gŵen Ní Bhriain",
      reach: "sian@post.example",
      "way-mail": "yes",
      mailWord: "yes",
      wants: "The letter says left,\nit was the right.",
    }),
  );
  const fields = await read(bytes);
  expect(filledRequest(fields, "2026-11-30")).toEqual({
    values: {
      kind: "rectification",
      requester: "representative",
      name: "Siân ap Łŵyd, for Gŵen Ní Bhriain",
      reach:
        "By e-mail, at their own word on the form of 2026-11-30, told that others may read it: sian@post.example",
      channel: "form",
      doubt: "yes",
    },
    wants: "The letter says left,\nit was the right.",
  });
  // The same paper gives the same bytes.
  expect(Buffer.compare(Buffer.from(await made(paper)), Buffer.from(await made(paper)))).toBe(0);
});

test("letters of names are in the font of the fields, each with a width, and no letter is given up for them", () => {
  const { differences, widths, firstChar, lastChar } = fontTyped;
  const given = differences.filter((one): one is number => typeof one === "number");
  const named = differences.filter((one): one is string => typeof one === "string");
  const letters = named.map((name) => String.fromCodePoint(Number.parseInt(name.slice(3), 16)));
  for (const letter of "ŵŷŴŶŁłążśćńęğışșțőűčřěů") expect(letters).toContain(letter);
  expect(new Set(given).size).toBe(named.length);
  const western = new TextDecoder("windows-1252");
  const lost = given.map((code) => western.decode(new Uint8Array([code])));
  expect(lost.filter((sign) => /\p{L}|[0-9’‘“”£€@§°–—…]/u.test(sign))).toEqual(["ƒ", "ˆ", "ª", "µ", "º"]);
  expect(widths).toHaveLength(lastChar - firstChar + 1);
  for (const code of given) expect(widths[code - firstChar]).toBeGreaterThan(200);
  const widthOf = (code: number) => widths[code - firstChar];
  // By Adobe’s metrics of Helvetica.
  expect([65, 105, 87, 0xe9, 0xee, 0x80, 0xdf].map(widthOf)).toEqual([667, 222, 944, 556, 278, 556, 611]);
});

test("an empty form says nothing, and of two ticks neither counts", async () => {
  const paper = requestFormPaper("Harbour Physiotherapy", asOf);
  expect(filledRequest(await read(await made(paper)), "2026-11-30")).toBeUndefined();
  const both = await read(
    await made(filledIn(paper, { "kind-access": "yes", "kind-erasure": "yes", name: "A" })),
  );
  expect(filledRequest(both, "2026-11-30")?.values).toEqual({ name: "A", channel: "form", doubt: "yes" });
  expect(filledRelease(new Map([["kind-access", "yes"]]))).toBeUndefined();
});

test("a release’s form comes back, with its days, and with no way that is not ticked", async () => {
  const typed = { relation: "daughter", name: "Ann", "scope-appointments": "yes", expiresOn: "2027-05-03" };
  const bytes = await made(
    filledIn(releaseFormPaper(typed, "Harbour Physiotherapy", asOf), {
      "way-phone": "yes",
      signedOn: "30/11/2026",
    }),
  );
  const filled = filledRelease(await read(bytes));
  expect(filled).toMatchObject({
    ...typed,
    "way-phone": "yes",
    signedOn: "2026-11-30",
    proof: "signed",
  });
  expect(
    Object.entries(filled ?? {}).filter(([name, value]) => name.startsWith("way-") && value === "yes"),
  ).toHaveLength(1);
});

test.each([
  ["no PDF", new TextEncoder().encode("<script>alert(1)</script>"), "unknown-kind"],
  ["nothing", new Uint8Array(), "unknown-kind"],
  ["a PDF that is only called one", new TextEncoder().encode("%PDF-1.7 and no more"), "damaged"],
])("%s is refused", async (_, bytes, reason) => {
  await expect(read(bytes)).rejects.toMatchObject({ reason });
});

test("a PDF without fields is refused, one with six hundred is cut short, and a long one too", async () => {
  const paper = requestFormPaper("Harbour Physiotherapy", asOf);
  const plain = { ...paper, blocks: paper.blocks.filter(({ is }) => is !== "places") };
  await expect(read(await made(plain))).rejects.toMatchObject({ reason: "empty" });
  const rows = Array.from({ length: 600 }, (_, i) => ({
    name: `n${i}`,
    label: "x",
    value: i === 0 ? "v".repeat(5000) : "v",
  }));
  const many = await read(await made({ ...paper, blocks: [{ is: "places", rows }] }));
  expect(many.size).toBeLessThanOrEqual(500);
  expect(Math.max(...[...many.values()].map((value) => value.length))).toBe(4000);
});

test.each([
  ["3 May 2027", "2027-05-03"],
  ["Monday 3 May 2027", "2027-05-03"],
  ["03/05/2027", "2027-05-03"],
  ["3rd May 2027", "2027-05-03"],
  ["2027-05-03", "2027-05-03"],
  ["31.2.2027", ""],
  ["next Tuesday", ""],
  ["", ""],
])("a day written as %j is %j", (text, day) => expect(dayIn(new Map([["d", text]]), "d")).toBe(day));
