import { csvOf } from "#domain/base/csv";
import { type MappedSentence, mapCells, mapHead } from "#domain/registers/policy-map/csv";
import { objectsOf } from "../../base/database.ts";
import { iso, stored } from "../../base/time.ts";
import { namesIn } from "../../people/names.ts";
import type { Packing, PackPart } from "../register.ts";
import { looksHead, looksUpTo } from "./looks.ts";
import { dueSql, ownerSql } from "./of-policy.ts";

/** The policy in force at the period's end, as far as it is known now, sentence by sentence; and every version there was. */
export function policyMapInPack({ tx, end, to }: Packing): PackPart {
  const versions = versionsUpTo(tx, end);
  const inForce = versions.find(({ state }) => state === "in-force");
  const sentences = inForce ? mappedIn(tx, inForce.id) : [];
  const names = namesIn(tx);
  const looks = looksUpTo(tx, to, (id) => names([id])[0] ?? "");
  return {
    folders: [
      {
        name: "policy/",
        holds:
          "sentences.csv: each sentence of the policy in force and what keeps it; versions.csv: its versions; looks.csv: each time that people looked at a sentence",
      },
    ],
    files: [
      { path: "policy/looks.csv", text: csvOf([[...looksHead], ...looks]) },
      { path: "policy/sentences.csv", text: csvOf([[...mapHead], ...sentences.map(mapCells)]) },
      {
        path: "policy/versions.csv",
        text: csvOf([
          [
            "Version",
            "Title",
            "State",
            "In force from",
            "Review by",
            "Sentences",
            "Not read",
            "Left out",
            "SHA-256",
            "Entered (UTC)",
          ],
          ...versions.map((one) => [
            one.number,
            one.title,
            one.state,
            one.inForceFrom,
            one.reviewBy,
            one.lines,
            one.notRead,
            one.leftOut,
            one.digest,
            iso(one.at),
          ]),
        ]),
      },
    ],
    rows: versions.length + sentences.length + looks.length,
  };
}

interface Version {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly state: string;
  readonly inForceFrom: string;
  readonly reviewBy: string;
  readonly lines: number;
  readonly notRead: string;
  readonly leftOut: number;
  readonly digest: string;
  readonly at: string;
}

function versionsUpTo(app: pb.App, end: string): Version[] {
  const columns = [
    ...([
      "id",
      "number",
      "title",
      "state",
      "inForceFrom",
      "reviewBy",
      "lines",
      "notRead",
      "leftOut",
    ] as const),
    ...(["digest", "at"] as const),
  ];
  const select = `SELECT ${columns.map((one) => `"${one}"`).join(", ")} FROM policy_versions
    WHERE state <> 'arriving' AND "at" < {:end} ORDER BY number`;
  return objectsOf<Version>(app, columns, select, { end: stored(end) });
}

/** Every sentence of a version with names. */
export function mappedIn(app: pb.App, policy: string): MappedSentence[] {
  type Row = Omit<MappedSentence, "number" | "broken">;
  const columns = [
    ...([
      "section",
      "lead",
      "text",
      "state",
      "page",
      "test",
      "audit",
      "owner",
      "by",
      "due",
      "checkedOn",
    ] as const),
    ...(["kept", "why", "source", "at"] as const),
  ];
  return objectsOf<Row>(
    app,
    columns,
    `SELECT s.section AS section, s.lead AS lead, s.text AS text, c.state AS state, c.page AS page, c.test AS test,
       c.audit AS audit, coalesce(o.name, '') AS owner, coalesce(b.name, '') AS by, ${dueSql} AS due,
       c.checkedOn AS checkedOn, c.kept AS kept, c.why AS why, c.source AS source, c."at" AS at
     FROM policy_sentences s JOIN policy_claims c ON c.id = s.claim LEFT JOIN users o ON o.id = ${ownerSql}
       LEFT JOIN users b ON b.id = c."by" WHERE s.policy = {:policy} ORDER BY s.place`,
    { policy },
  ).map((row, i) => ({ ...row, at: iso(row.at), number: i + 1, broken: "" }));
}
