import { describe, expect, it } from "vitest";
import { carries, lettersIn, lettersOf } from "../../../extension/guard/message/letters.ts";

const text =
  'Mrs Ellery’s "MRI" shows a tear\nof the rotator cuff; she is on naproxen & rests. Łódź, 王小明, ਸਤ ਸ੍ਰੀ ਅਕਾਲ.';
const letters = lettersOf(text);

describe("what is sent carries a text in whatever wrapping", () => {
  it.each<readonly [how: string, body: string]>([
    ["as it is", `--x\r\n\r\n${text}\r\n--x--`],
    ["percent-encoded", `to=a&body=${encodeURIComponent(text)}`],
    ["as a form", `${new URLSearchParams({ body: text })}`],
    ["as JSON", JSON.stringify({ message: { text } })],
    ["as JSON in JSON", JSON.stringify([JSON.stringify({ text })])],
    ["as JSON in a form", `f.req=${encodeURIComponent(JSON.stringify([[text]]))}`],
    [
      "as escaped JSON",
      JSON.stringify(text).replace(
        /[^\0-\x7f]/g,
        (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
      ),
    ],
    [
      "as markup",
      `<div>${text.replace("&", "&amp;").replace(/ /g, "&nbsp;").replace("\n", "</div><div>")}</div>`,
    ],
    [
      "as JSON of markup",
      JSON.stringify({
        html: `<p style="color:red">${text.replaceAll("&", "&amp;").replaceAll("\n", "</p><p>")}</p>`,
      }),
    ],
    ["with a signature about it", JSON.stringify({ html: `Hello<br>${text}<br>-- <br>Sent from a desk` })],
  ])("%s", (_, body) => {
    expect(carries(lettersIn(body), letters)).toBe(true);
  });

  it.each<readonly [what: string, body: string]>([
    ["a beat", "{}"],
    [
      "another text of the same words in part",
      JSON.stringify({ text: "Mrs Ellery’s appointment is on Friday" }),
    ],
    ["nothing", ""],
    ["broken percent signs", "%%%E0%A4%A %zz"],
    ["markup that never ends", "<".repeat(50_000)],
  ])("not %s", (_, body) => {
    expect(carries(lettersIn(body), letters)).toBe(false);
  });

  it("carries a short text only where all of it is there, and nothing never", () => {
    expect(carries(lettersIn('{"text":"see you soon"}'), lettersOf("See you."))).toBe(true);
    expect(carries(lettersIn('{"text":"see me"}'), lettersOf("See you."))).toBe(false);
    expect(carries(lettersIn("anything"), "")).toBe(false);
  });

  it("compares megabytes in time that grows with their length alone", () => {
    const body = `${"%41<&amp;\\u0041\\n ".repeat(60_000)}${text}`;
    expect(carries(lettersIn(body), letters)).toBe(true);
  });
});
