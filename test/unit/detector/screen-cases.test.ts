import { afterEach, describe, expect, test } from "vitest";
import { namesAPatient, screenSentence } from "#domain/detector/screen";
import { knowOwn } from "#domain/detector/screening/own-words";
import { held, passes } from "./screen-cases.ts";

const found = (sentence: string) =>
  screenSentence(sentence).map(({ start, end, kind }) => ({ words: sentence.slice(start, end), kind }));

describe.each(Object.entries(held))("held: %s", (_, cases) => {
  test.each(cases)("%j: %j", (sentence, words) => {
    const spans = found(sentence).map((one) => one.words);
    const touches = spans.some((one) => one.includes(words) || (one.length > 3 && words.includes(one)));
    expect(spans, "what is found").toSatisfy(() => touches);
    expect(namesAPatient(sentence)).toBe(true);
  });
});

describe.each(Object.entries(passes))("passes: %s", (_, sentences) => {
  test.each(sentences)("%j", (sentence) => expect(found(sentence)).toEqual([]));
});

test("the tables are large enough to say something", () => {
  const count = (table: Readonly<Record<string, readonly unknown[]>>) => Object.values(table).flat().length;
  expect(Math.min(Object.values(held).flat().length, count(passes))).toBeGreaterThan(200);
});

describe("the clinic's own people and its own name and address", () => {
  afterEach(() => knowOwn(() => ({ people: [], texts: [] })));
  const own = {
    people: ["Agnieszka Wójcik", "Dr Siobhán O'Neill", "Tom Reed", "Mohammed Hassan Khan", "Tamsin Oakley"],
    texts: ["Ada Moss Physio", "1 Quay Street, Whitstable CT5 1AB, 01227 960123", "harbour.example"],
  };

  test.each([
    "Agnieszka Wojcik sent it",
    "Wójcik and O'Neill met",
    "Mrs Wojcik phoned",
    "tom reed was in",
    "Mohammed Khan asked",
    "the Ada Moss list",
    "1 Quay Street, Whitstable CT5 1AB",
    "ring us on 01227 960123",
    "+44 1227 960123",
    "maya@harbour.example answered",
    "Tamsin Oakley phoned North Quay Surgery and Harbour Clinic",
    "The Information Commissioner, London, was told by Tamsin Oakley",
  ])("%j passes", (sentence) => {
    expect(namesAPatient(sentence)).toBe(true);
    knowOwn(() => own);
    expect(found(sentence)).toEqual([]);
  });

  test.each([
    "Agnieszka Kowalska sent it",
    "Tomasz Wójcik was here",
    "the patient is Tom Reed",
    "patient Wójcik",
    "Ada Mossley",
    "2 Quay Street",
    "maya@harbour.example.org",
    "Tom Reed met Jane Smith",
    "01227 960124",
  ])("%j is held", (sentence) => {
    knowOwn(() => own);
    expect(namesAPatient(sentence)).toBe(true);
  });
});

/** A pattern that takes ten times as long for twice the text would not end at all. */
test.each([
  ["capitals", "Anna ".repeat(20_000)],
  ["surnames", "Kowalska-".repeat(12_000)],
  ["one word", "a".repeat(100_000)],
  ["one capital word", "A".repeat(100_000)],
  ["digits", "9".repeat(100_000)],
  ["digits in groups", "943 476 5919 ".repeat(8_000)],
  ["labels", "patient no ".repeat(10_000)],
  ["labels with numbers", "MRN 123456 ".repeat(10_000)],
  ["slashes", "/".repeat(100_000)],
  ["addresses", "https://".repeat(13_000)],
  ["patients in addresses", "patients/".repeat(12_000)],
  ["hosts", "a.".repeat(50_000)],
  ["dashes", "A-".repeat(50_000)],
  ["titles", "Mrs ".repeat(25_000)],
  ["blanks", " ".repeat(100_000)],
  ["marks", "a\u0301".repeat(50_000)],
  ["apostrophes", "O'".repeat(50_000)],
  ["another script", "\u0645\u062d ".repeat(33_000)],
  ["particles", "al-".repeat(33_000)],
  ["letters before a number", `NHS ${"A".repeat(99_000)}1`],
  ["signs at", "a@".repeat(50_000)],
])(
  "a hundred thousand signs of %s come to an end",
  (_, text) => {
    expect(screenSentence(text.slice(0, 100_000)).length).toBeGreaterThanOrEqual(0);
  },
  10_000,
);
