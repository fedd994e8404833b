import { describe, expect, test } from "vitest";
import { counted, howLong, lastEventText, recently } from "../../../extension/pages/words.ts";

const now = new Date(2026, 10, 24, 10, 44).getTime();
const event = (kind: string, parts = {}) =>
  lastEventText({ id: "a", at: "", kind, person: "", ...parts }).replaceAll("\u2060", "");

describe("my last events", () => {
  test.each([
    [event("record.view", { ending: "0063" }), "Record …0063 opened"],
    [event("record.download", { ending: "0063", what: "letter" }), "Letter downloaded, record …0063"],
    [event("record.download", { what: "file" }), "File downloaded"],
    [event("record.export", { what: "list" }), "List exported"],
    [event("record.print", { ending: "0063" }), "Print window opened, record …0063"],
    [event("record.search"), "Records searched"],
    [event("mail.outcome", { what: "removed" }), "Letter held; you removed it"],
    [event("mail.held"), "Letter held"],
  ])("%s", (text, expected) => {
    expect(text).toBe(expected);
  });
});

test.each([
  [new Date(2026, 10, 24, 9, 5).getTime(), "09:05"],
  [new Date(2026, 10, 21, 17, 52).getTime(), "Saturday 17:52"],
  [new Date(2026, 9, 3, 8, 0).getTime(), "3 October 2026, 08:00"],
])("a moment is told as near as it is", (at, expected) => {
  expect(recently(at, now)).toBe(expected);
});

test("one event, several events", () => {
  expect([counted(1, "event"), counted(12, "event"), counted(1_204, "event")]).toEqual([
    "1 event",
    "12 events",
    "1,204 events",
  ]);
});

test("how long is told from the policy's own numbers", () => {
  expect(howLong()).toBe("Openings, mail and health of the browser 24 months.");
});
