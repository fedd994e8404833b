import type { RetentionSchedule } from "#domain/law/retention-lines";
import type { RecordFacts } from "#domain/registers/retention/due";

/**
 * Until when a record is kept, counted anew in another way: by walking the calendar with JavaScript's own dates, and
 * looking for the last day on which no period is over. It shares no line of code with the rule.
 */
export function slowDue(
  record: RecordFacts,
  schedule: RetentionSchedule,
  confirmed: ReadonlyMap<string, number>,
) {
  const at = (day: string) => new Date(`${day}T12:00:00Z`);
  const birthday = (born: Date, years: number): Date => {
    const there = new Date(born);
    there.setUTCFullYear(born.getUTCFullYear() + years);
    // The calendar turns 29 February of an ordinary year into 1 March: the day before is meant.
    if (there.getUTCMonth() !== born.getUTCMonth()) there.setUTCDate(0);
    return there;
  };
  const ageOn = (day: string): number => {
    let age = -1;
    while (birthday(at(record.born), age + 1) <= at(day)) age += 1;
    return age;
  };
  const end = record.lastSeen === "" ? record.lastEntry : record.lastSeen;
  const latest = [record.lastSeen, record.lastEntry].sort()[1] ?? "";
  const fit = schedule.lines.filter((line) => {
    const mine = line.about === record.about || line.forAll === true;
    const age = ageOn(end);
    const old = line.ages === undefined || (line.ages[0] <= age && age <= line.ages[1]);
    const dead = record.died !== "";
    const fate =
      line.fate === undefined ||
      (line.fate === "dead" && dead) ||
      (line.fate === "alive" && !dead) ||
      (line.fate === "under18" && dead && ageOn(record.died) < 18);
    return mine && old && fate;
  });
  const only = fit.some(({ alone }) => alone) ? fit.filter(({ alone }) => alone) : fit;
  const open = only.find((line) => !confirmed.has(line.id) && line.sure === "check");
  if (open) return { is: "waits", line: open.id };
  const ends = only.map((line) => {
    const start = { birth: record.born, death: record.died, last: schedule.last === "seen" ? end : latest };
    return birthday(at(start[line.runs]), confirmed.get(line.id) ?? line.years).getTime();
  });
  const last = new Date(Math.max(...ends));
  const month = new Date(last);
  const lastMonth = last.getUTCMonth();
  while (month.getUTCMonth() === lastMonth) month.setUTCDate(month.getUTCDate() + 1);
  return { is: "due", keptTo: last.toISOString().slice(0, 10), month: month.toISOString().slice(0, 10) };
}
