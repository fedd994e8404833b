import { describe, expect, test } from "vitest";
import type { Recogniser } from "#domain/detector/recogniser";
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

/** Milliseconds of the processor that a recogniser takes; what else the machine does is not counted. */
function cost({ see }: Recogniser, unit: string, signs: number): number {
  const text = unit.repeat(Math.ceil(signs / unit.length));
  const begun = process.cpuUsage();
  for (const _ of see({ text, heading: "Name,DOB,Ward" }));
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1_000;
}

const short = 20_000;
const long = 1_000_000;
/** Of twenty times less text: squared it would cost four hundred times less. */
const tooMuch = 8;
/** Milliseconds that are too few to be compared. */
const few = 100;

describe("each recogniser takes linear time on 1 MB of its worst input", () => {
  test.each(recognisers.map((one): [string, Recogniser] => [one.name, one]))(
    "%s",
    (_, recogniser) => {
      const [worst = " "] = [...units].sort(
        (one, other) => cost(recogniser, other, short) - cost(recogniser, one, short),
      );
      const part = cost(recogniser, worst, long / 20);
      expect(cost(recogniser, worst, long)).toBeLessThan(20 * tooMuch * Math.max(part, few / 20));
    },
    120_000,
  );
});
