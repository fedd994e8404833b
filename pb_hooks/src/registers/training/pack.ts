import { csvOf } from "#domain/base/csv";
import { helpedOf, helpedWords } from "#domain/registers/training/given";
import { matrixCsv, type PackTraining, trainingCsv } from "#domain/registers/training/pack";
import { objectsOf } from "../../base/database.ts";
import { iso } from "../../base/time.ts";
import { nameOf } from "../../people/names.ts";
import type { Packing, PackPart } from "../register.ts";
import { followedLessons } from "./followed.ts";
import { givenLessonList } from "./given-list.ts";
import { stands, trainingFacts } from "./standing.ts";

/** All completions up to the end of the period, for the ICO asks about years; and how everybody stood at its end. */
export function trainingInPack(packing: Packing): PackPart {
  const { tx, to } = packing;
  const entries = trainingUpTo(tx, to);
  const lessons = lessonsIn(packing);
  const facts = trainingFacts(tx, to);
  const people = stands(facts).map(({ person, cells }) => ({ name: person.name, cells }));
  return {
    folders: [
      {
        name: "training/",
        holds:
          "training.csv: training as it was entered, with what was corrected; matrix.csv: who was in date with what on the last day; given-lessons.csv: lessons that one person was given, and of those after a finding how many were followed by the same",
      },
    ],
    files: [
      { path: "training/training.csv", text: trainingCsv(entries) },
      { path: "training/matrix.csv", text: matrixCsv(to, facts.courses, people) },
      { path: "training/given-lessons.csv", text: lessons.text },
    ],
    rows: entries.length + lessons.rows,
  };
}

/** Lessons that the pack's maker may know of, as of now; those of a case that is kept apart only where it was asked for. */
function lessonsIn({ tx, person, to, confidential }: Packing): {
  readonly text: string;
  readonly rows: number;
} {
  const listing = { app: tx, person, today: to };
  const filters: Record<string, string> = confidential ? {} : { apart: "no" };
  const names = (id: string) => (id === "" ? "" : nameOf(tx, id));
  const rows = [...givenLessonList.csvPages(listing, { filters, before: "", limit: 500 }, names)].flat();
  const says = helpedWords(helpedOf(followedLessons(tx), to));
  return { text: csvOf([[says], givenLessonList.headings(listing), ...rows]), rows: rows.length };
}

const columns = [
  ...([
    "id",
    "person",
    "course",
    "what",
    "completedOn",
    "evidence",
    "browser",
    "score",
    "outOf",
    "assessor",
  ] as const),
  ...(["enteredBy", "enteredAt", "corrects", "reason", "undone"] as const),
];

/** Completions by day, corrections and what they correct among them. */
function trainingUpTo(app: pb.App, to: string): PackTraining[] {
  return objectsOf<PackTraining>(
    app,
    columns,
    `SELECT t.id AS id, coalesce(u.name, '') AS person, coalesce(c.name, '') AS course, t.what AS what,
       t.completedOn AS completedOn, t.evidence AS evidence, t.browser AS browser, t.score AS score, t.outOf AS outOf, t.assessor AS assessor,
       coalesce(b.name, '') AS enteredBy, t."at" AS enteredAt, t.corrects AS corrects, t.reason AS reason,
       coalesce(i.undoneAt, '') <> '' AS undone
     FROM completions t LEFT JOIN users u ON u.id = t.user LEFT JOIN users b ON b.id = t.by
       LEFT JOIN courses c ON c.id = t.course LEFT JOIN imports i ON i.id = t.imported AND t.imported <> ''
     WHERE t.completedOn <= {:to} ORDER BY u.name COLLATE NOCASE, t.completedOn, t."at", t.id`,
    { to },
  ).map((row) => ({ ...row, enteredAt: iso(row.enteredAt) }));
}
