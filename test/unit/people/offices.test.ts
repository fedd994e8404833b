import { describe, expect, test } from "vitest";
import { type ClinicThen, officesOn, type PersonThen } from "#domain/people/offices";
import type { Touch } from "#domain/people/stretches";

const at = (day: number, hour = 9): string => new Date(Date.UTC(2026, 10, day, hour)).toISOString();
const day = (date: number) => ({ day: at(date).slice(0, 10), start: at(date, 0), end: at(date + 1, 0) });
const touch = (
  when: string,
  fields: readonly string[],
  ...changed: readonly (readonly [string, string, string])[]
): Touch => ({
  at: when,
  fields,
  changed: changed.map(([column, from, to]) => ({ column, from, to })),
});
const made = (when: string, role: string) =>
  touch(when, ["role", "active"], ["role", "", role], ["active", "", "true"]);
const person = (id: string, role: string, touches: readonly Touch[], active = true): PersonThen => ({
  id,
  role,
  active,
  touches,
});
const nobody: ClinicThen = { now: {}, touches: [] };

const managers = (people: readonly PersonThen[], date: number) => {
  const { held, unknown } = officesOn(nobody, people, day(date));
  const of = <One extends { readonly office: string }>(all: readonly One[]) =>
    all.filter(({ office }) => office === "manager");
  return {
    held: of(held).map((one) => [one.person, one.from, one.to]),
    unknown: of(unknown).map((one) => [one.person, one.before]),
  };
};

describe("who was manager", () => {
  const noor = person("noor", "staff", [
    made(at(2), "staff"),
    touch(at(10, 14), ["role"], ["role", "staff", "manager"]),
    touch(at(20, 11), ["role"], ["role", "manager", "staff"]),
  ]);
  test.each<[number, readonly (readonly string[])[]]>([
    [1, []],
    [5, []],
    [10, [["noor", at(10, 14), at(11, 0)]]],
    [15, [["noor", at(15, 0), at(16, 0)]]],
    [20, [["noor", at(20, 0), at(20, 11)]]],
    [21, []],
  ])("on the %ith", (date, held) => {
    expect(managers([noor], date)).toEqual({ held, unknown: [] });
  });

  test("not while they did not work here", () => {
    const touches = [made(at(2), "manager"), touch(at(10, 12), ["active"], ["active", "true", "false"])];
    expect(managers([person("ines", "manager", touches, false)], 10).held).toEqual([
      ["ines", at(10, 0), at(10, 12)],
    ]);
    expect(managers([person("ines", "manager", touches, false)], 11).held).toEqual([]);
  });

  test("by events of before: what follows from those beside them is told, the rest is not recorded", () => {
    const old = [touch(at(2), ["role", "active"]), touch(at(6), ["role"]), touch(at(10), ["role"])];
    const valued = [...old, touch(at(14), ["role"], ["role", "manager", "staff"])];
    const one = person("noor", "staff", valued);
    expect(managers([one], 12).held).toEqual([["noor", at(12, 0), at(13, 0)]]);
    expect(managers([one], 8)).toEqual({ held: [], unknown: [["noor", at(10)]] });
    expect(managers([one], 10)).toEqual({ held: [["noor", at(10), at(11, 0)]], unknown: [["noor", at(10)]] });
    // With nothing after it, what stands now has stood since.
    expect(managers([person("noor", "manager", old)], 12).held).toEqual([["noor", at(12, 0), at(13, 0)]]);
  });
});

describe("who held an office of the clinic", () => {
  const clinic: ClinicThen = {
    now: { lead: "priya", deputyLead: "", controller: "", duty: "tom", deputy: "noor" },
    touches: [
      touch(at(1), ["lead"], ["lead", "", "amy"]),
      touch(at(8, 10), ["duty"], ["duty", "", "noor"]),
      touch(at(12, 16), ["duty", "deputy"], ["duty", "noor", "tom"], ["deputy", "", "noor"]),
      touch(at(15), ["lead"], ["lead", "amy", "priya"]),
    ],
  };
  const of = (office: string, date: number) =>
    officesOn(clinic, [], day(date))
      .held.filter((one) => one.office === office)
      .map(({ person, from, to }) => [person, from, to]);

  test("with the hours in which it changed", () => {
    expect(of("duty", 12)).toEqual([
      ["noor", at(12, 0), at(12, 16)],
      ["tom", at(12, 16), at(13, 0)],
    ]);
    expect(of("dpo", 10)).toEqual([["amy", at(10, 0), at(11, 0)]]);
    expect(of("dpo", 20)).toEqual([["priya", at(20, 0), at(21, 0)]]);
    expect(of("deputy", 10)).toEqual([["", at(10, 0), at(11, 0)]]);
    expect(of("duty", 5)).toEqual([["", at(5, 0), at(6, 0)]]);
  });

  test("what was never named stays nobody’s, and an older change without values is not guessed", () => {
    expect(of("controller", 10)).toEqual([["", at(10, 0), at(11, 0)]]);
    const old: ClinicThen = {
      now: { duty: "tom" },
      touches: [touch(at(1), ["lead"]), touch(at(8), ["duty"]), touch(at(12), ["duty"])],
    };
    const answer = officesOn(old, [], day(10));
    expect(answer.unknown).toContainEqual({ office: "duty", person: "", before: at(12) });
    expect(officesOn(old, [], day(5)).held).toContainEqual({
      office: "duty",
      person: "",
      from: at(5, 0),
      to: at(6, 0),
    });
  });
});
