import {
  brokenBy,
  contradictionsIn,
  type KeptFigure,
  type Promised,
} from "#domain/registers/policy-map/figures";
import type {
  MapAnswer,
  MapFilter,
  MapRow,
  PolicyClaim,
  PolicyVersion,
} from "#domain/registers/policy-map/map";
import { type ClaimState, stateLetters } from "#domain/registers/policy-map/states";
import { objectsOf, rowsOf } from "../../base/database.ts";
import { iso } from "../../base/time.ts";

/** What is asked of the map: which version, narrowed to what, and which part of it. */
export interface MapQuestion {
  /** '' is the one to look at: the draft, else the one in force, else the newest. */
  readonly version: string;
  readonly state: MapFilter | "";
  /** Place of the last line before this page; -1 begins. */
  readonly after: number;
  readonly limit: number;
  readonly figures: readonly KeptFigure[];
}

type Told = Omit<MapAnswer, "asOf">;

/** How a version stands as a whole, and a page of its lines. */
export function mapOf(app: pb.App, { version, state, after, limit, figures }: MapQuestion): Told {
  const versions = versionsIn(app);
  const shown =
    versions.find(({ id }) => id === version) ?? (version === "" ? toLookAt(versions) : undefined);
  if (!shown) return { ...nothing, versions };
  const promising = promisingIn(app, shown.id);
  const broken = brokenIn(promising, figures);
  const against = againstIn(promising);
  const strokes = strokesOf(app, shown.id, promising, broken);
  const page = rowsAfter(app, shown.id, { state, after, limit: limit + 1, broken: [...broken.keys()] });
  const rows = page.slice(0, limit);
  const [latest] = objectsOf<{ at: string; by: string }>(
    app,
    ["at", "by"],
    `SELECT c."at" AS at, c."by" AS by FROM ${ofPolicy} ORDER BY c."at" DESC LIMIT 1`,
    { policy: shown.id },
  );
  return {
    versions,
    shown: shown.id,
    counts: countsOf(strokes),
    strokes,
    lastAt: iso(latest?.at ?? ""),
    lastBy: latest?.by ?? "",
    rows: rows.map((row) => ({
      ...row,
      broken: broken.get(row.place) ?? [],
      against: against.get(row.place) ?? [],
    })),
    next: page.length > limit ? (rows[rows.length - 1]?.place ?? null) : null,
  };
}

/** The sentences of a version with what is known of each. */
const ofPolicy = "policy_sentences s JOIN policy_claims c ON c.id = s.claim WHERE s.policy = {:policy}";

const nothing: Omit<Told, "versions"> = {
  shown: "",
  counts: { screen: 0, test: 0, people: 0, broken: 0, none: 0, wrong: 0, says: 0, open: 0 },
  strokes: "",
  lastAt: "",
  lastBy: "",
  rows: [],
  next: null,
};

const toLookAt = (versions: readonly PolicyVersion[]): PolicyVersion | undefined =>
  ["draft", "in-force", "replaced"].flatMap((state) => versions.filter((one) => one.state === state))[0];

const versionColumns = [
  ...([
    "id",
    "number",
    "title",
    "state",
    "format",
    "pages",
    "notRead",
    "leftOut",
    "lines",
    "arrived",
  ] as const),
  ...(["digest", "inForceFrom", "reviewBy", "reviewer", "reviewedOn", "reviewNote", "endedReason"] as const),
  ...(["by", "at", "version"] as const),
];

/** The newest first. */
export const versionsIn = (app: pb.App): PolicyVersion[] =>
  objectsOf<PolicyVersion>(
    app,
    versionColumns,
    `SELECT ${versionColumns.map((one) => `"${one}"`).join(", ")} FROM policy_versions ORDER BY number DESC`,
  ).map((row) => ({ ...row, at: iso(row.at) }));

