import { policy } from "#domain/policy";
import type { TrainingAnswer } from "#domain/registers/training/answer";
import { type Cell, standingOf, windowsFrom } from "#domain/registers/training/compliance";
import { owedOf } from "#domain/registers/training/owed";
import { statesText, windowsText, worstIn } from "#domain/registers/training/states-text";
import { daysAfter } from "#domain/registers/training/validity";
import { type PersonStands, stands, type TrainingFacts } from "./standing.ts";

/** How everybody stands on a day, summed up. */
export interface Sums {
  readonly courses: TrainingAnswer["courses"];
  readonly all: TrainingAnswer["all"];
  /** By course, in the same order: who has to complete it soon or should have: user, last day in time, late or not. */
  readonly owed: readonly (readonly Owed[])[];
}
export type Owed = readonly [user: string, due: string, late: boolean];

/** A person's line: states and windows as `statesText` and `windowsText` write them, and the line as the page is told it. */
export interface PersonLine {
  readonly id: string;
  readonly onLeave: boolean;
  readonly states: string;
  readonly windows: string;
  /** JSON. */
  readonly shown: string;
}

/** What is kept of a day, as texts. */
export interface Reckoned {
  readonly sums: string;
  readonly people: string;
}

export function linesIn(text: string): PersonLine[] {
  if (text === "") return [];
  return text.split("\n").map((line) => {
    const [id = "", leave, states = "", windows = "", shown = ""] = line.split("\t");
    return { id, onLeave: leave === "1", states, windows, shown };
  });
}

export const textOfLines = (lines: readonly PersonLine[]): string =>
  lines
    .map(({ id, onLeave, states, windows, shown }) =>
      [id, onLeave ? "1" : "0", states, windows, shown].join("\t"),
    )
    .join("\n");

/** How one person stands, as their line. */
export function lineOf(day: string, { person: { id, name }, onLeave, cells }: PersonStands): PersonLine {
  return {
    id,
    onLeave,
    states: statesText(cells),
    windows: windowsText(cells, day, windowsFrom(day)),
    shown: JSON.stringify({ id, name, onLeave, cells }),
  };
}

/** Who has to complete the course at this place soon, or should have. */
export function owedIn(all: readonly PersonStands[], at: number, day: string): Owed[] {
  const soon = daysAfter(day, policy.trainingOwedBefore.amount);
  const owed: Owed[] = [];
  for (let i = 0; i < all.length; i += 1) {
    const { person, cells } = all[i] as PersonStands;
    const cell = cells[at] as Cell;
    if (cell.state === "valid" || cell.state === "not-needed") continue;
    const due = owedOf(cell, soon);
    if (due !== undefined) owed.push([person.id, due, cell.state === "late"]);
  }
  return owed;
}

/** How everybody stands, from the beginning. */
export function reckonedOf(facts: TrainingFacts): Reckoned {
  const { day } = facts;
  const all = stands(facts);
  const windows = windowsFrom(day);
  const lines = all.map((one) => lineOf(day, one));
  const sums: Sums = {
    courses: facts.courses.map(({ id, key, name }, i) => ({
      id,
      key,
      name,
      ...standingOf(all.map(({ cells, onLeave }) => ({ state: cells[i]?.state ?? "away", onLeave }))),
      runsOut: countedIn(
        lines.map(({ windows: text }) => text.charAt(i)),
        windows.length,
      ),
    })),
    all: standingOf(lines.map(({ states, onLeave }) => ({ state: worstIn(states), onLeave }))),
    owed: facts.courses.map((_, i) => owedIn(all, i, day)),
  };
  return { sums: JSON.stringify(sums), people: textOfLines(lines) };
}

/** How many of one course run out in each window. */
function countedIn(letters: readonly string[], windows: number): number[] {
  const text = letters.join("");
  return Array.from({ length: windows }, (_, window) => text.split(String(window)).length - 1);
}
