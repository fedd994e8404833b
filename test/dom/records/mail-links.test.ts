import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { cliniko } from "../../../extension/clinical/cliniko/adapter.ts";
import type { Judged } from "../../../extension/guard/settle/judged.ts";
import { textOfMailLink, watchMailLinks } from "../../../extension/records/mail-links.ts";
import { placeOf } from "../../../extension/records/route.ts";
import type { Told } from "../../../extension/records/teller.ts";

const judged = (strength: "strong" | "none"): Judged =>
  ({ kind: "verdict", verdict: { strength, findings: [] } }) as unknown as Judged;

let told: Told[] = [];
let asked: string[] = [];
let over = new AbortController();

async function press(href: string, judge: () => Promise<Judged>, button = 0): Promise<Told[]> {
  const url = new URL("https://harbour.uk2.cliniko.com/patients/17");
  watchMailLinks(
    () => placeOf(cliniko, url as unknown as Location),
    (fact) => told.push(fact),
    (text) => {
      asked.push(text);
      return judge();
    },
    over.signal,
  );
  document.body.innerHTML = `<a href="${href}"><b>Write</b></a>`;
  document
    .querySelector("b")
    ?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, button }));
  await vi.runAllTimersAsync();
  return told;
}

beforeEach(() => {
  vi.useFakeTimers();
  [told, asked, over] = [[], [], new AbortController()];
});
afterEach(() => {
  over.abort();
  vi.useRealTimers();
  document.body.replaceChildren();
});

describe("a link to a mail program that carries a text", () => {
  const link = "mailto:claims@insurer.example?subject=Mrs%20Ellery&amp;body=Born%2012%2F03%2F1961";

  test("is told with the record that is open where its text names somebody, never with its words", async () => {
    const [fact] = await press(link, async () => judged("strong"));
    expect(asked).toEqual(["Mrs Ellery\n\nBorn 12/03/1961"]);
    expect(fact).toMatchObject({ kind: "record.export", what: "mail-link", id: "17" });
    expect(JSON.stringify(told)).not.toMatch(/Ellery|1961|insurer/);
  });
  test("is told where its text could not be read", async () => {
    expect(await press(link, () => Promise.reject(new Error("no desk")))).toHaveLength(1);
  });
  test("is not told where its text names nobody, nor for the right button", async () => {
    expect(await press(link, async () => judged("none"))).toEqual([]);
    expect(await press(link, async () => judged("strong"), 2)).toEqual([]);
  });
  test("that only says whom to write to is not looked at", async () => {
    await press("mailto:desk@harbour.example", async () => judged("strong"));
    expect([told, asked]).toEqual([[], []]);
  });
});

test.each([
  ["mailto:a@b.example", ""],
  ["mailto:?Subject=Hello+there&BODY=50%25", "Hello+there\n\n50%"],
  ["mailto:a@b.example?cc=c@d.example&body=a=b%0A%E0", "a=b%0A%E0"],
  ["https://harbour.example/?body=x", ""],
  [`MAILTO:?body=${"x".repeat(90_000)}`, "x".repeat(19_987)],
])("the text of %.60s", (address, text) => expect(textOfMailLink(address)).toBe(text));
