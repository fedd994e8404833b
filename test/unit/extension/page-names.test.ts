import { expect, test } from "vitest";
import { texts as lesson } from "../../../extension/pages/texts/lesson.ts";
import { texts as options } from "../../../extension/pages/texts/options.ts";
import { texts as pair } from "../../../extension/pages/texts/pair.ts";
import { texts as popup } from "../../../extension/pages/texts/popup.ts";
import { texts as report } from "../../../extension/pages/texts/report.ts";
import { texts as shared } from "../../../extension/pages/texts/shared.ts";

/** Names as people of other scripts have them. */
const names = ["שרה לוי", "مركز الميناء"];

type Says = (...fillings: never[]) => string;
const sentences = Object.entries({ lesson, options, pair, popup, report, shared }).flatMap(([page, texts]) =>
  Object.entries(texts as Readonly<Record<string, unknown>>).flatMap(([key, said]) =>
    typeof said === "function" ? [[`${page}: ${key}`, said as Says] as const] : [],
  ),
);

test.each(sentences)("%s keeps its order beside a name that runs from right to left", (_, say) => {
  for (const name of names) {
    const said = say(...(Array.from({ length: Math.max(say.length, 1) }, () => name) as never[]));
    const whole = said.split(name).length - 1;
    expect(said.split(`\u2068${name}\u2069`).length - 1).toBe(whole);
    expect(say(...(Array.from({ length: 4 }, () => "Maya") as never[]))).not.toMatch(/[\u2066-\u2069]/);
  }
});

test("there are such sentences", () => expect(sentences.length).toBeGreaterThan(50));
