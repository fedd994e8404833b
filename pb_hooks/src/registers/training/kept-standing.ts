import { policy } from "#domain/policy";
import type { TrainingAnswer } from "#domain/registers/training/answer";
import { type Cell, standingOf, windowsFrom } from "#domain/registers/training/compliance";
import { owedOf } from "#domain/registers/training/owed";
import { statesText, windowsText, worstIn } from "#domain/registers/training/states-text";
import { daysAfter } from "#domain/registers/training/validity";
import { rowsOf } from "../../base/database.ts";
import { keptText } from "../../base/kept.ts";
import { once } from "../../base/once.ts";
import { clinicOf } from "../../clinic/clinic.ts";
import { todayIn } from "./days.ts";
import { type PersonStands, stands, trainingFacts } from "./standing.ts";

/** How everybody stands on a day, summed up. */
export interface Sums {
  readonly courses: TrainingAnswer["courses"];
  readonly all: TrainingAnswer["all"];
  /** By course, in the same order: who has to complete it soon or should have: user, last day in time, late or not. */
  readonly owed: readonly (readonly Owed[])[];
}
type Owed = readonly [user: string, due: string, late: boolean];

/** A person's line: states and windows as `statesText` and `windowsText` write them, and the line as the page is told it. */
export interface PersonLine {
  readonly id: string;
  readonly onLeave: boolean;
  readonly states: string;
  readonly windows: string;
  /** JSON. */
  readonly shown: string;
}

/** @param day - Civil date. */
export const sumsOn = (app: pb.App, day: string, user = ""): Sums =>
  once(`training sums ${day} ${user}`, () => JSON.parse(textOf(app, day, "sums", user)) as Sums);

/** Everybody who works here on that day, by name. */
export function linesOn(app: pb.App, day: string, user = ""): PersonLine[] {
  const text = textOf(app, day, "people", user);
  if (text === "") return [];
  return text.split("\n").map((line) => {
    const [id = "", leave, states = "", windows = "", shown = ""] = line.split("\t");
    return { id, onLeave: leave === "1", states, windows, shown };
  });
}

/** @param user - Of this person alone, which is reckoned anew; '' of all. */
function textOf(app: pb.App, day: string, part: "sums" | "people", user: string): string {
  if (user !== "") return once(`training ${day} ${user}`, () => reckoned(app, day, user))[part];
  const today = todayIn(app);
  // Today's is asked for all the time; other days take turns in a few places.
  const slot = day === today ? "today" : `day ${Number(day.slice(8)) % 4}`;
  const key = once(`training key ${day}`, () => `${day} ${stateIn(app)}`);
  return keptText(app, `training ${slot}`, key, part, () => reckoned(app, day, ""));
}

/** Every table that training is judged by, but the clinic’s, of which its time zone counts alone. */
const kinds = [
  ...["users", "courses", "course_versions", "requirements", "completions", "staff_periods", "imports"],
  "notices",
].flatMap((table) => ["act", "create", "update"].map((what) => `${table}.${what}`));
/** The newest event of these kinds: one step in the index each. */
export const newestChange = `SELECT max((SELECT max(e.seq) FROM events e WHERE e.kind = k.value)) AS seq
  FROM json_each({:kinds}) k`;
/** Past roles are told from events, hence those that end. */
const changeKinds = JSON.stringify([...kinds, "notice.shown", "row.seal", "event.expire", "event.erase"]);

/** Another whenever something changed that training is judged by: each change has its event, in the same transaction. */
const stateIn = (app: pb.App): string =>
  `${rowsOf(app, ["seq"], newestChange, { kinds: changeKinds })[0]?.[0]} ${clinicOf(app)?.getString("timeZone")}`;

function reckoned(
  app: pb.App,
  day: string,
  user: string,
): { readonly sums: string; readonly people: string } {
  const facts = trainingFacts(app, day, user);
  const all = stands(facts);
  const windows = windowsFrom(day);
  const soon = daysAfter(day, policy.trainingOwedBefore.amount);
  const people = all.map(({ person: { id, name }, onLeave, cells }) => ({
    id,
    onLeave,
    states: statesText(cells),
    windows: windowsText(cells, day, windows),
    shown: JSON.stringify({ id, name, onLeave, cells }),
  }));
  const sums: Sums = {
    courses: facts.courses.map(({ id, key, name }, i) => ({
      id,
      key,
      name,
      ...standingOf(all.map(({ cells, onLeave }) => ({ state: cells[i]?.state ?? "away", onLeave }))),
      runsOut: countedIn(
        people.map(({ windows: text }) => text.charAt(i)),
        windows.length,
      ),
    })),
    all: standingOf(people.map(({ states, onLeave }) => ({ state: worstIn(states), onLeave }))),
    owed: facts.courses.map((_, i) => owedIn(all, i, soon)),
  };
  const lines = people.map(({ id, onLeave, states, windows, shown }) =>
    [id, onLeave ? "1" : "0", states, windows, shown].join("\t"),
  );
  return { sums: JSON.stringify(sums), people: lines.join("\n") };
}

/** How many of one course run out in each window. */
function countedIn(letters: readonly string[], windows: number): number[] {
  const text = letters.join("");
  return Array.from({ length: windows }, (_, window) => text.split(String(window)).length - 1);
}

function owedIn(all: readonly PersonStands[], at: number, soon: string): Owed[] {
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
