import { expect, test } from "vitest";
import {
  type Completion,
  cellOf,
  cellStates,
  newestUpTo,
  standingOf,
  standingWords,
  windowOf,
  worstOf,
} from "#domain/registers/training/compliance";
import { type Colleague, needOf, type Requirement } from "#domain/registers/training/needs";
import { owedOf } from "#domain/registers/training/owed";
import { statesText, worstIn } from "#domain/registers/training/states-text";
import { nextDay, slowState } from "./slow.ts";

const course = { id: "c", renewals: [] };
const yearly: Requirement = {
  course: "c",
  whom: "everyone",
  user: "",
  months: 12,
  graceDays: 7,
  from: "2024-01-01",
  until: "",
};
const worker = (id: string, more: Partial<Colleague> = {}): Colleague => ({
  id,
  role: "staff",
  practitioner: false,
  from: "2020-01-01",
  until: "",
  leaves: [],
  ...more,
});
const done = (user: string, completedOn: string, number = 0): Completion => ({
  user,
  course: "c",
  number,
  completedOn,
});
const on = (who: Colleague, completions: readonly Completion[], day: string) =>
  cellOf(who, course, [yearly], newestUpTo(completions, day), day);

test("what was completed on 29 February counts on 28 February a year later, and not on 1 March", () => {
  const tom = worker("tom");
  expect(on(tom, [done("tom", "2024-02-29")], "2025-02-28")).toMatchObject({
    state: "ending",
    until: "2025-02-28",
  });
  expect(on(tom, [done("tom", "2024-02-29")], "2025-03-01")).toMatchObject({
    state: "late",
    due: "2025-02-28",
  });
});

test("twelve people, ten valid, one left on 1 February, one never trained and on leave", () => {
  const people = [
    ...Array.from({ length: 10 }, (_, i) => worker(`p${i}`)),
    worker("left", { until: "2026-02-01" }),
    worker("leave", { leaves: [{ from: "2026-01-10", until: "" }] }),
  ];
  const completions = people.slice(0, 10).map(({ id }) => done(id, "2025-06-01"));
  const standing = (day: string) =>
    standingOf(
      people.map((one) => ({
        ...on(one, completions, day),
        onLeave: one.leaves.some(({ from }) => from <= day),
      })),
    );
  expect(standingWords(standing("2026-02-28"))).toBe("10 of 11, one of them on leave");
  expect(standing("2026-01-31")).toMatchObject({ inDate: 10, of: 12 });
  expect(standing("2026-02-01").of).toBe(12);
  expect(standing("2026-02-02").of).toBe(11);
});

test.each([
  ["a starter in the first week", worker("a", { from: "2026-05-01" }), "2026-05-08", "grace"],
  ["and a day later", worker("a", { from: "2026-05-01" }), "2026-05-09", "late"],
  ["before the first day", worker("a", { from: "2026-05-01" }), "2026-04-30", "away"],
  ["on leave", worker("a", { leaves: [{ from: "2026-05-01", until: "2026-05-31" }] }), "2026-05-31", "leave"],
  [
    "back for a week",
    worker("a", { leaves: [{ from: "2026-05-01", until: "2026-05-31" }] }),
    "2026-06-07",
    "back",
  ],
  [
    "and a day later late",
    worker("a", { leaves: [{ from: "2026-05-01", until: "2026-05-31" }] }),
    "2026-06-08",
    "late",
  ],
])("%s: %s", (_, who, day, state) => expect(on(who, [], day).state).toBe(state));

test("of several requirements the strictest counts, and one person can be let off", () => {
  const dpo = worker("d", { role: "dpo", practitioner: true });
  const half = { ...yearly, whom: "dpo" as const, months: 6 };
  const once = { ...yearly, whom: "practitioners" as const, months: 0 };
  expect(needOf([once, yearly, half], dpo, "2026-05-01")?.months).toBe(6);
  expect(needOf([once], dpo, "2026-05-01")?.months).toBe(0);
  expect(needOf([yearly, { ...yearly, whom: "not", user: "d" }], dpo, "2026-05-01")).toBe(undefined);
  expect(needOf([{ ...yearly, until: "2026-04-30" }], dpo, "2026-05-01")).toBe(undefined);
  expect(needOf([{ ...yearly, whom: "person", user: "x" }], dpo, "2026-05-01")).toBe(undefined);
});

