import { daysAfter } from "#domain/law/working-days";
import { policy } from "#domain/policy";
import { type OwedRow, otherRow } from "#domain/work/desk";
import { objectsOf } from "../../base/database.ts";
import { endOfDay } from "../../base/time-zone.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import type { Laying } from "../register.ts";
import { auditedSql } from "./of-policy.ts";

/** The review of the policy in force, what people look at by a day, and a version that waits for somebody. */
export function rowsOfPolicyMap({ app, person, nowMs, zone }: Laying): OwedRow[] {
  if (person.role === "staff")
    return checksDue(app, nowMs, zone).filter((row) => row.with.includes(person.id));
  return [...reviewsDue(app, nowMs, zone), ...checksDue(app, nowMs, zone), ...waiting(app)];
}

function reviewsDue(app: pb.App, nowMs: number, zone: string): OwedRow[] {
  const until = daysAfter(clinicTime(app).date(nowMs), policy.policyReviewToldBefore.amount);
  return objectsOf<{ id: string; number: number; reviewBy: string; reviewer: string }>(
    app,
    ["id", "number", "reviewBy", "reviewer"],
    "SELECT id, number, reviewBy, reviewer FROM policy_versions WHERE state = 'in-force' AND reviewBy <= {:until}",
    { until },
  ).map(({ id, number, reviewBy, reviewer }) =>
    otherRow({
      key: `policy-review:${id}`,
      text: `Review the policy, version ${number}`,
      due: endOfDay(zone, reviewBy),
      with: [reviewer],
      page: `/policy-map?version=${id}`,
    }),
  );
}

/** Sentences of the version in force that people keep, and look at by a day that is near or over. */
function checksDue(app: pb.App, nowMs: number, zone: string): OwedRow[] {
  const until = daysAfter(clinicTime(app).date(nowMs), policy.policyCheckToldBefore.amount);
  return objectsOf<{ id: string; audit: string; due: string; owner: string }>(
    app,
    ["id", "audit", "due", "owner"],
    `SELECT id, audit, due, owner FROM policy_claims c WHERE due <> '' AND due <= {:until} AND state = 'people' AND NOT ${auditedSql}
       AND EXISTS (SELECT 1 FROM policy_sentences s JOIN policy_versions v ON v.id = s.policy
         WHERE s.claim = c.id AND v.state = 'in-force') ORDER BY due, id`,
    { until },
  ).map(({ id, audit, due, owner }) =>
    otherRow({
      key: `policy-check:${id}`,
      text: `Look for the policy: ${audit}`,
      due: endOfDay(zone, due),
      with: [owner],
      page: "/policy-map?state=people",
    }),
  );
}

/** A draft, with how much of it nobody has confirmed; no day is set. */
function waiting(app: pb.App): OwedRow[] {
  return objectsOf<{ id: string; number: number; by: string; open: number }>(
    app,
    ["id", "number", "by", "open"],
    `SELECT v.id AS id, v.number AS number, v."by" AS by, (SELECT count(*) FROM policy_sentences s
         JOIN policy_claims c ON c.id = s.claim WHERE s.policy = v.id AND c.state = '') AS open
     FROM policy_versions v WHERE v.state = 'draft'`,
  ).map(({ id, number, by, open }) =>
    otherRow({
      key: `policy-draft:${id}`,
      text:
        open === 0
          ? `Put version ${number} of the policy in force`
          : `Confirm ${open} ${open === 1 ? "sentence" : "sentences"} of the policy, version ${number}`,
      due: "",
      with: [by],
      page: `/policy-map?version=${id}&state=open`,
    }),
  );
}
