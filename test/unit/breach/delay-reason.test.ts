import { describe, expect, test } from "vitest";
import { isLate, lacksDelayReason, type Telling, toldLate } from "#domain/registers/incidents/delay-reason";
import { corrected, movedInWords, movedTimes, timeColumns } from "#domain/registers/incidents/moved-times";
import { namedIn } from "#domain/registers/screened";
import { offsetOf } from "./zones.ts";

const hour = 3_600_000;
const telling = (more: Partial<Telling> = {}): Telling => ({
  verdict: "breach",
  awareMs: 0,
  toldMs: 73 * hour,
  delayReason: "",
  ...more,
});

describe("late, as the case stands now", () => {
  test.each([
    ["told after 73 hours", {}, true],
    ["after 72", { toldMs: 72 * hour }, false],
    ["after 72 and a millisecond", { toldMs: 72 * hour + 1 }, true],
    ["not decided yet", { verdict: "" }, true],
    ["a near miss", { verdict: "near-miss" }, false],
    ["neither", { verdict: "neither" }, false],
    ["awareness not known", { awareMs: undefined }, false],
    ["not told", { toldMs: undefined }, false],
  ] as const)("%s", (_, more, late) => {
    expect(toldLate(telling(more))).toBe(late);
    expect(lacksDelayReason(telling(more))).toBe(late);
    expect(lacksDelayReason(telling({ ...more, delayReason: "Nobody was here." }))).toBe(false);
  });

  test("a blank is no reason", () => expect(lacksDelayReason(telling({ delayReason: " " }))).toBe(true));

  test("not told yet it is late once the 72 hours are over, but of a breach alone", () => {
    const open = telling({ toldMs: undefined });
    expect([isLate(open, 72 * hour), isLate(open, 72 * hour + 1)]).toEqual([false, true]);
    expect(isLate({ ...open, verdict: "near-miss" }, 100 * hour)).toBe(false);
  });
});

describe("times that moved", () => {
  const from = "2026-10-24T14:00:10.000Z";
  const to = "2026-10-24T14:01:10.000Z";

  test("by a minute or more, first named or taken back", () => {
    const moved = movedTimes(
      { awareAt: from, detectedAt: from, occurredTo: from },
      { awareAt: to, detectedAt: "2026-10-24T14:00:59.000Z", occurredFrom: to },
    );
    expect(moved).toEqual([
      { field: "awareAt", from, to },
      { field: "occurredFrom", from: "", to },
      { field: "occurredTo", from, to: "" },
    ]);
    expect(corrected(moved).map(({ field }) => field)).toEqual(["awareAt", "occurredTo"]);
  });

  test.each([...timeColumns, "otherNotices.police"])("%s in words, which no paper refuses", (field) => {
    const words = movedInWords({ field, from, to: "" }, offsetOf("Europe/London"), () => "The police");
    expect(words).toMatch(/^[A-Z][^:]+: not known; before: Saturday 24 October 2026, 15:00 \(UTC\+1\)\.$/);
    expect(namedIn(words)).toEqual([]);
  });
});
