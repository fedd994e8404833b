import { matrixCsv, type PackTraining, trainingCsv } from "#domain/registers/training/pack";
import { objectsOf } from "../../base/database.ts";
import { iso } from "../../base/time.ts";
import type { Packing, PackPart } from "../register.ts";
import { stands, trainingFacts } from "./standing.ts";

/** All completions up to the end of the period, for the ICO asks about years; and how everybody stood at its end. */
export function trainingInPack({ tx, to }: Packing): PackPart {
  const entries = trainingUpTo(tx, to);
  const facts = trainingFacts(tx, to);
  const people = stands(facts).map(({ person, cells }) => ({ name: person.name, cells }));
  return {
    folders: [
      {
        name: "training/",
        holds:
          "training.csv: training as it was entered, with what was corrected; matrix.csv: who was in date with what on the last day",
      },
    ],
    files: [
      { path: "training/training.csv", text: trainingCsv(entries) },
      { path: "training/matrix.csv", text: matrixCsv(to, facts.courses, people) },
    ],
    rows: entries.length,
  };
}

const columns = [
  ...(["id", "person", "course", "what", "completedOn", "evidence", "score", "outOf", "assessor"] as const),
  ...(["enteredBy", "enteredAt", "corrects", "reason", "undone"] as const),
];

/** Completions by day, corrections and what they correct among them. */
function trainingUpTo(app: pb.App, to: string): PackTraining[] {
  return objectsOf<PackTraining>(
    app,
    columns,
    `SELECT t.id AS id, coalesce(u.name, '') AS person, coalesce(c.name, '') AS course, t.what AS what,
       t.completedOn AS completedOn, t.evidence AS evidence, t.score AS score, t.outOf AS outOf, t.assessor AS assessor,
       coalesce(b.name, '') AS enteredBy, t."at" AS enteredAt, t.corrects AS corrects, t.reason AS reason,
       coalesce(i.undoneAt, '') <> '' AS undone
     FROM completions t LEFT JOIN users u ON u.id = t.user LEFT JOIN users b ON b.id = t.by
       LEFT JOIN courses c ON c.id = t.course LEFT JOIN imports i ON i.id = t.imported AND t.imported <> ''
     WHERE t.completedOn <= {:to} ORDER BY u.name COLLATE NOCASE, t.completedOn, t."at", t.id`,
    { to },
  ).map((row) => ({ ...row, enteredAt: iso(row.enteredAt) }));
}
