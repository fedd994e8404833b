import type { HeldField, NothingHeld } from "../../work/held.ts";

/** What people write about trainings, and the files that they bring. */
export const heldInTraining: readonly HeldField[] = [
  {
    what: "What people write about a training",
    where: "Training: names of trainings, remarks, reasons, what a lesson says",
    form: "Words and sentences, refused where they are seen to name a patient",
    why: "To say who was trained in what, and to teach it",
    kept: "with the entry",
    columns: [
      ...["training_entries.what", "training_entries.reason", "completions.what", "completions.reason"],
      ...["completions.assessor", "courses.name", "courses.about", "course_versions.note"],
      ...["course_versions.lesson", "course_versions.link", "requirements.reason", "requirements.endReason"],
      ...["given_lessons.reason", "given_lessons.takenBackWhy"],
      ...["training_targets.source", "training_targets.note", "imports.undoneReason"],
    ],
    counts: "completions.what",
    since: ["completions.at"],
  },
  {
    what: "Whatever a certificate or a course’s file shows",
    where: "Training, files",
    form: "Files as they were brought; nobody looks into them",
    why: "As the proof of a training, or as its content",
    kept: "with the entry",
    columns: ["completions.file", "course_versions.file"],
    counts: "completions.file",
    since: ["completions.at"],
  },
];

const file = ["name", "sha256", "mime", "size"];

export const nothingInTraining: NothingHeld = {
  training_entries: { "What staff read and did": ["user", "completedOn", "by", "at", "corrects"] },
  completions: {
    "What staff read and did": [
      ...[
        "user",
        "course",
        "number",
        "completedOn",
        "evidence",
        "score",
        "outOf",
        "passMark",
        "corrects",
        "browser",
      ],
      ...["imported", "by", "at"],
    ],
    "Codes from which nothing can be read": file,
  },
  courses: {
    "Codes from which nothing can be read": ["key", "kind", "ofBreaches", "since", "retired", "by", "at"],
  },
  course_versions: {
    "Codes from which nothing can be read": [
      ...["course", "number", "from", "oldUntil", "content", "rights", "by", "at"],
      ...file,
    ],
  },
  requirements: {
    "Codes from which nothing can be read": [
      ...["course", "whom", "user", "months", "graceDays", "from", "until", "by", "at"],
    ],
  },
  given_lessons: {
    "What staff read and did": [
      ...["user", "course", "due", "givenOn", "finding", "kind", "incident", "entry", "by", "at"],
      ...["takenBackAt", "takenBackBy"],
    ],
  },
  staff_periods: { "What staff read and did": ["user", "kind", "from", "until", "cancelled", "by", "at"] },
  training_targets: {
    "Codes from which nothing can be read": ["profile", "percent", "needsOn", "evaluatedOn", "by", "at"],
  },
  imports: {
    "Codes from which nothing can be read": [
      ...["register", "rows", "dates", "hash", "by", "at", "undoneAt", "undoneBy"],
    ],
  },
};
