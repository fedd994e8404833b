import type { MapFilter, MapRow, PolicyClaim } from "#domain/registers/policy-map/map";
import { objectsOf } from "../../base/database.ts";
import { iso } from "../../base/time.ts";
import { dueSql, ofPolicy, ownerSql, programmeSql } from "./of-policy.ts";

const claimColumns = [
  ...([
    "id",
    "state",
    "rule",
    "page",
    "test",
    "audit",
    "programme",
    "owner",
    "due",
    "checkedOn",
    "kept",
    "checkNote",
  ] as const),
  ...(["why", "source", "by", "at", "version", "looks"] as const),
];

/** How often people looked at a sentence. */
const looks = "(SELECT count(*) FROM policy_checks k WHERE k.claim = c.id)";

/** Sentences of a state; `broken` are those of `{:broken}` that are neither wrong nor to confirm. */
const fits: Readonly<Record<MapFilter | "", string>> = {
  "": "TRUE",
  open: "c.state = ''",
  wrong: "c.state = 'wrong'",
  broken: "c.state NOT IN ('', 'wrong') AND s.place IN (SELECT value FROM json_each({:broken}))",
  ...(Object.fromEntries(
    ["screen", "test", "people", "none", "says"].map((state) => [
      state,
      `c.state = '${state}' AND s.place NOT IN (SELECT value FROM json_each({:broken}))`,
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
export function rowsAfter(
  app: pb.App,
  policy: string,
  { state, after, limit, broken }: Page,
): Omit<MapRow, "broken" | "against">[] {
  type Row = Omit<MapRow, "claim" | "broken" | "against"> & { [column: string]: unknown };
  const told: Readonly<Record<string, string>> = {
    due: dueSql,
    owner: ownerSql,
    programme: programmeSql,
    looks,
  };
  const of = claimColumns.map((one) => `${told[one] ?? `c."${one}"`} AS c_${one}`).join(", ");
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
    `SELECT s.place AS place, s.number AS number, s.kind AS kind, s.section AS section, s.lead AS lead, s.text AS text, ${of}
     FROM ${ofPolicy} AND s.place > {:after} AND ${fits[state]} ORDER BY s.place LIMIT {:limit}`,
    params,
  ).map(({ place, number, kind, section, lead, text, ...rest }) => {
    const claim = Object.fromEntries(
      claimColumns.map((one) => [one, rest[`c_${one}`]]),
    ) as unknown as PolicyClaim;
    return { place, number, kind, section, lead, text, claim: { ...claim, at: iso(claim.at) } };
  });
}
