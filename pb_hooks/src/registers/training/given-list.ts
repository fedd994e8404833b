import { incidentName } from "#domain/registers/incidents/words";
import { type GivenLessonRow, givenStates, helpedOf } from "#domain/registers/training/given";
import { givenLessonColumns } from "#domain/registers/training/given-csv";
import { oneValue, registerList, rowOf } from "../listing/register-list.ts";
import { followedLessons } from "./followed.ts";
import { knownSql, knownTo, originSql, takenSql } from "./given-sql.ts";

type Raw = Omit<GivenLessonRow, "incidentName"> & { readonly number: number };

const own = [
  ...["id", "version", "user", "course", "reason", "due", "givenOn", "by", "at"],
  ...["takenBackAt", "takenBackBy", "takenBackWhy"],
];
const masked = ["finding", "incident", "entry", "number"];
const columns = [
  ...own,
  ...masked,
  "courseName",
  "byName",
  "takenOn",
  "state",
] as unknown as readonly (keyof Raw & string)[];

/** For whoever may not know what it was given after, it looks like one that was given after nothing. */
const known = (value: string, else_: string): string => `iif(${originSql}, ${value}, ${else_})`;

/** Lessons that were given, the newest first: to each their own, to managers and auditors all that they may know of. */
export const givenLessonList = registerList<Raw, GivenLessonRow>({
  key: "given-lessons",
  collection: "given_lessons",
  readers: ["staff", "manager", "dpo", "auditor"],
  columns,
  instants: ["at", "takenBackAt"],
  select: `SELECT *, CASE WHEN takenBackAt <> '' THEN 'taken-back' WHEN takenOn <> '' THEN 'taken'
      WHEN due < {:today} THEN 'late' ELSE 'open' END AS state
    FROM (SELECT ${own.map((column) => `g."${column}" AS "${column}"`).join(", ")},
        coalesce(k.name, '') AS courseName, coalesce(w.name, '') AS byName,
        ${known("g.finding", "'none'")} AS finding, ${known("g.incident", "''")} AS incident,
        ${known("g.entry", "''")} AS entry, ${known("coalesce(b.number, 0)", "0")} AS number, ${takenSql} AS takenOn
      FROM given_lessons g LEFT JOIN courses k ON k.id = g.course LEFT JOIN users w ON w.id = g."by"
        LEFT JOIN breaches b ON b.id = g.incident AND g.incident <> ''
      WHERE ${knownSql})`,
  params: ({ app, person }) => knownTo(app, person),
  by: "at",
  descends: true,
  filters: {
    state: oneValue("state", givenStates),
    user: rowOf("user"),
    course: rowOf("course"),
    incident: rowOf("incident"),
    entry: rowOf("entry"),
    // Without those of cases that are kept apart: an evidence pack holds them only where it was asked for.
    apart: {
      fits: (value) => value === "no",
      where: "incident NOT IN (SELECT id FROM breaches WHERE confidential = TRUE AND opened = FALSE)",
    },
  },
  shown: (_, rows) =>
    rows.map(({ number, ...row }) => ({ ...row, incidentName: number > 0 ? incidentName(number) : "" })),
  figures: ({ app, person, today }) =>
    person.role === "staff" ? {} : { ...helpedOf(followedLessons(app), today) },
  csv: () => givenLessonColumns,
});
