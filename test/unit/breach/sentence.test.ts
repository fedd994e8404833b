import { expect, test } from "vitest";
import { sentence, sentenceOrNone } from "#domain/base/sentence";

const kept = (text: string) => sentence(20).safeParse(text).data;

test.each([
  ["plain", " A letter. ", "A letter."],
  ["lines stay", "One\r\n\ttwo", "One\r\n\ttwo"],
  ["control characters go", "a\u0000b\u0007\u001b[31m\u009f", "ab[31m"],
  ["what turns the direction of writing goes", "x \u202egnp.exe\u202c \u2066y\u2069", "x gnp.exe y"],
  ["marks of Arabic and joiners stay", "\u200f\u0645\u200d\u0631", "\u200f\u0645\u200d\u0631"],
  ["an emoji says something", "\u{1F469}\u200d\u2695\ufe0f", "\u{1F469}\u200d\u2695\ufe0f"],
  ["nothing", "", undefined],
  ["spaces", " \u00a0\n", undefined],
  ["only what nobody sees", "\u200b\u2060\u00ad\u0000", undefined],
  ["too long", "x".repeat(21), undefined],
  ["long by control characters alone", `${"x".repeat(20)}\u0000`, "x".repeat(20)],
])("%s", (_, typed, expected) => expect(kept(typed)).toBe(expected));

test("nothing may be said where that is asked", () => {
  expect(sentenceOrNone(5).safeParse(" \u0000 ").data).toBe("");
  expect(sentenceOrNone(5).safeParse("123456").success).toBe(false);
});
