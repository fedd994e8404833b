import ICAL from "ical.js";
import { expect, test } from "vitest";
import { calendarOf, toldOutside } from "#domain/work/calendar-feed";

const feed = (says: string, page = "/training") =>
  calendarOf({
    site: "https://chaperone.clinic.example",
    madeAtMs: Date.UTC(2026, 10, 30, 14, 5, 9),
    days: [{ uid: "a1b2", on: "2028-02-29", says, page }],
  });
const eventIn = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return new ICAL.Event(calendar.getFirstSubcomponent("vevent") ?? undefined);
};

test("another program reads the day, the words and the page", () => {
  const text = feed("Training due");
  const calendar = new ICAL.Component(ICAL.parse(text));
  expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
  const event = eventIn(text);
  expect(event.startDate.isDate).toBe(true);
  expect(event.startDate.toString()).toBe("2028-02-29");
  // Without an end a whole day is that one day.
  expect(event.endDate.toString()).toBe("2028-03-01");
  expect(event.summary).toBe("Training due");
  expect(event.uid).toBe("a1b2@chaperone");
  expect(event.component.getFirstPropertyValue("url")).toBe("https://chaperone.clinic.example/training");
  expect(String(event.component.getFirstPropertyValue("dtstamp"))).toBe("2026-11-30T14:05:09Z");
});

test.each([
  ["signs that the format needs for itself", "Hold; look, again \\ and\nagain"],
  ["a long line", "Policy ".repeat(60).trim()],
  ["signs of more than an octet", "Święto Łódź 職員研修 🧑🏽‍⚕️ ".repeat(12).trim()],
])("%s come back as they were, in lines of at most 75 octets", (_, says) => {
  const text = feed(says);
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  expect(eventIn(text).summary).toBe(says);
});

test("a calendar of nothing is one, too", () => {
  const text = calendarOf({ site: "https://x.example", madeAtMs: 0, days: [] });
  expect(new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent")).toEqual([]);
});

test.each([
  [{ kind: "other", breach: "", page: "/audits?open=abcabcabcabcabc" }, "/audits", "Audit due"],
  [{ kind: "other", breach: "", page: "/training?who=abcabcabcabcabc" }, "/training", "Training due"],
  [{ kind: "ico", breach: "abcabcabcabcabc" }, "/incidents", "Incident: a step is due"],
  [{ kind: "action", breach: "abcabcabcabcabc" }, "/incidents", "Action due"],
  [{ kind: "review", breach: "" }, "/review", "Weekly review due"],
  [{ kind: "candour-year", breach: "" }, "/desk", "Something is due"],
] as const)("%o leads to %s, in words that name nobody", (row, page, says) => {
  expect(toldOutside(row)).toEqual({ page, says });
});
