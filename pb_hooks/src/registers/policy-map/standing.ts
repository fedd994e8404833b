import {
  brokenBy,
  contradictionsIn,
  type KeptFigure,
  type Promised,
} from "#domain/registers/policy-map/figures";
import { type MapFilter, mapFilters } from "#domain/registers/policy-map/map";
import { type ClaimState, stateLetters } from "#domain/registers/policy-map/states";
import { objectsOf } from "../../base/database.ts";
import { ofPolicy } from "./of-policy.ts";

/** A sentence that a figure can break, or that people found not kept. */
export interface Promising {
  readonly place: number;
  /** From 1, of the sentences. */
  readonly number: number;
  readonly state: ClaimState | "";
  readonly kept: string;
  readonly subject: string;
  readonly bound: string;
  readonly amount: number;
  readonly unit: string;
}

export function promisingIn(app: pb.App, policy: string): Promising[] {
  const columns = ["place", "number", "state", "kept", "subject", "bound", "amount", "unit"] as const;
  const select = `SELECT s.place AS place, s.number AS number, c.state AS state, c.kept AS kept, s.subject AS subject,
      s.bound AS bound, s.amount AS amount, s.unit AS unit FROM ${ofPolicy}`;
  return objectsOf<Promising>(
    app,
    columns,
    `${select} AND s.subject <> '' UNION ${select} AND c.kept = 'no' ORDER BY place`,
    { policy },
  );
}

const promisedBy = ({ subject, bound, amount, unit }: Promising): Promised | undefined =>
  subject === "" ? undefined : ({ subject, bound, amount, unit } as Promised);

/** What breaks a sentence today, by its place; one that people found not kept is broken without a figure. */
export function brokenIn(
  all: readonly Promising[],
  figures: readonly KeptFigure[],
): Map<number, KeptFigure[]> {
  const broken = new Map<number, KeptFigure[]>();
  for (const one of all) {
    const promised = promisedBy(one);
    const by = promised ? brokenBy(promised, figures) : [];
    if (by.length > 0 || (one.state === "people" && one.kept === "no")) broken.set(one.place, by);
  }
  return broken;
}

/** What is told of all sentences of a version at once. */
export interface Strokes {
  /** A letter a sentence. Broken goes before what would keep it; what is wrong in law, or to confirm, stays so. */
  readonly strokes: string;
  /** When a state was last said, and by whom. */
  readonly at: string;
  readonly by: string;
}

export function strokesOf(
  app: pb.App,
  policy: string,
  promising: readonly Promising[],
  broken: ReadonlyMap<number, unknown>,
): Strokes {
  const cases = Object.entries(stateLetters).map(([state, letter]) => `WHEN '${state}' THEN '${letter}'`);
  // Beside max() SQLite gives the other columns of the row that has it.
  const select = `SELECT coalesce(group_concat(letter, ''), '') AS letters, coalesce(max(at), '') AS at, coalesce(by, '') AS by
    FROM (SELECT CASE c.state ${cases.join(" ")} END AS letter, c."at" AS at, c."by" AS by FROM ${ofPolicy} ORDER BY s.place)`;
  const [row] = objectsOf<{ letters: string; at: string; by: string }>(app, ["letters", "at", "by"], select, {
    policy,
  });
  const letters = (row?.letters ?? "").split("");
  for (const { place, number, state } of promising)
    if (broken.has(place) && state !== "" && state !== "wrong") letters[number - 1] = "b";
  return { strokes: letters.join(""), at: row?.at ?? "", by: row?.by ?? "" };
}

export function countsOf(strokes: string): Record<MapFilter, number> {
  const byLetter: { [letter: string]: MapFilter } = { b: "broken" };
  for (const [state, letter] of Object.entries(stateLetters))
    byLetter[letter] = (state === "" ? "open" : state) as MapFilter;
  const counts = Object.fromEntries(mapFilters.map((one) => [one, 0])) as Record<MapFilter, number>;
  for (let i = 0; i < strokes.length; i += 1) counts[byLetter[strokes.charAt(i)] ?? "open"] += 1;
  return counts;
}

/** Numbers of the sentences that promise another amount of the same, by place. */
export function againstIn(all: readonly Promising[]): Map<number, number[]> {
  const against = new Map<number, number[]>();
  const add = (of: Promising | undefined, other: Promising | undefined) =>
    of && other && against.set(of.place, [...(against.get(of.place) ?? []), other.number]);
  for (const { one, other } of contradictionsIn(all.map(promisedBy))) {
    add(all[one], all[other]);
    add(all[other], all[one]);
  }
  return against;
}
