import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextAfter, whyNotTick } from "#domain/registers/audits/audit";
import { auditItems } from "#domain/registers/audits/for-review";
import { auditCursor, auditFilters } from "#domain/registers/audits/question";
import { drawn, isDrawnSo, needsNote, whyNotLook } from "#domain/registers/audits/sample";
import { answersOf, isBad, templateKeys, templates } from "#domain/registers/audits/templates";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

describe("the draw", () => {
  test("is fixed: these of 10 by this hash, whoever draws", () => {
    const hash = "a".repeat(64);
    const first = [...drawn(10, hash, sha256)];
    expect(first).toEqual([...drawn(10, hash, sha256)]);
    const own: number[] = [];
    for (let i = 1; own.length < 10; i += 1) {
      const place = Number(BigInt(`0x${sha256(`${hash} ${i}`).slice(0, 13)}`) % 10n);
      if (!own.includes(place)) own.push(place);
    }
    expect(first).toEqual(own);
  });

  test("draws each once, all of them in the end, and another hash draws others", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.string({ maxLength: 20 }), (of, hash) => {
        const all = [...drawn(of, hash, sha256)];
        expect([...all].sort((a, b) => a - b)).toEqual(Array.from({ length: of }, (_, i) => i));
      }),
    );
    const twelve = (hash: string) => {
      const found: number[] = [];
      for (const place of drawn(2_314, hash, sha256)) if (found.push(place) === 12) break;
      return found;
    };
    expect(twelve("a")).not.toEqual(twelve("b"));
  });

  test("falls on all alike: of 1,000 draws from 10 none is far from its tenth", () => {
    const counts = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < 1_000; i += 1) {
      const [place = 0] = drawn(10, `head ${i}`, sha256);
      counts[place] = (counts[place] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 100)).toBeLessThan(45);
  });

  test("is known again, with what was passed over; another is found out", () => {
    const all = [...drawn(50, "x", sha256)];
    expect(isDrawnSo(all.slice(0, 12), 50, "x", sha256)).toEqual({ same: true, passed: 0 });
    const [one = 0, , ...rest] = all;
    expect(isDrawnSo([one, ...rest.slice(0, 11)], 50, "x", sha256)).toEqual({ same: true, passed: 1 });
    expect(isDrawnSo([...all.slice(1, 3), one], 50, "x", sha256).same).toBe(false);
    expect(isDrawnSo([-1], 50, "x", sha256).same).toBe(false);
    expect(isDrawnSo([], 0, "", sha256)).toEqual({ same: true, passed: 0 });
  });
});

describe("the next time", () => {
  test.each([
    ["2026-11-30", 3, "2027-02-28"],
    ["2027-11-30", 3, "2028-02-29"],
    ["2026-08-31", 1, "2026-09-30"],
    ["2026-12-31", 12, "2027-12-31"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2026-11-16", 6, "2027-05-16"],
    ["2026-11-16", 0, ""],
  ])("%s and %i months: %s", (from, every, next) => expect(nextAfter(from, every)).toBe(next));

  test("is so many months on, on the same day or the month's last", () => {
    const days = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 24 }), (n, every) => {
        const from = new Date(n * 86_400_000).toISOString().slice(0, 10);
        const next = nextAfter(from, every);
        const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
        expect(months(next) - months(from)).toBe(every);
        const same = next.slice(8) === from.slice(8);
        const dayAfter = new Date(Date.parse(next) + 86_400_000).toISOString();
        expect(same || dayAfter.slice(8, 10) === "01").toBe(true);
      }),
    );
  });
});

test("the eight audits come prepared, each with lines and how one goes about it", () => {
  expect(templateKeys.filter((key) => key !== "own")).toHaveLength(8);
  for (const key of templateKeys) {
    if (key === "own") continue;
    const { title, how, lines, every } = templates[key];
    expect([title, how].every((text) => text.length > 10 || title === "Shredding")).toBe(true);
    expect(lines.length).toBeGreaterThan(2);
    expect(every).toBeGreaterThan(0);
  }
  expect(answersOf("clinical-users", true).map(({ key }) => key)).toContain("factor-off");
  expect(isBad("clinical-users", true, "factor-off")).toBe(true);
  expect(isBad("clinical-users", true, "factor-on")).toBe(false);
  expect(isBad("shredding", false, "bad")).toBe(true);
  expect(isBad("shredding", false, "")).toBe(false);
});

test("nobody ticks their own line, nor looks at their own", () => {
  expect(whyNotTick("me", { about: "me" })).toMatch(/about you/);
  expect(whyNotTick("me", { about: "" })).toBeUndefined();
  expect(whyNotLook(["me", "my desk"], "my desk")).toMatch(/your own/);
  expect(whyNotLook(["me"], "")).toBeUndefined();
  expect(needsNote("in-order")).toBe(false);
  expect(needsNote("no-reason")).toBe(true);
});

test("an address holds filters and a place, or nothing", () => {
  const of = (query: string) => auditFilters((name) => new URLSearchParams(query).get(name));
  expect(of("template=own&state=late&year=2026")).toEqual({ template: "own", state: "late", year: "2026" });
  expect(of("template=x&state=&year=20261")).toEqual({ template: "", state: "", year: "" });
  expect(auditCursor.test("~aaaaaaaaaaaaaaa")).toBe(true);
  expect(auditCursor.test("2026-1-1~a")).toBe(false);
});

describe("the review's item", () => {
  const counts = { inUse: 3, late: 0, open: 0, findings: 0, findingsLate: 0, findingsClosed: 2 };
  const sample = { weekOf: "2026-11-16", drawn: 12, looked: 12, noReason: 0, notClear: 0, concerned: [] };
  const item = (more: object) => auditItems({ counts, late: [], closed: [], sample, ...more })[0];

  test("is quiet where all is done, and none where nothing is planned or drawn", () => {
    expect(item({})).toMatchObject({ quiet: true });
    expect(auditItems({ counts: { ...counts, inUse: 0 }, late: [], closed: [], sample: undefined })).toEqual(
      [],
    );
  });
  test("says why it is open, and is decided by nobody whose access had no reason", () => {
    const odd = { ...sample, looked: 9, noReason: 1, concerned: ["u".repeat(15)] };
    expect(item({ sample: odd, late: ["Paper storage"] })).toMatchObject({
      quiet: false,
      concerned: ["u".repeat(15)],
      open: "An audit is late, the week’s sample is not looked at, the sample has what nobody explained",
    });
  });
  test("tells what was closed since", () => {
    const closed = [{ name: "Shredding", found: 1, missed: 2, conclusion: "A bin too few." }];
    expect(item({ closed })?.facts.lines).toEqual([
      { name: "Done", words: "Shredding: one finding, 2 not looked at. A bin too few." },
    ]);
  });
});