test("a new version that has to be done ends the older one", () => {
  const renewed = { id: "c", renewals: [{ number: 2, from: "2026-04-01", oldUntil: "2026-04-30" }] };
  const state = (completion: Completion, day: string) =>
    cellOf(worker("t"), renewed, [yearly], newestUpTo([completion], day), day).state;
  expect(state(done("t", "2026-03-01", 1), "2026-03-31")).toBe("valid");
  expect(state(done("t", "2026-03-01", 1), "2026-04-30")).toBe("ending");
  expect(state(done("t", "2026-03-01", 1), "2026-05-01")).toBe("late");
  expect(state(done("t", "2026-04-02", 2), "2026-05-01")).toBe("valid");
});

test.each([
  ["2026-12-30", 0],
  ["2026-12-31", 1],
  ["2027-01-29", 1],
  ["2027-02-28", 2],
  ["2027-03-01", -1],
  ["2026-11-29", -1],
  ["", -1],
])("on 30 November what ends on %s stands in window %i", (until, window) => {
  expect(windowOf(until, "2026-11-30")).toBe(window);
});

test("a person is as well off as the worst of all that is asked", () => {
  expect(worstOf([{ state: "valid" }, { state: "late" }])).toBe("late");
  expect(worstOf([{ state: "not-needed" }, { state: "ending" }, { state: "valid" }])).toBe("ending");
  expect(worstOf([])).toBe("not-needed");
});

test("agrees with a calendar that is walked day by day", () => {
  let seed = 20_261_130;
  const chance = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const day = (): string => {
    const near = ["2024-02-28", "2024-02-29", "2025-02-28", "2025-03-01", "2024-12-31", "2025-03-30"];
    let at = near[chance(near.length)] ?? "2024-02-29";
    for (let i = chance(200); i > 0; i -= 1) at = nextDay(at);
    return at;
  };
  const maybe = (value: () => string): string => (chance(3) === 0 ? "" : value());
  for (let round = 0; round < 1_500; round += 1) {
    const from = maybe(day);
    const leave = { from: day(), until: maybe(day) };
    const who = worker("w", {
      role: chance(2) ? "staff" : "manager",
      practitioner: chance(2) === 1,
      from,
      until: chance(3) ? "" : day(),
      leaves: chance(2) ? [leave] : [],
    });
    const requirements = Array.from({ length: 1 + chance(3) }, (): Requirement => {
      const whom =
        (["everyone", "everyone", "practitioners", "manager", "person", "not"] as const)[chance(6)] ?? "not";
      return {
        course: "c",
        whom,
        user: whom === "person" || whom === "not" ? (chance(2) ? "w" : "x") : "",
        months: [0, 1, 6, 12, 24][chance(5)] ?? 12,
        graceDays: chance(3) * 7,
        from: maybe(day),
        until: chance(3) ? "" : day(),
      };
    });
    const renewals = chance(3) ? [] : [{ number: 2, from: day(), oldUntil: maybe(day) }];
    const completions = Array.from({ length: chance(4) }, () => done("w", day(), chance(3)));
    const at = day();
    const one = { id: "c", renewals };
    const fast = cellOf(who, one, requirements, newestUpTo(completions, at), at).state;
    expect({ round, state: fast }).toEqual({
      round,
      state: slowState(who, one, requirements, completions, at),
    });
  }
});

test.each([
  ["late", "2026-01-05", "2026-01-05"],
  ["late", "", ""],
  ["ending", "2026-12-14", "2026-12-14"],
  ["ending", "2026-12-15", undefined],
  ["grace", "2026-12-01", "2026-12-01"],
  ["valid", "2026-12-01", undefined],
  ["leave", "", undefined],
] as const)("what is %s and due on %j is owed by %j", (state, due, owed) => {
  expect(owedOf({ state, due, until: due, completedOn: "" }, "2026-12-14")).toBe(owed);
});

test("the worst of a person’s letters is the worst of their cells", () => {
  expect(worstIn("")).toBe(worstOf([]));
  for (const one of cellStates)
    for (const other of cellStates) {
      const cells = [{ state: one }, { state: other }];
      expect(worstIn(statesText(cells))).toBe(worstOf(cells));
    }
});
