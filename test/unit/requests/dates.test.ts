import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bankHolidays } from "#domain/law/bank-holidays";
import { type Nation, nations } from "#domain/law/four-answers";
import { writtenBy } from "#domain/law/notifiable";
import { answerBy } from "#domain/registers/objections/answer-by";
import { complaintLimits } from "#domain/registers/requests/complaint";
import {
  deadChannelProblem,
  deadFee,
  deadLimit,
  deadRecordsSince,
  deadUnread,
  partsFor,
} from "#domain/registers/requests/dead";
import { readyFrom } from "#domain/registers/requests/gates";
import { opinionUntil } from "#domain/registers/requests/machine";
import { type MonthFacts, monthLimits, noticeCounts } from "#domain/registers/requests/month";
import type { Pause } from "#domain/registers/requests/pauses";

const plain: MonthFacts = {
  nation: "england",
  receivedOn: "2026-11-20",
  identityAskedOn: "",
  identityOn: "",
  feeAskedOn: "",
  feePaidOn: "",
  pauses: [],
  isAccess: true,
  extended: false,
};
const limitOf = (more: Partial<MonthFacts>) => monthLimits({ ...plain, ...more });

describe("one month, by the calendar of the clinic’s nation", () => {
  test.each([
    // Dates worked by hand
    ["england", "2026-09-03", "2026-10-05", "2026-12-03"],
    ["england", "2026-11-20", "2026-12-21", "2027-02-22"],
    ["england", "2026-11-28", "2026-12-29", "2027-03-01"],
    ["england", "2026-11-30", "2026-12-30", "2027-03-01"],
    ["england", "2027-01-30", "2027-03-01", "2027-04-30"],
    ["england", "2027-01-31", "2027-03-01", "2027-04-30"],
    ["england", "2027-02-26", "2027-03-30", "2027-05-26"],
    // The same by nation
    ["england", "2026-10-30", "2026-11-30", "2027-02-01"],
    ["scotland", "2026-10-30", "2026-12-01", "2027-02-01"],
    ["northern-ireland", "2026-10-30", "2026-11-30", "2027-02-01"],
    ["scotland", "2026-11-28", "2026-12-29", "2027-03-01"],
    ["northern-ireland", "2026-11-28", "2026-12-29", "2027-03-01"],
    ["england", "2026-12-02", "2027-01-04", "2027-03-02"],
    ["scotland", "2026-12-02", "2027-01-05", "2027-03-02"],
    ["northern-ireland", "2026-12-02", "2027-01-04", "2027-03-02"],
    ["wales", "2027-02-17", "2027-03-17", "2027-05-17"],
    ["scotland", "2027-02-17", "2027-03-17", "2027-05-17"],
    ["northern-ireland", "2027-02-17", "2027-03-18", "2027-05-17"],
    ["scotland", "2027-02-26", "2027-03-29", "2027-05-26"],
    ["northern-ireland", "2027-02-26", "2027-03-30", "2027-05-26"],
    ["england", "2027-06-12", "2027-07-12", "2027-09-13"],
    ["scotland", "2027-06-12", "2027-07-12", "2027-09-13"],
    ["northern-ireland", "2027-06-12", "2027-07-13", "2027-09-13"],
    ["england", "2027-07-02", "2027-08-02", "2027-10-04"],
    ["scotland", "2027-07-02", "2027-08-03", "2027-10-04"],
    ["northern-ireland", "2027-07-02", "2027-08-02", "2027-10-04"],
    ["england", "2027-07-30", "2027-08-31", "2027-11-01"],
    ["scotland", "2027-07-30", "2027-08-30", "2027-11-01"],
    ["northern-ireland", "2027-07-30", "2027-08-31", "2027-11-01"],
  ] as const)("%s, received %s: by %s, with more time by %s", (nation, receivedOn, limit, longer) => {
    expect(limitOf({ nation, receivedOn })).toMatchObject({ limit, longer, noticeBy: limit, stands: null });
    expect(limitOf({ nation, receivedOn, extended: true }).limit).toBe(longer);
  });

  test("a leap year has a day more; behind the calendar’s end the day is not moved, and says so", () => {
    expect(limitOf({ receivedOn: "2028-01-31" })).toMatchObject({ limit: "2028-02-29", unsure: true });
    expect(limitOf({ receivedOn: "2027-11-30" })).toMatchObject({ limit: "2027-12-30", unsure: true });
    expect(limitOf({ receivedOn: "2027-09-01" })).toMatchObject({ limit: "2027-10-01", unsure: false });
  });
});

