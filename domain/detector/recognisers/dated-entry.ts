import { matchesOf } from "../places/matches.ts";
import type { Recogniser, Section, Seen } from "../recogniser.ts";
import { tellingOf } from "../told-sentences.ts";
import { shorthand } from "./shorthand.ts";

/** A day, a time or both at the beginning of a line. */
const openings = matchesOf(
  /(?:^|\n)[ \t*-]{0,4}(?:(?:[A-Z][a-z]{2,8} )?\d{1,2}(?:[/.-]\d{1,2}(?:[/.-]\d{2,4})?| (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}(?: \d{2,4})?)(?:[ ,]{1,2}(?:at )?\d{1,2}[:.]?\d{2})?|[0-2]?\d[:.][0-5]\d|(?:mon|tue|tues|wed|thu|thurs|fri|sat|sun)(?:day)?(?=[ \t:;,-]))(?:hrs?)?[ \t:;,-]{1,4}(?=[A-Za-z0-9(])[^\n]{6,400}/gi,
);
/** Entries that make a record. */
const fewest = 2;
const most = 60;
const ofOthers =
  /\b(?:INFO|WARN|ERROR|DEBUG|meeting|class(?:es)?|course|yoga|pilates|early|late|all day|cover|open|closed|speaker|talk|lecture|break|lunch|kick-?off|deliver\w*)\b/;

function* seeEntries(section: Section): Generator<Seen> {
  const { ofOne, found: done } = tellingOf(section);
  const inside = [...ofOne, ...done, ...shorthand.see(section)].map(({ start }) => start);
  inside.sort((one, other) => one - other);
  const entries: Seen[] = [];
  let place = 0;
  for (const found of openings(section)) {
    const end = found.index + found[0].length;
    while ((inside[place] ?? end) < found.index) place++;
    if ((inside[place] ?? end) < end && !ofOthers.test(found[0])) entries.push({ start: found.index, end });
    if (entries.length >= most) break;
  }
  if (entries.length >= fewest) yield* entries;
}

/** Lines with a day or an hour and what was found or done then. */
export const datedEntry: Recogniser<"dated-entry"> = {
  name: "dated-entry",
  kind: "treatment-note",
  source: "Running records of wards, homes, therapists and families: a day or an hour, then the entry",
  see: seeEntries,
  flags: [
    "12/11 0800 Refused her tablets, c/o pain\n12/11 1040 Found on floor, no head injury",
    "tue slept, no fits\nwed no sleep, pain worse",
  ],
  passes: [
    "Mon 9.30 Pilates for backs\nTue 18.00 Yoga for sore knees",
    "12/11/2026 Board met\n13/11/2026 Roof repaired",
    "12/11 Refused her tablets, c/o pain",
  ],
};
