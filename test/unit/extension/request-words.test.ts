import { deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { wordsOf } from "../../../extension/guard/page/words.ts";

const text = "Mrs Ellery’s MRI shows a tear of the rotator cuff; Łódź, 王小明, ਸਤ ਸ੍ਰੀ ਅਕਾਲ.";
const bytes = new TextEncoder().encode(text);
const sealed = Uint8Array.from(bytes, (byte, at) => byte ^ (0xa5 + at * 31));
const form = (part: string | Blob): FormData => {
  const made = new FormData();
  made.append("text", part);
  return made;
};
const endless = () => new ReadableStream({ pull: (to) => new Promise(() => to) });

describe("what a request carries is read in whatever form it comes", () => {
  it.each<readonly [how: string, body: unknown]>([
    ["as text", text],
    ["as parameters", new URLSearchParams({ text })],
    ["as bytes", bytes],
    ["as bytes within others", new Uint8Array([...bytes]).subarray(0)],
    ["as a buffer", bytes.buffer],
    ["as a blob", new Blob([text])],
    ["as a file that a page made of a text", new File([text], "m.txt", { type: "text/plain" })],
    ["in a form", form(text)],
    ["as a part of a form", form(new Blob([text], { type: "application/json" }))],
    ["packed with gzip", gzipSync(bytes)],
    ["packed with deflate", deflateSync(bytes)],
    ["packed in a blob", new Blob([gzipSync(bytes)])],
    ["as a stream", new Blob([text]).stream()],
    ["as a packed stream", new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"))],
  ])("%s", async (how, body) => {
    const said = (await wordsOf(body)) as string;
    expect(how === "as parameters" ? decodeURIComponent(said.replace(/\+/g, " ")) : said).toContain(text);
  });

  it.each<readonly [how: string, body: unknown, told: object]>([
    ["sealed bytes", sealed, { bytes: sealed.length }],
    ["sealed bytes in a blob", new Blob([sealed]), { bytes: sealed.length }],
    ["what only begins as if it were packed", gzipSync(bytes).subarray(0, 30), { bytes: 30 }],
    ["a stream that does not end", endless(), {}],
  ])("%s: that it can’t be looked at", async (_, body, told) => expect(await wordsOf(body)).toEqual(told));

  it("a file that came by a gesture was judged there, and nothing is nothing", async () => {
    const letter = new File([sealed], "letter.pdf", { type: "application/pdf" });
    expect(await wordsOf(letter)).toBe("");
    expect(await wordsOf(form(letter))).toBe("");
    expect(wordsOf(undefined)).toBeUndefined();
  });
});