describe("what moves and what pauses the month", () => {
  test("identity: asked promptly, the month runs from the day it came", () => {
    const asked = { receivedOn: "2026-10-01", identityAskedOn: "2026-10-02" };
    expect(limitOf(asked)).toMatchObject({
      limit: "2026-11-02",
      stands: { why: "identity", since: "2026-10-02" },
    });
    expect(limitOf({ ...asked, identityOn: "2026-10-12" })).toMatchObject({
      ...{ runsFrom: "2026-10-12", limit: "2026-11-12", stands: null },
    });
  });
  test("asked late, it moves nothing", () => {
    const late = { receivedOn: "2026-10-01", identityAskedOn: "2026-10-05" };
    expect(limitOf({ ...late, identityOn: "2026-10-12" })).toMatchObject({
      limit: "2026-11-02",
      stands: null,
    });
    expect(limitOf({ ...late, identityAskedOn: "2026-10-04", identityOn: "2026-10-12" }).limit).toBe(
      "2026-11-12",
    );
  });
  test("a fee stops the clock until it is paid, for any right", () => {
    const fee = { receivedOn: "2026-10-01", feeAskedOn: "2026-10-07", isAccess: false };
    expect(limitOf(fee).stands).toEqual({ why: "fee", since: "2026-10-07" });
    expect(limitOf({ ...fee, feePaidOn: "2026-10-20" })).toMatchObject({ limit: "2026-11-20", stands: null });
  });
  test("asked 8 Oct, answered 12 Oct: both limits are shown, 9 Nov the earlier", () => {
    const pauses = [{ askedOn: "2026-10-08", answeredOn: "2026-10-12" }];
    expect(limitOf({ receivedOn: "2026-10-05", pauses })).toMatchObject({
      ...{ safe: "2026-11-09", statutory: "2026-11-10", limit: "2026-11-09" },
      ...{ longer: "2027-01-11", paused: { safe: 4, statutory: 5 } },
    });
    expect(limitOf({ receivedOn: "2026-10-05", pauses, isAccess: false }).limit).toBe("2026-11-05");
  });
  test("the mock’s request: 26 Oct, asked 29 Oct, answered 2 Nov", () => {
    const pauses = [{ askedOn: "2026-10-29", answeredOn: "2026-11-02" }];
    expect(limitOf({ receivedOn: "2026-10-26", pauses })).toMatchObject({
      ...{ safe: "2026-11-30", statutory: "2026-12-01", longer: "2027-02-01", noticeBy: "2026-11-30" },
    });
  });
  test("a pause before the day the month runs from adds nothing, and one across it what lies after it", () => {
    const pauses = [{ askedOn: "2026-10-02", answeredOn: "2026-10-12" }];
    const fee = { receivedOn: "2026-10-01", pauses, feeAskedOn: "2026-10-05" };
    expect(limitOf({ ...fee, feePaidOn: "2026-10-20" })).toMatchObject({
      ...{ runsFrom: "2026-10-20", limit: "2026-11-20", statutory: "2026-11-20" },
      paused: { safe: 0, statutory: 0 },
    });
    expect(limitOf({ ...fee, feePaidOn: "2026-10-09" })).toMatchObject({
      ...{ runsFrom: "2026-10-09", limit: "2026-11-12", statutory: "2026-11-13" },
      paused: { safe: 3, statutory: 4 },
    });
    const waits = [...pauses, { askedOn: "2026-10-06", answeredOn: "" }];
    expect(limitOf({ ...fee, pauses: waits, feePaidOn: "2026-10-09" }).stands).toEqual({
      ...{ why: "which", since: "2026-10-06" },
    });
  });
  test("answered on the same day: no day by our count, one by the statute’s", () => {
    const pauses = [{ askedOn: "2026-10-08", answeredOn: "2026-10-08" }];
    expect(limitOf({ receivedOn: "2026-10-05", pauses }).paused).toEqual({ safe: 0, statutory: 1 });
  });
  test("a question that nobody has answered stops the clock", () => {
    const pauses = [{ askedOn: "2026-10-08", answeredOn: "" }];
    expect(limitOf({ receivedOn: "2026-10-05", pauses })).toMatchObject({
      stands: { why: "which", since: "2026-10-08" },
      limit: "2026-11-05",
    });
  });
  test("a notice counts up to the last day of the month, and a minute later no more", () => {
    const month = limitOf({ receivedOn: "2026-10-16" });
    expect(month.noticeBy).toBe("2026-11-16");
    // Mon 16 Nov 23:59 and Tue 17 Nov 00:01, as civil dates at the clinic.
    expect(noticeCounts("2026-11-16", month)).toBe(true);
    expect(noticeCounts("2026-11-17", month)).toBe(false);
  });
});

