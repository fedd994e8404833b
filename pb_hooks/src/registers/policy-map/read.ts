import type { KeptFigure } from "#domain/registers/policy-map/figures";
import type { MapAnswer, MapFilter, PolicyVersion } from "#domain/registers/policy-map/map";
import { objectsOf } from "../../base/database.ts";
import { iso } from "../../base/time.ts";
import { rowsAfter } from "./rows-after.ts";
import { againstIn, brokenIn, countsOf, promisingIn, strokesOf } from "./standing.ts";

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
  const { strokes, at, by } = strokesOf(app, shown.id, promising, broken);
  const page = rowsAfter(app, shown.id, { state, after, limit: limit + 1, broken: [...broken.keys()] });
  const rows = page.slice(0, limit);
  return {
    versions,
    shown: shown.id,
    counts: countsOf(strokes),
    strokes,
    lastAt: iso(at),
    lastBy: by,
    rows: rows.map((row) => ({
      ...row,
      broken: broken.get(row.place) ?? [],
      against: against.get(row.place) ?? [],
    })),
    next: page.length > limit ? (rows[rows.length - 1]?.place ?? null) : null,
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
