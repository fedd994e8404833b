import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isOrdinary } from "#domain/detector/ordinary-word";
import { namesAPatient } from "#domain/detector/screen";
import { byListsAlone, learnWords } from "#domain/detector/screening/learned";
import { ownOf } from "#domain/detector/screening/own";
import { isAmong } from "#domain/detector/word-search";
import { commonWords, moreWords } from "#domain/detector/words/ordinary";
import { linesOf, sentencesOf } from "../../bench/screen/sentences.ts";
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
  test("name people of fourteen communities, as many of each", () => {
    for (const [file, each] of [
      ["names.txt", 28],
      ["names-second.txt", 10],
      ["names-fourth.txt", 8],
      ["names-fifth.txt", 4],
      ["names-sixth.txt", 3],
    ] as const)
      expect(linesOf(file).map((line) => line.split("; ").length)).toEqual(Array(14).fill(each));
  });
  test.each(["fourth", "fifth", "sixth"])("at most 5 %% of the %s list pass", (list) => {
    const templates = linesOf(`templates-${list}.txt`);
    const sentences = linesOf(`names-${list}.txt`).flatMap((line) => sentencesOf(line, templates));
    const missed = sentences.filter((sentence) => !namesAPatient(sentence));
    expect(missed.length).toBeLessThanOrEqual(sentences.length * 0.05);
  });
  test("at most 2 % of the harmless ones are refused", () => {
    const lists = ["harmless.txt", "harmless-fourth.txt", "harmless-fifth.txt", "harmless-sixth.txt"];
    const harmless = lists.flatMap(linesOf);
    const refused = harmless.filter((sentence) => namesAPatient(sentence));
    expect(refused.length).toBeLessThanOrEqual(harmless.length * 0.02);
  });
});

describe("a first name alone", () => {
  test.each([
    "The parents of little Oisín were told",
    "I handed Kelvin's sick note to another man",
    "Isla and her mother were both in the room",
    "jodie saw somebody else's letter",
    "It was meant for marius.dobre",
    "R. Winterbourne opened it",
  ])("%j is held", (sentence) => {
    expect(namesAPatient(sentence)).toBe(true);
  });
  test("is the clinic's own where a colleague is called so", () => {
    const own = ownOf({ people: ["Kelvin Hargreaves"], texts: [] });
    const sentence = "I gave it to Kelvin at noon";
    const name = { kind: "name", start: 13, end: 19 } as const;
    expect(own.isOwn(sentence, name)).toBe(true);
    expect(own.isOwn("I gave it to Marius at noon", name)).toBe(false);
  });
  test.each([
    "The Jack plug was missing",
    "A visitor from Wilmslow came",
    "Her first language is Tigrinya",
    "St Mary's sent the summary",
    "It was due on Thursdays",
    "The wrong Smith was picked from the list",
  ])("%j is none", (sentence) => {
    expect(namesAPatient(sentence)).toBe(false);
  });
});