describe("a dead patient’s record", () => {
  const applied = {
    nation: "england" as Nation,
    appliedOn: "2026-11-21",
    oldestOn: "",
    askedOn: "",
    cameOn: "",
  };
  test("40 days, 21 where all of it was made in the 40 days before; no roll", () => {
    expect(deadLimit(applied)).toMatchObject({ days: 40, limit: "2026-12-30", aim: "2026-12-30" });
    expect(deadLimit({ ...applied, oldestOn: "2026-10-12" })).toMatchObject({
      days: 21,
      limit: "2026-12-11",
    });
    expect(deadLimit({ ...applied, oldestOn: "2026-10-11" })).toMatchObject({ days: 40 });
    // Sat 16 Jan 2027 stays; we aim at the Friday.
    expect(deadLimit({ ...applied, appliedOn: "2026-12-08" })).toMatchObject({
      ...{ limit: "2027-01-16", aim: "2027-01-15" },
    });
  });
  test("information asked for within 14 days begins them anew, later not", () => {
    const came = { ...applied, cameOn: "2026-12-10" };
    expect(deadLimit({ ...came, askedOn: "2026-12-04" })).toMatchObject({ limit: "2027-01-18", stands: "" });
    expect(deadLimit({ ...came, askedOn: "2026-12-05" })).toMatchObject({ limit: "2026-12-30" });
    expect(deadLimit({ ...applied, askedOn: "2026-12-04" }).stands).toBe("2026-12-04");
  });
  test("the cut-off is another in Northern Ireland", () => {
    expect(deadRecordsSince("england")).toBe("1991-11-01");
    expect(deadRecordsSince("scotland")).toBe("1991-11-01");
    expect(deadRecordsSince("northern-ireland")).toBe("1994-05-30");
  });
  test("what was not found of the Order of 1993 is checked before use", () => {
    expect(deadUnread("england")).toBe("");
    expect(deadUnread("northern-ireland")).toMatch(/fee.*in writing.*not found/);
    expect(deadFee("scotland")).toBe("No fee may be asked for a dead patient’s record.");
    expect(deadFee("northern-ireland")).toMatch(/^Check before use/);
    for (const nation of ["england", "wales", "scotland"] as const)
      expect(deadChannelProblem("phone", nation)).toMatch(/in writing/);
    for (const channel of ["phone", "desk", "letter"] as const)
      expect(deadChannelProblem(channel, "northern-ireland")).toBeUndefined();
    expect(deadChannelProblem("letter", "england")).toBeUndefined();
  });
  test("a claimant and a personal representative get different parts", () => {
    const [claim] = partsFor("claimant", "england");
    const [whole] = partsFor("personal-representative", "england");
    expect(claim).toContain("relevant to the claim");
    expect(whole).toContain("whole record");
    expect(partsFor("claimant", "england").slice(1)).toEqual(
      partsFor("personal-representative", "england").slice(1),
    );
  });
});

describe("complaints", () => {
  test.each([
    ["2026-06-19", "2026-07-20", false],
    ["2026-11-21", "2026-12-21", false],
    ["2026-06-18", "2026-07-20", true],
    ["2026-10-23", "2026-11-23", false],
  ])("received %s: acknowledged by %s", (receivedOn, acknowledgeBy, beforeDuty) => {
    expect(complaintLimits(receivedOn, "england")).toMatchObject({ acknowledgeBy, beforeDuty });
  });
});

