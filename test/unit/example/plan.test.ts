import { beforeAll, expect, it, vi } from "vitest";
import type { Staging } from "../../../pb_hooks/src/story/staging.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Go's clock and its table of zones, as far as the calendar asks them. */
class Timezone {}
const london = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", timeZoneName: "longOffset" });
class DateTime {
  readonly at: number;
  constructor(text: string) {
    this.at = Date.parse(text);
  }
  time() {
    const offset = () => london.formatToParts(this.at).find(({ type }) => type === "timeZoneName")?.value;
    return { in: () => ({ format: () => offset()?.slice(3) || "+00:00" }) };
  }
}

/**
 * Every sixth day of a year at another hour, and the moments at which calendars go wrong, with a few minutes to both sides: in
 * a Monday's first minute and a half its sample was not drawn yet.
 */
const edges = [
  ...["2026-12-31T00:10", "2027-01-01T00:00", "2027-02-28T23:59", "2027-03-01T00:00", "2028-02-29T00:10"],
  ...["2027-03-28T00:00", "2027-03-28T01:00", "2027-03-29T00:00", "2027-05-30T23:00", "2027-05-31T23:30"],
  ...["2027-10-31T00:30", "2027-10-31T01:00", "2027-11-01T00:00", "2026-11-29T00:00", "2026-11-30T00:05"],
  ...["2026-11-30T09:40", "2026-11-30T12:00", "2026-08-31T00:10", "2027-01-31T23:59"],
].map((text) => Date.parse(`${text}:00.000Z`));
const instants = [
  ...Array.from({ length: 61 }, (_, i) => Date.UTC(2026, 11, 1) + i * 6 * day + i * (hour + 7 * minute)),
  ...edges.flatMap((at) => [at - 2 * minute, at + 3 * minute]),
];

/** What the registers' stories plan for an example that is made at each instant. */
const plans = new Map<number, { register: string; at: number }[]>();

beforeAll(async () => {
  vi.stubGlobal("DateTime", DateTime);
  vi.stubGlobal("Timezone", Timezone);
  vi.stubGlobal("$app", {});
  const { registers } = await import("../../../pb_hooks/src/registers/index.ts");
  const { Calendar } = await import("../../../pb_hooks/src/story/happening.ts");
  const same = (key: string) => key;
  for (const made of instants) {
    const scenes: { register: string; at: number }[] = [];
    const calendar = new Calendar(made, "Europe/London");
    for (const [place, one] of registers.entries()) {
      const register = Object.keys(one.acts)[0]?.split(".")[0] ?? String(place);
      const stage: Staging = {
        tx: {} as pb.App,
        calendar,
        ids: { person: same, browser: same, account: same },
        plan: (at) => scenes.push({ register, at }),
        act: () => {
          throw new Error("nobody acts while it is planned");
        },
        code: same,
      };
      one.example?.(stage);
    }
    plans.set(made, scenes);
  }
});

it("plans nothing that would still be to come, and nothing before the clinic was set up, whenever the example is made", () => {
  const wrong: string[] = [];
  for (const [made, scenes] of plans) {
    for (const { register, at } of scenes) {
      // Scenes of the last minute are not played (`Stage.plan`).
      if (at < made - minute && at > made - 81 * day) continue;
      wrong.push(`${new Date(made).toISOString()}: ${register} at ${new Date(at).toISOString()}`);
    }
  }
  expect(wrong).toEqual([]);
});

it("plans as much at each of them", () => {
  const counts = new Set([...plans.values()].map((scenes) => scenes.length));
  expect([...counts]).toEqual([expect.any(Number)]);
  expect([...counts][0]).toBeGreaterThan(400);
});
