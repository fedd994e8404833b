import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type DeskRow,
  deskKinds,
  deskOf,
  deskPage,
  deskParts,
  nextAsking,
  owedOf,
  recipientAskedUntil,
} from "#domain/work/desk";

const hour = 3_600_000;
const start = Date.parse("2026-11-20T17:40:00.000Z");
const iso = (ms: number) => new Date(ms).toISOString();
const row = (key: string, due: string, more: Partial<DeskRow> = {}): DeskRow => ({
  key,
  kind: "action",
  breach: "",
  number: 0,
  title: "",
  text: "",
  from: "",
  due,
  holders: [],
  mine: false,
  left: 0,
  unanswered: false,
  ...more,
});

describe("the desk", () => {
  it("has each kind in one part", () => {
    expect(Object.values(deskParts).flat().sort()).toEqual([...deskKinds].sort());
  });

  it("comes by nearest end, what has none last, and counts every page", () => {
    const rows = [
      row("people:a", "", { kind: "people" }),
      row("action:b", iso(start + hour)),
      row("ico:c", iso(start - hour), { kind: "ico" }),
      row("action:a", iso(start + hour)),
    ];
    const desk = deskOf(rows, start, "", "");
    expect(desk.rows.map(({ key }) => key)).toEqual(["ico:c", "action:a", "action:b", "people:a"]);
    expect(desk).toMatchObject({
      counts: { clocks: 1, people: 1, actions: 2, reviews: 0, others: 0 },
      over: 1,
      next: null,
    });
    const actions = deskOf(rows, start, "actions", "");
    expect(actions.rows.map(({ key }) => key)).toEqual(["action:a", "action:b"]);
    expect(actions).toMatchObject({
      counts: { clocks: 1, people: 1, actions: 2, reviews: 0, others: 0 },
      over: 1,
    });
  });

  it("puts what ends first first: an end within three days goes before what is due without delay", () => {
    const rows = [
      row("candour:later", iso(start - hour), { kind: "candour", withoutDelay: true }),
      row("candour:long", iso(start - 90 * hour), { kind: "candour", withoutDelay: true }),
      row("candour-year:to-come", iso(start + 2 * hour), { kind: "candour-year", withoutDelay: true }),
      row("ico:nearly", iso(start + hour), { kind: "ico" }),
      row("ico:fresh", iso(start + 72 * hour), { kind: "ico" }),
      row("action:week", iso(start + 168 * hour)),
      row("action:over", iso(start - 200 * hour)),
      row("provisional:nobody", iso(start - hour), { kind: "provisional", unanswered: true }),
      row("asked:a", iso(start + 1), { kind: "asked" }),
      row("people:a", "", { kind: "people" }),
    ];
    const { rows: desk, over } = deskOf(rows, start, "", "");
    const order = [
      "provisional:nobody",
      "action:over",
      "asked:a",
      "ico:nearly",
      "candour-year:to-come",
      "ico:fresh",
      "candour:long",
      "candour:later",
      "action:week",
      "people:a",
    ];
    expect(desk.map(({ key }) => key)).toEqual(order);
    const first = owedOf(rows, start);
    expect(first.rows.map(({ key }) => key)).toEqual(order.filter((key) => key !== "asked:a"));
    expect(first).toMatchObject({ all: 9, over, clocks: 5, unanswered: 1, myActions: 0 });
    const more = Array.from({ length: 2 * deskPage }, (_, i) =>
      row(`action:${i}`, iso(start), { mine: i % 2 === 0, action: { id: `${i}`, version: 1 } }),
    );
    // Counted over all of them, though the answer shows its first page.
    expect(owedOf(more, start)).toMatchObject({ myActions: deskPage });
    expect(over).toBe(2);
  });

  it("shows each row on one page and no more", () => {
    const due = fc.constantFrom("", iso(start), iso(start + 1), iso(start + hour));
    fc.assert(
      fc.property(fc.array(due, { maxLength: 4 * deskPage }), (dues) => {
        const rows = dues.map((one, i) =>
          row(`action:${i}`, one, { withoutDelay: i % 5 === 0, unanswered: i % 7 === 0 }),
        );
        const seen: string[] = [];
        let after: string | null = "";
        while (after !== null) {
          const page = deskOf(rows, start + seen.length, "", after);
          expect(page.rows.length).toBeLessThanOrEqual(deskPage);
          seen.push(...page.rows.map(({ key }) => key));
          after = page.next;
        }
        expect(seen).toHaveLength(rows.length);
        expect(new Set(seen).size).toBe(rows.length);
      }),
      { numRuns: 40 },
    );
  });
});

describe("who is asked next", () => {
  it.each([
    ["before the deputy was", 1, 2, ["deputy"]],
    ["after the deputy was", 2, 24, ["duty", "deputy"]],
    ["a minute before the last", 70.98, 71, ["duty", "deputy"]],
  ] as const)("%s", (_, after, hours, who) => {
    expect(nextAsking(start, start + after * hour)).toEqual({ atMs: start + hours * hour, who });
  });
  it("is nobody after the last", () => expect(nextAsking(start, start + 71 * hour)).toBeUndefined());
  it("is the sender for seven days", () =>
    expect(iso(recipientAskedUntil(start))).toBe("2026-11-27T17:40:00.000Z"));
});
