import { describe, expect, test } from "vitest";
import type { CoverageFigure, Trends, TrendWeek, Verdict } from "#domain/figures/trends";
import type { StepFigure, YearFigures } from "#domain/figures/year";
import { changeWords, spanWords, type Weekly } from "#lib/trends/change.ts";
import { coverageSentence, coverageTrend } from "#lib/trends/coverage-trend.ts";
import { countCell, share } from "#lib/trends/figure.ts";
import { incidentTrend } from "#lib/trends/incident-trend.ts";
import { mailTrend } from "#lib/trends/mail-trend.ts";
import { viewTrend } from "#lib/trends/view-trend.ts";
import {
  causeSentence,
  foundWords,
  mostWords,
  spanIn,
  stepSentence,
  yearSentence,
} from "#lib/trends/year-words.ts";

const now = Date.parse("2026-11-24T10:00:00Z");
const mondays = ["2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23"];
const sundays = ["2026-11-08", "2026-11-15", "2026-11-22", "2026-11-29"];

function trendsOf(weeks: readonly Partial<TrendWeek>[], since: string | null = "2026-11-10"): Trends {
  return {
    asOf: "2026-11-24T10:00:00.000Z",
    weeks: weeks.map((week, i) => ({
      monday: mondays[i] ?? "",
      sunday: sundays[i] ?? "",
      mail: null,
      views: null,
      coverage: null,
      registers: {},
      ...week,
    })),
    since: { mail: since, views: since, coverage: since, registers: { incidents: since, training: since } },
  };
}
const found = (counts: Partial<Record<Verdict, number>>) => ({
  breach: 0,
  "near-miss": 0,
  neither: 0,
  undecided: 0,
  ...counts,
});

describe("what changed", () => {
  test.each<[Weekly, string]>([
    [[null, null, null, 4], "No whole week is recorded yet."],
    [[null, null, 3, 4], "Last week 3."],
    [[1, 2, 3, 4], "Last week 3, one more than the week before."],
    [[1, 30, 3, 4], "Last week 3, 27 fewer than the week before."],
    [[1, 3, 3, 9], "Last week 3, as many as the week before."],
    [[1, 0, 0, 9], "Last week 0, as many as the week before."],
    [[0, 0, 1_200, 9], "Last week 1,200, 1,200 more than the week before."],
  ])("%j", (weekly, words) => {
    expect(changeWords(weekly)).toBe(words);
  });

  test("the span is all weeks, or since when it is recorded", () => {
    expect(spanWords([1, 2, 3], "2025-01-01", now)).toBe("in 3 weeks");
    expect(spanWords([null, 2, 3], "2026-11-10", now)).toBe("since Tue 10 Nov");
    expect(spanWords([null, 2, 3], "2025-11-10", now)).toBe("since Mon 10 Nov 2025");
  });
});

describe("the figures of weeks", () => {
  test("incidents: one sentence, newest line first, what was not recorded in one line", () => {
    const weeks = [
      {},
      {},
      { registers: { incidents: found({ breach: 1, "near-miss": 2 }) } },
      { registers: { incidents: found({}) } },
    ];
    const figure = incidentTrend(trendsOf(weeks, "2026-11-16"), now);
    expect(figure.says).toBe(
      "Three incidents were opened since Mon 16 Nov: 1 breach and 2 near misses. Last week 3.",
    );
    expect(figure.lines.map(({ name, note, cells }) => [name, note, cells?.[0]?.text])).toEqual([
      ["23 Nov", "so far", "0"],
      ["16 Nov", "", "3"],
      ["2 Nov", "to 9 Nov", undefined],
    ]);
    expect(figure.series.map(({ values }) => values.length)).toEqual([4, 4, 4, 4]);
    expect(figure.series[0]?.values).toEqual([null, null, 1, 0]);
    const address = "/incidents?state=all&verdict=breach&from=2026-11-16&to=2026-11-22";
    expect(figure.lines[1]?.cells?.[1]).toEqual({ text: "1", href: address });
    expect(figure.total[1]?.href).toBe("/incidents?state=all&verdict=breach&from=2026-11-02&to=2026-11-29");
  });

  test("without any, it says so and compares nothing", () => {
    const none = mondays.map(() => ({ registers: { incidents: found({}) }, mail: {}, views: 0 }));
    expect(incidentTrend(trendsOf(none), now).says).toBe("No incident was opened in 4 weeks.");
    expect(mailTrend(trendsOf(none), now).says).toBe("No document was held in 4 weeks.");
    expect(mailTrend(trendsOf(none), now).heads).toEqual(["Held"]);
    expect(viewTrend(trendsOf(none), now).says).toBe("No record view was recorded in 4 weeks.");
  });

  test("mail: a column for each end that happened, and what may have left first", () => {
    const weeks = [
      { mail: {} },
      { mail: { removed: 1 } },
      { mail: { removed: 2, "sent-anyway": 1 } },
      { mail: { open: 1 } },
    ];
    const figure = mailTrend(trendsOf(weeks), now);
    expect(figure.heads).toEqual(["Held", "Sent anyway", "Taken out", "Not decided yet"]);
    expect(figure.says).toBe(
      "Five documents were held in 4 weeks; one was sent anyway. Last week 3, two more than the week before.",
    );
    expect(figure.total.map(({ text }) => text)).toEqual(["5", "1", "3", "1"]);
    expect(figure.lines[1]?.cells?.[1]?.href).toBe("/mail?from=2026-11-16&to=2026-11-22&outcome=sent-anyway");
    expect(mailTrend(trendsOf(weeks.slice(0, 2)), now).says).toContain("none was sent anyway");
  });

  test("views: one datum", () => {
    const figure = viewTrend(trendsOf([{}, {}, {}, { views: 1 }]), now);
    expect(figure.says).toBe("One record view was recorded since Tue 10 Nov. No whole week is recorded yet.");
    expect(figure.lines[0]?.cells).toEqual([
      { text: "1", href: "/log?kind=record.view&from=2026-11-23&to=2026-11-29" },
    ]);
  });

  const watched = (seen: number, of: number, silent = 0): CoverageFigure => ({ seen, of, silent });
  test.each<[(CoverageFigure | null)[], string]>([
    [[null, null], "No week is recorded yet."],
    [[null, watched(1, 2)], "This week so far 1 of 2 browser days was watched (50%)."],
    [[watched(0, 0, 7), watched(1, 2)], "Last week no browser was seen on any day."],
    [
      [null, watched(39, 45, 2), null],
      "Last week 39 of 45 browser days were watched (87%). On 2 days no browser was seen at all.",
    ],
    [
      [watched(4, 5), watched(9, 10), null],
      "Last week 9 of 10 browser days were watched (90%), up from 80% the week before.",
    ],
    [
      [watched(0, 0, 7), watched(9, 10), null],
      "Last week 9 of 10 browser days were watched (90%), none the week before.",
    ],
    [
      [watched(1, 1), watched(999, 1000), null],
      "Last week 999 of 1,000 browser days were watched (99%), down from 100% the week before.",
    ],
    [
      [watched(1, 2), watched(2, 4), null],
      "Last week 2 of 4 browser days were watched (50%), as the week before.",
    ],
  ])("coverage of %j", (figures, words) => {
    expect(coverageSentence(figures)).toBe(words);
  });

  test("coverage: silence has its own column, and days seen open the log", () => {
    const figure = coverageTrend(trendsOf([{}, {}, {}, { coverage: watched(3, 6, 1) }]), now);
    expect(figure.lines[0]?.cells?.map(({ text }) => text)).toEqual(["3", "6", "50%", "1"]);
    expect(figure.series.map(({ values }) => values.at(-1))).toEqual([3, 3]);
    expect(figure.lines[0]?.cells?.[0]?.href).toContain("kind=browser.coverage");
  });
});

