import * as z from "zod/mini";
import { trainingAnswer } from "#domain/registers/training/answer";
import { courseKinds, type EvidenceKind, evidenceKinds } from "#domain/registers/training/completions";
import { lesson } from "#domain/registers/training/lesson";
import { requiredOf } from "#domain/registers/training/needs";
import { standingEntries } from "#domain/registers/training/training";
import { ask, calling, keptFile, pb, understand } from "#lib/api/client.ts";
import { readImports } from "#lib/imports/import-row.ts";
import type { MatrixFilters } from "./filters.ts";

const at = z.pipe(
  z.string(),
  z.transform((text) => text.replace(" ", "T")),
);

/**
 * The matrix of a day, a page at a time.
 *
 * @param format - For a file that is made of it, which the server keeps as an export.
 */
export const readMatrix = ({ on, state, course }: MatrixFilters, after: string, format?: "paper") =>
  ask(trainingAnswer, "training", { query: { on, state, course, after, ...(format && { format }) } });

const version = z.object({
  id: z.string(),
  number: z.int(),
  content: z.enum(["none", "link", "lesson", "file"]),
  link: z.string(),
  lesson: z.nullable(lesson),
  name: z.string(),
  sha256: z.string(),
  mime: z.string(),
});
const taught = z.object({
  id: z.string(),
  kind: z.enum(courseKinds),
  name: z.string(),
  about: z.string(),
  version: z.nullable(version),
});
export type Taught = z.infer<typeof taught>;

/** What a course teaches now. */
export const readLesson = (course: string) => ask(taught, "lesson", { query: { course } });

/** A course’s file, or its lesson’s picture. */
export const readCourseFile = ({ id, name, sha256 }: NonNullable<Taught["version"]>): Promise<Blob> =>
  keptFile({ collectionName: "course_versions", id }, { name, sha256 });

export const courseRow = z.object({
  id: z.string(),
  kind: z.enum(courseKinds),
  version: z.int(),
  key: z.string(),
  name: z.string(),
  about: z.string(),
  ofBreaches: z.boolean(),
  since: z.string(),
  retired: z.string(),
});
export type CourseRow = z.infer<typeof courseRow>;
export const requirementRow = z.object({
  id: z.string(),
  version: z.int(),
  course: z.string(),
  whom: z.enum(requiredOf),
  user: z.string(),
  months: z.int(),
  graceDays: z.int(),
  from: z.string(),
  until: z.string(),
  reason: z.string(),
});
export type RequirementRow = z.infer<typeof requirementRow>;
const versionRow = z.object({ course: z.string(), number: z.int(), content: z.string(), from: z.string() });
export type VersionRow = z.infer<typeof versionRow>;

export const readCourses = async (): Promise<CourseRow[]> =>
  understand(z.array(courseRow), await calling(() => pb.collection("courses").getFullList({ sort: "name" })));
export const readRequirements = async (): Promise<RequirementRow[]> =>
  understand(
    z.array(requirementRow),
    await calling(() => pb.collection("requirements").getFullList({ sort: "at" })),
  );
export const readVersions = async (): Promise<VersionRow[]> =>
  understand(
    z.array(versionRow),
    await calling(() => pb.collection("course_versions").getFullList({ sort: "course,number" })),
  );

/** A completion as it was entered. `completedOn` is a civil date; '' takes back the one it `corrects`. */
const completion = z.object({
  id: z.string(),
  user: z.string(),
  course: z.string(),
  number: z.int(),
  what: z.string(),
  completedOn: z.string(),
  evidence: z.enum(evidenceKinds),
  assessor: z.string(),
  browser: z.string(),
  score: z.int(),
  outOf: z.int(),
  file: z.string(),
  sha256: z.string(),
  corrects: z.string(),
  reason: z.string(),
  imported: z.string(),
  by: z.string(),
  at,
});
export type CompletionRow = z.infer<typeof completion>;

/** Completions of one person, or of everybody whom the reader may see, the earliest first. */
export async function readCompletions(user = ""): Promise<CompletionRow[]> {
  const filter = user === "" ? {} : { filter: pb.filter("user = {:user}", { user }) };
  const rows = await calling(() =>
    pb.collection("completions").getFullList({ batch: 1_000, sort: "completedOn,at", ...filter }),
  );
  return understand(z.array(completion), rows);
}

export const readCertificate = ({ id, file, sha256 }: CompletionRow): Promise<Blob> =>
  keptFile({ collectionName: "completions", id }, { name: file, sha256 });

export const periodRow = z.object({
  id: z.string(),
  version: z.int(),
  user: z.string(),
  kind: z.enum(["works", "leave"]),
  from: z.string(),
  until: z.string(),
  cancelled: z.boolean(),
});
export type PeriodRow = z.infer<typeof periodRow>;

export async function readPeriods(user: string): Promise<PeriodRow[]> {
  const filter = pb.filter("user = {:user} && cancelled = false", { user });
  const rows = await calling(() => pb.collection("staff_periods").getFullList({ filter, sort: "from" }));
  return understand(z.array(periodRow), rows);
}

const made = z.object({ id: z.string() });
const formOf = (values: Readonly<Record<string, string | File>>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
};

/** A completion with its certificate, or a course’s version with its file. */
export const bringFile = (
  data: object,
  file: File,
  course?: { readonly id: string; readonly version: number },
) =>
  ask(made, "training-file", {
    method: "POST",
    body: formOf({
      data: JSON.stringify(data),
      ...(course && { course: course.id, version: String(course.version) }),
      file,
    }),
  });
export type { EvidenceKind };

/** Civil dates of data protection training that count, by person. */
export type DaysByPerson = ReadonlyMap<string, readonly string[]>;

/** The same from all that the reader may see: what breach reports ask for. */
export async function readBreachTraining(): Promise<DaysByPerson> {
  const [courses, completions, imports] = await Promise.all([
    readCourses(),
    readCompletions(),
    readImports("completions"),
  ]);
  const asked = new Set(courses.flatMap(({ id, ofBreaches }) => (ofBreaches ? [id] : [])));
  const undone = new Set(imports.flatMap(({ id, undoneAt }) => (undoneAt === "" ? [] : [id])));
  return daysByPerson(
    completions.filter(({ imported }) => !undone.has(imported)).filter(({ course }) => asked.has(course)),
  );
}

/** What a day is known of. */
type Day = Pick<CompletionRow, "id" | "user" | "completedOn" | "corrects">;
export function daysByPerson(entries: readonly Day[]): DaysByPerson {
  const days = new Map<string, string[]>();
  for (const { user, completedOn } of standingEntries(entries)) {
    days.set(user, [...(days.get(user) ?? []), completedOn]);
  }
  return days;
}
