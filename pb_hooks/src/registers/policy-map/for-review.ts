import { policyItems, type ReviewedPolicy } from "#domain/registers/policy-map/for-review";
import type { ClaimState } from "#domain/registers/policy-map/states";
import type { Draft } from "#domain/registers/reviews/item";
import { objectsOf, rowsOf } from "../../base/database.ts";
import type { Reviewing } from "../register.ts";
import { dueSql, ownerSql } from "./of-policy.ts";

/** How the policy in force stands as of the stamp. */
export const agendaOfPolicyMap = ({ app, today }: Reviewing): Draft[] =>
  policyItems(standingIn(app, today), today);

function standingIn(app: pb.App, today: string): ReviewedPolicy | undefined {
  type Row = { id: string; number: number; reviewBy: string; reviewer: string };
  const [shown] = objectsOf<Row>(
    app,
    ["id", "number", "reviewBy", "reviewer"],
    "SELECT id, number, reviewBy, reviewer FROM policy_versions WHERE state = 'in-force' LIMIT 1",
  );
  if (!shown) return undefined;
  const policy = shown.id;
  const of = "policy_sentences s JOIN policy_claims c ON c.id = s.claim WHERE s.policy = {:policy}";
  const counts = Object.fromEntries(
    rowsOf(app, ["state", "n"], `SELECT c.state AS state, count(*) AS n FROM ${of} GROUP BY c.state`, {
      policy,
    }),
  ) as Partial<Record<ClaimState | "", number>>;
  const people = `SELECT DISTINCT c.id AS id, ${ownerSql} AS owner, ${dueSql} < {:today} AS late, c.kept = 'no' AS broken
    FROM ${of} AND c.state = 'people'`;
  const checks = objectsOf<{ id: string; owner: string; late: number; broken: number }>(
    app,
    ["id", "owner", "late", "broken"],
    people,
    { policy, today },
  );
  const late = checks.filter((one) => one.late === 1);
  return {
    ...shown,
    counts,
    late: late.length,
    notKept: checks.filter(({ broken }) => broken === 1).length,
    owners: [...new Set(late.map(({ owner }) => owner).filter((owner) => owner !== ""))],
  };
}