test("a share is never all while something is missing, nor none while something is there", () => {
  expect([share(0, 0), share(0, 9), share(1, 1000), share(999, 1000), share(9, 9)]).toEqual([
    "–",
    "0%",
    "1%",
    "99%",
    "100%",
  ]);
  expect(countCell(0, "/x")).toEqual({ text: "0" });
  expect(countCell(1_234, "/x")).toEqual({ text: "1,234", href: "/x" });
});

describe("the year in words", () => {
  const year = (total: number, counts: Partial<Record<Verdict, number>>, before: number | null = null) =>
    ({ total, before, verdicts: found(counts) }) as YearFigures;
  const step = (more: Partial<StepFigure>): StepFigure => ({
    step: "detect",
    known: 0,
    waiting: 0,
    unknown: 0,
    median: null,
    longest: null,
    ...more,
  });
  const hour = 3_600_000;

  test("how many, and what they were", () => {
    expect(yearSentence(year(0, {}))).toBe("No incident was opened.");
    expect(yearSentence(year(1, { undecided: 1 }))).toBe("One incident was opened: 1 not decided.");
    expect(yearSentence(year(2, { breach: 2 }, 1))).toBe(
      "Two incidents were opened, one more than in the year before: 2 breaches.",
    );
    expect(yearSentence(year(0, {}, 12))).toBe("No incident was opened, 12 fewer than in the year before.");
    expect(foundWords(year(6, { breach: 2, undecided: 2, neither: 2 }))).toBe(
      "2 of 6 were breaches; 2 are not decided.",
    );
    expect(foundWords(year(1, { breach: 1 }))).toBe("1 of 1 was a breach.");
    expect(foundWords(year(3, { neither: 2, undecided: 1 }))).toBe(
      "None of 3 were breaches; 1 is not decided.",
    );
  });

  test("what is most frequent, and where several are", () => {
    const part = (name: string, count: number) => ({ name, count, cell: { text: String(count) } });
    expect(mostWords([part("Loss", 3), part("Theft", 1)], "cause")).toBe(
      "The most frequent cause is “Loss”, 3 incidents.",
    );
    expect(mostWords([part("Loss", 1), part("Theft", 1)], "cause")).toBe(
      "The most frequent causes are “Loss” and “Theft”, 1 incident each.",
    );
    expect(mostWords([], "cause")).toBe("");
    expect(causeSentence([part("Not known yet", 7), part("Attack", 1)], 7)).toBe(
      "The most frequent cause is “Attack”, 1 incident. Of 7 the cause is not known yet.",
    );
    expect(causeSentence([part("Not known yet", 2)], 2)).toBe("Of 2 the cause is not known yet.");
  });

  test("times: medians of what is known, and how many are not", () => {
    expect(stepSentence([step({ waiting: 2 })])).toBe("Of no incident both times are known yet.");
    const steps = [
      step({ known: 2, median: 0 }),
      step({ step: "decide", known: 1, median: 29 * hour + 1_200_000, unknown: 2 }),
    ];
    expect(stepSentence(steps)).toBe(
      "The median was no time to detect and 29 h 20 min to decide. Two times are not known, and no part of this.",
    );
    expect([spanIn(59_999), spanIn(60_000), spanIn(80 * hour)]).toEqual(["no time", "1 min", "3 days"]);
  });
});
