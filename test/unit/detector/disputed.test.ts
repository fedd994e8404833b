import { expect, test } from "vitest";
import { judge, scoreOfBands } from "#domain/detector/judge";
import { details } from "#domain/ledger/event-kinds";
import { replayed } from "../../bench/detector/disputed.ts";
import { readingOf } from "./invented.ts";

const letter =
  "Dear Dr Voss\n\nRe: Mrs Ada Moss, DOB 12/03/1961, NHS number 999 000 0018\n\nThank you for referring this lady with knee pain.\n";
const { bands = [], score } = judge(readingOf(letter));
const outcome = { v: 1, adapter: "gmail", outcome: "disputed", files: 1, strength: "strong", saw: bands };

test("what the model saw is names of its own and numbers, and scores about as the document did", () => {
  expect(bands.length).toBeGreaterThan(5);
  expect(JSON.stringify(bands)).not.toMatch(/Moss|Voss|9990|999 0|1961|knee/i);
  expect(Math.abs(scoreOfBands(bands) - score)).toBeLessThan(0.05);
});

test("an event takes it, and nothing that is no word of the model's", () => {
  const fits = (saw: unknown) => details["mail.outcome"].safeParse({ ...outcome, saw }).success;
  expect(fits(bands)).toBe(true);
  expect(fits([{ name: "ada-moss", tenths: 3 }])).toBe(false);
  expect(fits([{ name: "birth", tenths: 19_610_312 }])).toBe(false);
  expect(fits([{ name: "birth", tenths: 3, text: "Ada Moss" }])).toBe(false);
});

test("a log that the lead exported is judged anew", () => {
  const lines = [
    JSON.stringify({
      seq: 1,
      kind: "mail.outcome",
      occurredAt: "2026-11-24T10:32:00.000Z",
      detail: JSON.stringify(outcome),
    }),
    JSON.stringify({
      seq: 2,
      kind: "mail.outcome",
      occurredAt: "2026-11-24T10:33:00.000Z",
      detail: { ...outcome, saw: [{ name: "letter", tenths: 7 }] },
    }),
    JSON.stringify({
      seq: 3,
      kind: "mail.outcome",
      occurredAt: "2026-11-24T10:34:00.000Z",
      detail: JSON.stringify({ ...outcome, saw: undefined }),
    }),
    JSON.stringify({ seq: 4, kind: "mail.outcome", occurredAt: "2026-11-24T10:35:00.000Z", detail: "" }),
    JSON.stringify({ seq: 5, kind: "record.view", detail: "{}" }),
  ];
  const rows = replayed(`${lines.join("\n")}\n`);
  expect(rows.map(({ before, now }) => [before, now])).toEqual([
    ["strong", "strong"],
    ["strong", "none"],
  ]);
});
