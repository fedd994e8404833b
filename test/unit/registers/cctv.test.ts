import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysAfter } from "#domain/law/working-days";
import { type CameraFacts, cameraProblem, daysProblem } from "#domain/registers/cctv/camera";
import {
  ageOf,
  type CameraDays,
  daySpans,
  dayState,
  dueToGo,
  footageAsked,
  lastDayKept,
} from "#domain/registers/cctv/kept";
import { ourChecks } from "#domain/registers/cctv/our-checks";
import { cctvDue } from "#domain/registers/cctv/standing";

describe("pictures go on their day", () => {
  test.each([
    ["2026-09-22", 60, "2026-11-21", "2026-11-22"],
    ["2026-10-22", 31, "2026-11-22", "2026-11-23"],
    ["2024-02-28", 1, "2024-02-29", "2024-03-01"],
    ["2025-02-28", 1, "2025-03-01", "2025-03-02"],
    ["2026-12-31", 60, "2027-03-01", "2027-03-02"],
  ])("recorded %s, %i days: last day %s, due %s", (recorded, days, last, due) => {
    expect(lastDayKept(recorded, days)).toBe(last);
    expect(dueToGo(recorded, days)).toBe(due);
  });

  test("“Oldest picture 15 Sep”, entered on 22 Nov: 68 days, 8 beyond 60", () =>
    expect(ageOf("2026-09-15", "2026-11-22", 60)).toEqual({ days: 68, beyond: 8 }));
  test("on its last day it is not beyond", () => {
    expect(ageOf("2026-09-23", "2026-11-22", 60)).toEqual({ days: 60, beyond: 0 });
    expect(ageOf("2026-09-22", "2026-11-22", 60)).toEqual({ days: 61, beyond: 1 });
  });

  test("footage of 25 Sep, asked for on Sun 22 Nov: day 58, export now, answer by Tue 22 Dec", () =>
    expect(footageAsked("2026-09-25", "2026-11-22", 60, "england")).toEqual({
      day: 58,
      exportBy: "2026-11-24",
      now: true,
      answerBy: { day: "2026-12-22", unsure: false },
    }));
  test("what may be gone already is exported today, and what is fresh has time", () => {
    expect(footageAsked("2026-08-01", "2026-11-22", 60, "scotland")).toMatchObject({
      exportBy: "2026-11-22",
      now: true,
    });
    expect(footageAsked("2026-11-20", "2026-11-22", 31, "wales")).toMatchObject({
      exportBy: "2026-12-21",
      now: false,
    });
  });
});

describe("a request of Sun 22 Nov 2026", () => {
  const asked = { hold: "h", camera: "c", fromDay: "2026-09-25", toDay: "2026-09-25" };
  const held = [{ ...asked, askedOn: "2026-11-22", reference: "REQ-33", authoriser: "u" }];
  const known = { systems: [], cameras: [], exports: [], checks: [], unsigned: [], held };
  test.each(["2026-11-22", "2026-11-24"])("held on %s is answered by Tue 22 Dec", (today) =>
    expect(cctvDue(known, { today, lead: "u", nation: "england" })).toEqual([
      expect.objectContaining({ key: "answer:h", on: "2026-12-22" }),
    ]),
  );
});

describe("a camera", () => {
  const fine: CameraFacts = { place: "entrance", audioOff: true, visitorsOnly: true, days: 60 };
  test.each([
    [{}, undefined],
    [{ days: 61 }, "days"],
    [{ days: 0 }, "days"],
    [{ days: 1.5 }, "days"],
    [{ place: "treatment" }, "place"],
    [{ place: "changing" }, "place"],
    [{ audioOff: false }, "audioOff"],
    [{ visitorsOnly: false }, "visitorsOnly"],
  ] as const)("with %j: %s", (more, field) =>
    expect(cameraProblem({ ...fine, ...more }, 60)?.field).toBe(field),
  );
  test("a larger number is refused quoting the ceiling", () => {
    expect(daysProblem(61, 60)).toContain("no longer than 60 days");
    expect(daysProblem(32, 31)).toContain("no longer than 31 days");
    expect(daysProblem(60, 60)).toBeUndefined();
  });
});

describe("the calendar of a camera", () => {
  const camera: CameraDays = {
    days: 60,
    usedFrom: "2026-01-01",
    retiredOn: "",
    oldest: "2026-09-15",
    checkedOn: "2026-11-22",
    held: [{ fromDay: "2026-09-16", toDay: "2026-09-17" }],
  };
  test.each([
    ["2026-11-23", "none"],
    ["2025-12-31", "none"],
    ["2026-11-22", "kept"],
    ["2026-09-23", "kept"],
    ["2026-09-22", "late"],
    ["2026-09-17", "held"],
    ["2026-09-15", "late"],
    ["2026-09-14", "gone"],
  ])("%s is %s", (day, state) => expect(dayState(day, "2026-11-22", camera)).toBe(state));
  test("what is past its day since the last look, or was never looked at, is said as not seen", () => {
    expect(dayState("2026-09-23", "2026-11-23", camera)).toBe("unseen");
    expect(dayState("2026-09-01", "2026-11-23", { ...camera, oldest: "", checkedOn: "" })).toBe("unseen");
  });

  test("every day stands in one span, and in the state that a list of days gives it", () => {
    const day = fc.integer({ min: 0, max: 500 }).map((days) => daysAfter("2026-01-01", days));
    const some = fc.record({
      days: fc.integer({ min: 1, max: 60 }),
      usedFrom: day,
      retiredOn: fc.oneof(fc.constant(""), day),
      oldest: day,
      checkedOn: day,
      held: fc.array(
        fc.tuple(day, fc.integer({ min: 0, max: 9 })).map(([fromDay, more]) => ({
          fromDay,
          toDay: daysAfter(fromDay, more),
        })),
        { maxLength: 3 },
      ),
    });
    fc.assert(
      fc.property(some, day, (one, today) => {
        const from = daysAfter(today, -400);
        const spans = daySpans(from, today, today, one);
        let at = from;
        for (const span of spans) {
          expect(span.from).toBe(at);
          for (; at <= span.to; at = daysAfter(at, 1)) {
            expect(dayState(at, today, one)).toBe(span.state);
            // Nothing past its day without a hold passes for kept.
            if (span.state === "kept") expect(lastDayKept(at, one.days) >= today).toBe(true);
            if (["late", "unseen", "gone"].includes(span.state))
              expect(lastDayKept(at, one.days) < today).toBe(true);
          }
        }
        expect(at).toBe(daysAfter(today, 1));
      }),
      { numRuns: 60 },
    );
  });
});

test("our checks are thirteen, each once", () => {
  expect(ourChecks).toHaveLength(13);
  expect(new Set(ourChecks.map(({ key }) => key)).size).toBe(13);
});
