import { beforeAll, describe, expect, test } from "vitest";
import type { Recogniser, Section } from "#domain/detector/recogniser";
import { recognisers } from "#domain/detector/recognisers";

/** What patterns of this kind stumble over, repeated. */
const units = [
  " ",
  "\n",
  "7 ",
  "Ada ",
  "a",
  "\t|\t",
  "Name:\n",
  "S: x\n",
  "DOB 12/03/",
  "Mrs Ada Moss ",
  "Patient: ",
  "A b\n1 High\n",
  "09:00 ada moss ",
  "your left right ",
  "he has had her left right ",
  "no recent new known ",
  "nil x y ",
  "BEGIN:VCARD\n",
  "physio ",
  "____",
  "[insert ",
  "{{a",
  "a,1,",
  "return a ",
  "44F ",
  "aa aa aa ",
  "a.b@c.",
  "K 6.4 ",
  "no pain ",
  "pain from 5 to 3 ",
  "Mood: low\n",
  "Hi. I my pain? ",
  '"subject":{',
  "Sleep poor. ",
] as const;

const sectionOf = (unit: string, signs: number): Section => ({
  text: unit.repeat(Math.ceil(signs / unit.length)),
  heading: "Name,DOB,Ward",
});

/**
 * Milliseconds of the processor that a recogniser takes; what else the machine does is not counted. What all share, the walk
 * over a section and its sentences, counts for the first that asks.
 */
function cost({ see }: Recogniser, section: Section): number {
  const begun = process.cpuUsage();
  for (const _ of see(section));
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1_000;
}

const short = 20_000;
const long = 1_000_000;
/** Of twenty times less text: squared it would cost four hundred times less. */
const tooMuch = 8;
/** Milliseconds that are too few to be compared. */
const few = 100;

/** Recognisers by the unit on which each takes longest. */
function byWorstUnit(): ReadonlyMap<string, readonly Recogniser[]> {
  const sections = units.map((unit) => [unit, sectionOf(unit, short)] as const);
  const groups = new Map<string, Recogniser[]>();
  for (const recogniser of recognisers as readonly Recogniser[]) {
    const costs = sections.map(([unit, section]) => {
      // Twice: the first time what all share may be made.
      cost(recogniser, section);
      return [unit, cost(recogniser, section)] as const;
    });
    const [[worst]] = costs.sort(([, one], [, other]) => other - one) as [readonly [string, number]];
    groups.set(worst, [...(groups.get(worst) ?? []), recogniser]);
  }
  return groups;
}

describe("each recogniser takes linear time on 1 MB of its worst input", () => {
  let groups: ReadonlyMap<string, readonly Recogniser[]>;
  beforeAll(() => {
    groups = byWorstUnit();
    expect([...groups.values()].flat()).toHaveLength(recognisers.length);
  }, 120_000);

  // On every unit one is asked at least: what all share is walked over there too.
  test.each(units)("%j", { timeout: 120_000 }, (unit) => {
    const [part, whole] = [sectionOf(unit, long / 20), sectionOf(unit, long)];
    const slow = (groups.get(unit) ?? recognisers.slice(0, 1)).filter((recogniser) => {
      const some = cost(recogniser, part);
      return cost(recogniser, whole) >= 20 * tooMuch * Math.max(some, few / 20);
    });
    expect(slow.map(({ name }) => name)).toEqual([]);
  });
});
