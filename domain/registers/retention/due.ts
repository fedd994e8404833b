import type { RecordClass, RetentionLine, RetentionSchedule } from "../../law/retention-lines.ts";
import { addYears, firstOfMonthAfter, wholeYears } from "./years.ts";

/** What a clinical system says of a record. Civil dates, '' where it says nothing. */
export interface RecordFacts {
  readonly about: RecordClass;
  /** The clinic says that the patient was grown up, where it gives no birth date. */
  readonly grownUp: boolean;
  readonly lastSeen: string;
  readonly lastEntry: string;
  readonly born: string;
  readonly died: string;
}

/** What the list says of a record beside its month: told apart by age where the clinic names no class. */
export const rowClasses = {
  adult: "Adult",
  child: "Child",
  "child-17": "Child, 17 at the last visit",
  died: "Died",
  mental: "Mental health",
  maternity: "Maternity",
  gp: "General practice",
  dental: "Dental",
  transplant: "Transplant",
  trial: "Clinical trial",
  oncology: "Oncology",
  longterm: "Long-term illness",
  sexual: "Sexual health",
  implant: "Implant or device",
  photographs: "Photographs kept apart",
} as const;
export type RowClass = keyof typeof rowClasses;

/** Periods in years that the clinic confirmed for lines that are to be checked, by the line's id. */
export type Confirmed = ReadonlyMap<string, number>;

export type DueAnswer =
  /** Its last day, and the first of the month after it: the one date that leaves the browser. */
  | {
      readonly is: "due";
      readonly rowClass: RowClass;
      readonly keptTo: string;
      readonly month: string;
      readonly line: string;
    }
  /** A line that fits is to be checked first, and nobody has. */
  | { readonly is: "waits"; readonly rowClass: RowClass; readonly line: string }
  | { readonly is: "fault"; readonly fault: DueFault };

export const dueFaults = {
  "no-use": "no last attendance, and none of it can be counted",
  "no-entry": "no last entry: the law here counts from the last entry in the record",
  "no-birth": "no birth date, and not said to be an adult: whether it is a child’s can’t be known",
  "born-after": "the birth date lies after the last attendance",
  "died-before-birth": "the day of death lies before the birth date",
  "seen-after-death": "the last attendance lies after the day of death",
  "adult-is-child": "said to be an adult’s, but the birth date says that it is a child’s",
  future: "a day that is still to come",
  none: "no line of the rules fits it",
} as const;
export type DueFault = keyof typeof dueFaults;

/**
 * Until when a record is kept: the longest of all lines that fit. Where one of them is to be checked and the clinic has
 * not confirmed it, the record waits, whatever the others say.
 *
 * @param today - Civil date at the clinic: nothing of a record lies after it.
 */
export function dueOf(
  facts: RecordFacts,
  schedule: RetentionSchedule,
  confirmed: Confirmed,
  today: string,
): DueAnswer {
  const fault = faultOf(facts, schedule, today);
  if (fault) return { is: "fault", fault };
  const end = facts.lastSeen || facts.lastEntry;
  const age = facts.born === "" ? grownUpAge : wholeYears(facts.born, end);
  const rowClass = rowClassOf(facts, age);
  let keptTo = "";
  let longest = "";
  let waits = "";
  for (const line of linesFor(facts, schedule, age)) {
    const years = confirmed.get(line.id) ?? (line.sure === "check" ? 0 : line.years);
    if (years === 0) waits ||= line.id;
    else {
      const until = addYears(runsFrom(line, facts, schedule), years);
      if (until > keptTo) {
        keptTo = until;
        longest = line.id;
      }
    }
  }
  if (waits !== "") return { is: "waits", rowClass, line: waits };
  if (keptTo === "") return { is: "fault", fault: "none" };
  return { is: "due", rowClass, keptTo, month: firstOfMonthAfter(keptTo), line: longest };
}

const grownUpAge = 18;

function faultOf(
  { grownUp, lastSeen, lastEntry, born, died }: RecordFacts,
  { last }: RetentionSchedule,
  today: string,
): DueFault | undefined {
  if (lastSeen === "" && lastEntry === "") return "no-use";
  if (last === "entry" && lastEntry === "") return "no-entry";
  if (lastSeen > today || lastEntry > today || died > today || born > today) return "future";
  if (born === "" && !grownUp) return "no-birth";
  if (born !== "" && born > (lastSeen || lastEntry)) return "born-after";
  if (died !== "" && died < born) return "died-before-birth";
  if (died !== "" && lastSeen > died) return "seen-after-death";
  if (grownUp && born !== "" && wholeYears(born, lastSeen || lastEntry) < grownUpAge) return "adult-is-child";
  return undefined;
}

function rowClassOf({ about, died }: RecordFacts, age: number): RowClass {
  if (about !== "general") return about;
  if (age < grownUpAge) return age === 17 ? "child-17" : "child";
  return died === "" ? "adult" : "died";
}

function linesFor(facts: RecordFacts, { lines }: RetentionSchedule, age: number): readonly RetentionLine[] {
  const fit = lines.filter((line) => fits(line, facts, age));
  const alone = fit.filter(({ alone: only }) => only);
  return alone.length > 0 ? alone : fit;
}

function fits({ about, forAll, ages, fate }: RetentionLine, facts: RecordFacts, age: number): boolean {
  if (about !== facts.about && !forAll) return false;
  if (ages && (age < ages[0] || age > ages[1])) return false;
  if (fate === "alive") return facts.died === "";
  if (fate === "dead") return facts.died !== "";
  if (fate === "under18")
    return facts.died !== "" && facts.born !== "" && wholeYears(facts.born, facts.died) < grownUpAge;
  return true;
}

function runsFrom({ runs }: RetentionLine, facts: RecordFacts, { last }: RetentionSchedule): string {
  if (runs === "birth") return facts.born;
  if (runs === "death") return facts.died;
  if (last === "seen") return facts.lastSeen || facts.lastEntry;
  return facts.lastEntry > facts.lastSeen ? facts.lastEntry : facts.lastSeen;
}