/** A slow calendar: it walks day by day with numbers of its own, and looks a holiday up by its text. */
type Day = { y: number; m: number; d: number };
const longest = (y: number, m: number): number =>
  m === 2 ? (y % 4 === 0 ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31;
const next = ({ y, m, d }: Day): Day =>
  d < longest(y, m) ? { y, m, d: d + 1 } : m < 12 ? { y, m: m + 1, d: 1 } : { y: y + 1, m: 1, d: 1 };
const said = ({ y, m, d }: Day): string =>
  [y, String(m).padStart(2, "0"), String(d).padStart(2, "0")].join("-");
const read = (text: string): Day => {
  const [y = 0, m = 0, d = 0] = text.split("-").map(Number);
  return { y, m, d };
};
/** Sakamoto's rule. */
const weekday = ({ y, m, d }: Day): number => {
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][m - 1] ?? 0;
  const year = m < 3 ? y - 1 : y;
  return (year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + shift + d) % 7;
};
const part = {
  england: "england-and-wales",
  wales: "england-and-wales",
  scotland: "scotland",
  "northern-ireland": "northern-ireland",
} as const;
const works = (day: Day, nation: Nation): boolean =>
  weekday(day) % 6 !== 0 && !bankHolidays[part[nation]].some((one) => one.day === said(day));
function slowLimit(facts: MonthFacts, ways: "safe" | "statutory"): string {
  const { y, m, d } = read(facts.receivedOn);
  const months = facts.extended ? 3 : 1;
  const year = y + Math.floor((m - 1 + months) / 12);
  const month = ((m - 1 + months) % 12) + 1;
  let at: Day = { y: year, m: month, d: Math.min(d, longest(year, month)) };
  const paused = new Set<string>();
  for (const { askedOn, answeredOn } of facts.pauses) {
    let day = read(askedOn);
    if (ways === "statutory") paused.add(said(day));
    while (said(day) !== answeredOn) {
      day = next(day);
      paused.add(said(day));
    }
  }
  for (let left = paused.size; left > 0; left -= 1) at = next(at);
  while (!works(at, facts.nation)) at = next(at);
  return said(at);
}
const dayFrom = (first: string, days: number): string => {
  let at = read(first);
  for (let left = days; left > 0; left -= 1) at = next(at);
  return said(at);
};

const pausesOf = (receivedOn: string) =>
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 })), { maxLength: 3 })
    .map((gaps): Pause[] => {
      let at = receivedOn;
      return gaps.map(([before, lasts]) => {
        const askedOn = dayFrom(at, before);
        const answeredOn = dayFrom(askedOn, lasts);
        at = answeredOn;
        return { askedOn, answeredOn };
      });
    });

