import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isOrdinary } from "#domain/detector/ordinary-word";
import { namesAPatient } from "#domain/detector/screen";
import { byListsAlone, learnWords } from "#domain/detector/screening/learned";
import { isAmong } from "#domain/detector/word-search";
import { commonWords, moreWords } from "#domain/detector/words/ordinary";
import { held, passes } from "./screen-cases.ts";

beforeAll(() => learnWords(isOrdinary));
afterAll(() => learnWords(undefined));

describe("with the ordinary words, names that no list has are held", () => {
  test.each([
    "The scan of Teyrnon Gwalchmai went to the wrong surgery",
    "please ring xanthe oddfellow-quist back",
    "Brzozowiecka came back on Tuesday",
    "Dear Ngozichukwuka, we are sorry",
    "the patient Wulfric was upset",
    "I attached the notes of Vâlcăneanu, Răducu by mistake",
    "Kpodo rang twice about it",
  ])("%j", (sentence) => {
    expect(namesAPatient(sentence)).toBe(true);
  });
  test.each(Object.values(held).flat())("%j as before", (sentence) => {
    expect(namesAPatient(sentence)).toBe(true);
  });
});

describe("and harmless sentences pass", () => {
  test.each([
    ...Object.values(passes).flat(),
    "Dr Okonedo-Voss asked for it",
    "Cliniko was down and Outlook was slow",
    "Nobody in Aberystwyth or Wrexham was told",
    "The Phalen and Tinel tests are in the template",
  ])("%j", (sentence) => {
    expect(namesAPatient(sentence)).toBe(false);
  });
});

test("what a browser let pass by its lists is judged by the lists alone", () => {
  const sentence = "It was about Zorbin Quastle and somebody else";
  expect(byListsAlone(() => namesAPatient(sentence))).toBe(false);
  expect(namesAPatient(sentence)).toBe(true);
});

test("a word is looked up in its text as in a set", () => {
  for (const list of [commonWords, moreWords]) {
    const words = new Set(list.trim().split(/\s+/));
    for (const word of words) {
      expect(isAmong(list, word)).toBe(true);
      expect(isAmong(list, `${word}qx`)).toBe(false);
    }
  }
  expect(isAmong("", "a")).toBe(false);
});

test("the lists of words are sorted, as looking up asks", () => {
  for (const list of [commonWords, moreWords]) {
    const words = list.trim().split(/\s+/);
    expect(words).toEqual([...words].sort());
  }
});

describe("the sentences of bench:screen", () => {
  const lines = (file: string) =>
    readFileSync(new URL(`../../bench/screen/${file}`, import.meta.url), "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "" && !line.startsWith("#"));
  test("name people of fourteen communities, as many of each", () => {
    for (const [file, each] of [
      ["names.txt", 28],
      ["names-second.txt", 10],
    ] as const)
      expect(lines(file).map((line) => line.split("; ").length)).toEqual(Array(14).fill(each));
  });
  test("at most 2 % of the harmless ones are refused", () => {
    const harmless = lines("harmless.txt");
    const refused = harmless.filter((sentence) => namesAPatient(sentence));
    expect(refused.length).toBeLessThanOrEqual(harmless.length * 0.02);
  });
});