/** A sentence that a figure can break, or that people found not kept. */
interface Promising {
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

function promisingIn(app: pb.App, policy: string): Promising[] {
  const columns = ["place", "number", "state", "kept", "subject", "bound", "amount", "unit"] as const;
  return objectsOf<Promising>(
    app,
    columns,
    `SELECT * FROM (SELECT s.place AS place, row_number() OVER (ORDER BY s.place) AS number, c.state AS state,
         c.kept AS kept, s.subject AS subject, s.bound AS bound, s.amount AS amount, s.unit AS unit FROM ${ofPolicy})
     WHERE subject <> '' OR kept = 'no' ORDER BY place`,
    { policy },
  );
}

const promisedBy = ({ subject, bound, amount, unit }: Promising): Promised | undefined =>
  subject === "" ? undefined : ({ subject, bound, amount, unit } as Promised);

/** What breaks a sentence today, by its place; one that people found not kept is broken without a figure. */
function brokenIn(all: readonly Promising[], figures: readonly KeptFigure[]): Map<number, KeptFigure[]> {
  const broken = new Map<number, KeptFigure[]>();
  for (const one of all) {
    const promised = promisedBy(one);
    const by = promised ? brokenBy(promised, figures) : [];
    if (by.length > 0 || (one.state === "people" && one.kept === "no")) broken.set(one.place, by);
  }
  return broken;
}

/** A letter a sentence. Broken goes before what would keep it; what is wrong in law, or to confirm, stays so. */
function strokesOf(
  app: pb.App,
  policy: string,
  promising: readonly Promising[],
  broken: ReadonlyMap<number, unknown>,
): string {
  const cases = Object.entries(stateLetters).map(([state, letter]) => `WHEN '${state}' THEN '${letter}'`);
  const select = `SELECT coalesce(group_concat(letter, ''), '') AS letters FROM
    (SELECT CASE c.state ${cases.join(" ")} END AS letter FROM ${ofPolicy} ORDER BY s.place)`;
  const letters = String(rowsOf(app, ["letters"], select, { policy })[0]?.[0] ?? "").split("");
  for (const { place, number, state } of promising)
    if (broken.has(place) && state !== "" && state !== "wrong") letters[number - 1] = "b";
  return letters.join("");
}

function countsOf(strokes: string): Record<MapFilter, number> {
  const byLetter: { [letter: string]: MapFilter } = { b: "broken" };
  for (const [state, letter] of Object.entries(stateLetters))
    byLetter[letter] = (state === "" ? "open" : state) as MapFilter;
  const counts = { ...nothing.counts } as Record<MapFilter, number>;
  for (let i = 0; i < strokes.length; i += 1) counts[byLetter[strokes.charAt(i)] ?? "open"] += 1;
  return counts;
}

/** Numbers of the sentences that promise another amount of the same, by place. */
function againstIn(all: readonly Promising[]): Map<number, number[]> {
  const against = new Map<number, number[]>();
  const add = (of: Promising | undefined, other: Promising | undefined) =>
    of && other && against.set(of.place, [...(against.get(of.place) ?? []), other.number]);
  for (const { one, other } of contradictionsIn(all.map(promisedBy))) {
    add(all[one], all[other]);
    add(all[other], all[one]);
  }
  return against;
}

const claimColumns = [
  ...([
    "id",
    "state",
    "rule",
    "page",
    "test",
    "audit",
    "owner",
    "due",
    "checkedOn",
    "kept",
    "checkNote",
  ] as const),
  ...(["why", "source", "by", "at", "version"] as const),
];

/** Sentences of a state; `broken` are those of `{:broken}` that are neither wrong nor to confirm. */
const fits: Readonly<Record<MapFilter | "", string>> = {
  "": "TRUE",
  open: "state = ''",
  wrong: "state = 'wrong'",
  broken: "state NOT IN ('', 'wrong') AND place IN (SELECT value FROM json_each({:broken}))",
  ...(Object.fromEntries(
    ["screen", "test", "people", "none", "says"].map((state) => [
      state,
      `state = '${state}' AND place NOT IN (SELECT value FROM json_each({:broken}))`,
    ]),
  ) as Record<"screen" | "test" | "people" | "none" | "says", string>),
};

interface Page {
  readonly state: MapFilter | "";
  readonly after: number;
  readonly limit: number;
  /** Places of what is broken today. */
  readonly broken: readonly number[];
}

/** The sentences after a place that fit. */
function rowsAfter(
  app: pb.App,
  policy: string,
  { state, after, limit, broken }: Page,
): Omit<MapRow, "broken" | "against">[] {
  type Row = Omit<MapRow, "claim" | "broken" | "against"> & { [column: string]: unknown };
  const of = claimColumns.map((one) => `c."${one}" AS c_${one}`).join(", ");
  const columns = [
    "place",
    "number",
    "kind",
    "section",
    "lead",
    "text",
    ...claimColumns.map((one) => `c_${one}`),
  ];
  const params = {
    policy,
    after,
    limit,
    ...(fits[state].includes("{:broken}") && { broken: JSON.stringify(broken) }),
  };
  return objectsOf<Row>(
    app,
    columns,
    `SELECT * FROM (SELECT s.place AS place, row_number() OVER (ORDER BY s.place) AS number, s.kind AS kind,
         s.section AS section, s.lead AS lead, s.text AS text, c.state AS state, ${of} FROM ${ofPolicy})
     WHERE place > {:after} AND ${fits[state]} ORDER BY place LIMIT {:limit}`,
    params,
  ).map(({ place, number, kind, section, lead, text, ...rest }) => {
    const claim = Object.fromEntries(
      claimColumns.map((one) => [one, rest[`c_${one}`]]),
    ) as unknown as PolicyClaim;
    return { place, number, kind, section, lead, text, claim: { ...claim, at: iso(claim.at) } };
  });
}
