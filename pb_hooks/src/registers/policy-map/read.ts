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
import { type ClaimState, type LineKind, stateLetters } from "#domain/registers/policy-map/states";
import { objectsOf } from "../../base/database.ts";
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
  const all = sentencesOf(app, shown.id);
  const numbers = new Map(all.map(({ place }, i) => [place, i + 1]));
  const broken = brokenIn(all, figures);
  const is = stateOf(broken);
  const fits = all.filter((one) => state === "" || is(one) === state);
  const wanted = fits.filter(({ place }) => place > after);
  const page = wanted.slice(0, limit);
  const last = page[page.length - 1];
  const against = againstIn(all, numbers);
  const latest = all.reduce((newest, one) => (one.at > newest.at ? one : newest), { at: "", by: "" });
  return {
    versions,
    shown: shown.id,
    counts: countsOf(all.map(is)),
    strokes: all.map((one) => (broken.has(one.place) ? "b" : stateLetters[one.state])).join(""),
    lastAt: iso(latest.at),
    lastBy: latest.by,
    rows: rowsAt(app, shown.id, page).map((row) => ({
      ...row,
      number: numbers.get(row.place) ?? 0,
      broken: broken.get(row.place) ?? [],
      against: against.get(row.place) ?? [],
    })),
    next: wanted.length > limit && last ? last.place : null,
  };
}

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

interface Sentence {
  readonly place: number;
  readonly state: ClaimState | "";
  readonly kept: string;
  readonly at: string;
  readonly by: string;
  readonly subject: string;
  readonly bound: string;
  readonly amount: number;
  readonly unit: string;
}

/** All sentences of a version in their order, as far as their states go. */
function sentencesOf(app: pb.App, policy: string): Sentence[] {
  const columns = ["place", "state", "kept", "at", "by", "subject", "bound", "amount", "unit"] as const;
  return objectsOf<Sentence>(
    app,
    columns,
    `SELECT s.place AS place, c.state AS state, c.kept AS kept, c."at" AS at, c."by" AS by, s.subject AS subject,
       s.bound AS bound, s.amount AS amount, s.unit AS unit
     FROM policy_sentences s JOIN policy_claims c ON c.id = s.claim WHERE s.policy = {:policy} ORDER BY s.place`,
    { policy },
  );
}

const promisedBy = ({ subject, bound, amount, unit }: Sentence): Promised | undefined =>
  subject === "" ? undefined : ({ subject, bound, amount, unit } as Promised);

/** What breaks a sentence today, by its place; one that people found not kept is broken without a figure. */
function brokenIn(all: readonly Sentence[], figures: readonly KeptFigure[]): Map<number, KeptFigure[]> {
  const broken = new Map<number, KeptFigure[]>();
  for (const one of all) {
    const promised = promisedBy(one);
    const by = promised ? brokenBy(promised, figures) : [];
    if (by.length > 0 || (one.state === "people" && one.kept === "no")) broken.set(one.place, by);
  }
  return broken;
}

/** Broken goes before what would keep it; what is wrong in law, or to confirm, stays so. */
const stateOf =
  (broken: ReadonlyMap<number, unknown>) =>
  ({ place, state }: Sentence): MapFilter =>
    state === "" ? "open" : state !== "wrong" && broken.has(place) ? "broken" : state;

function countsOf(states: readonly MapFilter[]): Record<MapFilter, number> {
  const counts = { ...nothing.counts } as Record<MapFilter, number>;
  for (const state of states) counts[state] += 1;
  return counts;
}

/** Numbers of the sentences that promise another amount of the same, by place. */
function againstIn(all: readonly Sentence[], numbers: ReadonlyMap<number, number>): Map<number, number[]> {
  const against = new Map<number, number[]>();
  const add = (place: number, other: number) =>
    against.set(place, [...(against.get(place) ?? []), numbers.get(other) ?? 0]);
  for (const { one, other } of contradictionsIn(all.map(promisedBy))) {
    const [first, second] = [all[one]?.place ?? 0, all[other]?.place ?? 0];
    add(first, second);
    add(second, first);
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

/** The lines at these places. */
function rowsAt(
  app: pb.App,
  policy: string,
  page: readonly Sentence[],
): Omit<MapRow, "number" | "broken" | "against">[] {
  type Row = { place: number; kind: LineKind; section: string; lead: string; text: string; claim: string } & {
    [column: string]: unknown;
  };
  const of = claimColumns.map((one) => `c."${one}" AS c_${one}`).join(", ");
  const columns = ["place", "kind", "section", "lead", "text", ...claimColumns.map((one) => `c_${one}`)];
  return objectsOf<Row>(
    app,
    columns,
    `SELECT s.place AS place, s.kind AS kind, s.section AS section, s.lead AS lead, s.text AS text, ${of}
     FROM policy_sentences s JOIN policy_claims c ON c.id = s.claim
     WHERE s.policy = {:policy} AND s.place IN (SELECT value FROM json_each({:places})) ORDER BY s.place`,
    { policy, places: JSON.stringify(page.map(({ place }) => place)) },
  ).map(({ place, kind, section, lead, text, ...rest }) => {
    const claim = Object.fromEntries(
      claimColumns.map((one) => [one, rest[`c_${one}`]]),
    ) as unknown as PolicyClaim;
    return { place, kind, section, lead, text, claim: { ...claim, at: iso(claim.at) } };
  });
}
