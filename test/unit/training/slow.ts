import type { Completion, CountedCourse } from "#domain/registers/training/compliance";
import type { Colleague, Requirement } from "#domain/registers/training/needs";

/**
 * How somebody stands, found by walking the calendar day by day: written apart from the product's own, to hold it against.
 */

export const nextDay = (day: string): string => {
  const [y = 0, m = 0, d = 0] = day.split("-").map(Number);
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1] ?? 0;
  const text = (year: number, month: number, date: number) =>
    [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(date).padStart(2, "0")].join("-");
  if (d < length) return text(y, m, d + 1);
  return m < 12 ? text(y, m + 1, 1) : text(y + 1, 1, 1);
};

/** Walks until so many months have begun, and on to the day of the same number, or to the end of that month. */
function walkedMonths(day: string, months: number): string {
  let at = day;
  let begun = 0;
  while (begun < months) {
    const next = nextDay(at);
    if (next.slice(0, 7) !== at.slice(0, 7)) begun += 1;
    at = next;
  }
  while (at.slice(8) < day.slice(8) && nextDay(at).slice(0, 7) === at.slice(0, 7)) at = nextDay(at);
  return at;
}

function walkedDays(day: string, days: number): string {
  let at = day;
  for (let i = 0; i < days; i += 1) at = nextDay(at);
  return at;
}

const covers = (span: { from: string; until: string }, day: string) =>
  (span.from === "" || !(day < span.from)) && (span.until === "" || !(day > span.until));

export function slowState(
  worker: Colleague,
  course: CountedCourse,
  requirements: readonly Requirement[],
  completions: readonly Completion[],
  day: string,
): string {
  if (!covers(worker, day)) return "away";
  const standing = requirements.filter((one) => one.course === course.id && covers(one, day));
  if (standing.some(({ whom, user }) => whom === "not" && user === worker.id)) return "not-needed";
  const asked = standing.filter(
    ({ whom, user }) =>
      whom === "everyone" ||
      (whom === "person" && user === worker.id) ||
      (whom === "practitioners" && worker.practitioner) ||
      whom === worker.role,
  );
  if (asked.length === 0) return "not-needed";
  const rank = (months: number) => (months === 0 ? 9_999 : months);
  asked.sort((one, other) => rank(one.months) - rank(other.months) || (one.from < other.from ? -1 : 1));
  const [need] = asked;
  if (!need) return "not-needed";
  const done = completions
    .filter((one) => one.user === worker.id && one.course === course.id && !(one.completedOn > day))
    .sort((one, other) =>
      one.completedOn === other.completedOn
        ? other.number - one.number
        : one.completedOn < other.completedOn
          ? 1
          : -1,
    );
  const [last] = done;
  if (last) {
    const ends = need.months === 0 ? [] : [walkedMonths(last.completedOn, need.months)];
    for (const one of course.renewals) {
      const old = last.number === 0 ? last.completedOn < one.from : last.number < one.number;
      if (old && !(one.from > day) && one.oldUntil !== "") ends.push(one.oldUntil);
    }
    const [end] = ends.sort();
    if (end === undefined) return "valid";
    if (!(day > end)) {
      let at = day;
      for (let i = 0; i < 60; i += 1) {
        if (at === end) return "ending";
        at = nextDay(at);
      }
      return at === end ? "ending" : "valid";
    }
  }
  if (worker.leaves.some((leave) => covers(leave, day))) return "leave";
  const starts = [worker.from, need.from].filter((one) => one !== "").sort();
  const begun = starts[starts.length - 1];
  if (begun !== undefined && !(day > walkedDays(begun, need.graceDays))) return "grace";
  const back = worker.leaves.map(({ until }) => until).filter((until) => until !== "" && until < day);
  return back.some((until) => !(day > walkedDays(until, need.graceDays))) ? "back" : "late";
}