describe("against a slow calendar of its own", () => {
  test("every day of the known calendar, every nation, with and without more time and pauses", () => {
    fc.assert(
      fc.property(
        fc
          .record({
            receivedOn: fc.integer({ min: 0, max: 560 }).map((days) => dayFrom("2026-01-02", days)),
            nation: fc.constantFrom(...nations),
            extended: fc.boolean(),
          })
          .chain((one) => pausesOf(one.receivedOn).map((pauses) => ({ ...one, pauses }))),
        (one) => {
          const facts = { ...plain, ...one };
          const { safe, statutory, limit } = monthLimits(facts);
          expect([safe, statutory]).toEqual([slowLimit(facts, "safe"), slowLimit(facts, "statutory")]);
          expect(limit).toBe(safe < statutory ? safe : statutory);
        },
      ),
      { numRuns: 400 },
    );
  });

  test("a dead patient’s record: the days are walked one by one, the first being the day it begins", () => {
    const offset = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500 }),
        fc.option(offset, { nil: undefined }),
        fc.option(fc.tuple(offset, offset), { nil: undefined }),
        (from, oldest, asked) => {
          const appliedOn = dayFrom("2026-02-01", from);
          const oldestOn = oldest === undefined ? "" : dayFrom("2026-02-01", Math.max(0, from - oldest));
          const askedOn = asked === undefined ? "" : dayFrom(appliedOn, asked[0]);
          const cameOn = asked === undefined ? "" : dayFrom(askedOn, asked[1]);
          const fortnight = Array.from({ length: 14 }, (_, i) => dayFrom(appliedOn, i));
          const begins = fortnight.includes(askedOn) ? cameOn : appliedOn;
          const before = Array.from({ length: 41 }, (_, i) => dayFrom("2026-02-01", Math.max(0, from - i)));
          const days = before.includes(oldestOn) ? 21 : 40;
          const found = deadLimit({ nation: "england", appliedOn, oldestOn, askedOn, cameOn });
          expect(found).toMatchObject({ days, limit: dayFrom(begins, days - 1) });
        },
      ),
      { numRuns: 300 },
    );
  });

  test("who they are, a fee and pauses together: the month runs from the last of what came, and pauses count from there", () => {
    const day = (days: number) => dayFrom("2026-01-02", days);
    const gap = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 480 }),
        fc.constantFrom(...nations),
        fc.option(fc.tuple(fc.integer({ min: 0, max: 6 }), gap), { nil: undefined }),
        fc.option(fc.tuple(gap, gap), { nil: undefined }),
        fc.boolean(),
        fc.boolean(),
        (at, nation, identity, fee, extended, isAccess) => {
          const receivedOn = day(at);
          const identityAskedOn = identity ? day(at + identity[0]) : "";
          const identityOn = identity ? day(at + identity[0] + identity[1]) : "";
          const feeAskedOn = fee ? day(at + fee[0]) : "";
          const feePaidOn = fee ? day(at + fee[0] + fee[1]) : "";
          const pauses = [
            { askedOn: day(at + 2), answeredOn: day(at + 9) },
            { askedOn: day(at + 20), answeredOn: day(at + 24) },
          ];
          // Asked within three days, it is prompt; a wall calendar counts them.
          const prompt = identity !== undefined && [0, 1, 2, 3].includes(identity[0]);
          const came = [
            at,
            ...(prompt ? [at + identity[0] + identity[1]] : []),
            ...(fee ? [at + fee[0] + fee[1]] : []),
          ];
          const from = Math.max(...came);
          const left = isAccess
            ? pauses
                .filter(({ answeredOn }) => answeredOn >= day(from))
                .map(({ askedOn, answeredOn }) => ({
                  askedOn: askedOn < day(from) ? day(from) : askedOn,
                  answeredOn,
                }))
            : [];
          const found = monthLimits({
            ...{ nation, receivedOn, identityAskedOn, identityOn, feeAskedOn, feePaidOn },
            ...{ pauses, isAccess, extended },
          });
          const slow = { ...plain, nation, receivedOn: day(from), pauses: left, extended };
          expect(found).toMatchObject({
            ...{
              runsFrom: day(from),
              safe: slowLimit(slow, "safe"),
              statutory: slowLimit(slow, "statutory"),
            },
            ...{ noticeBy: slowLimit({ ...slow, extended: false }, "safe"), stands: null },
          });
          expect(found.limit <= found.statutory && found.limit <= found.safe).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });

  test("an opinion: the last day of six months that begin with the day it was given", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_500 }), (from) => {
        const given = read(dayFrom("2026-01-01", from));
        const month = ((given.m + 5) % 12) + 1;
        let at = given;
        // On, until the morrow is the day of the same number, or the month that has none is over.
        for (;;) {
          const morrow = next(at);
          const beyond = at.m === month && morrow.m !== month;
          if ((morrow.m === month && morrow.d === given.d) || beyond) break;
          at = morrow;
        }
        expect(opinionUntil(said(given))).toBe(said(at));
      }),
    );
    expect(opinionUntil("2026-08-31")).toBe("2027-02-28");
    expect(opinionUntil("2027-08-31")).toBe("2028-02-29");
    expect(opinionUntil("2026-11-20")).toBe("2027-05-19");
  });

  test("a disease: three days, the first being that of the suspicion, whatever day of the week; at once in Northern Ireland", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.constantFrom(...nations), (from, nation) => {
        const suspected = dayFrom("2026-01-01", from);
        const walked = nation === "northern-ireland" ? suspected : said(next(next(read(suspected))));
        expect(writtenBy(suspected, nation)).toBe(walked);
      }),
    );
  });

  test("whoever works here has the same month for an objection", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), fc.constantFrom(...nations), (from, nation) => {
        const askedOn = dayFrom("2026-01-02", from);
        expect(answerBy(askedOn, nation)).toBe(slowLimit({ ...plain, nation, receivedOn: askedOn }, "safe"));
      }),
    );
  });

  test("48 hours are hours: over both changes of the clock, and by the minute", () => {
    for (const received of [
      "2026-03-28T12:00:00.000Z",
      "2026-10-24T12:30:00.000Z",
      "2028-02-28T23:59:00.000Z",
    ])
      expect(readyFrom(received) - Date.parse(received)).toBe(172_800_000);
  });

  test("a complaint: the thirtieth day after it came, on to a day that is worked", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), fc.constantFrom(...nations), (from, nation) => {
        const receivedOn = dayFrom("2026-01-02", from);
        let at = read(dayFrom(receivedOn, 30));
        while (!works(at, nation)) at = next(at);
        expect(complaintLimits(receivedOn, nation).acknowledgeBy).toBe(said(at));
      }),
      { numRuns: 300 },
    );
  });
});
