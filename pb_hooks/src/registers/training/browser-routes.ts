import { policy } from "#domain/policy";
import type { BrowserLesson } from "#domain/registers/training/in-browser";
import { takenBody } from "#domain/registers/training/in-browser";
import { lesson } from "#domain/registers/training/lesson";
import { reading } from "../../base/once.ts";
import { bodyOf } from "../../base/refusal.ts";
import { inLedgerTransaction } from "../../ledger/chain/transaction.ts";
import { attributedTo } from "../../people/at-browser.ts";
import { bookTry, forgive } from "../../people/failures.ts";
import { countedDigest } from "../../people/secrets.ts";
import { lessonsDueTo } from "./due-lessons.ts";
import { newestNumber, versionOf } from "./found.ts";
import { serveFileOf } from "./serve-file.ts";
import { requireDue, sitting } from "./sitting.ts";
import { takeLesson } from "./take-lesson.ts";

const teaches = [""] as const;

/** `GET /browser-lessons?user`: what is due to whoever sits at a paired browser. */
export function browserLessons(e: pb.RequestEvent): void {
  const { user } = sitting(e);
  e.json(200, { lessons: reading(() => lessonsDueTo(e.app, user)) });
}

/** `GET /browser-lesson?user&course`: a lesson that is due to them. */
export function browserLessonText(e: pb.RequestEvent): void {
  const { user } = sitting(e);
  const { course, name, version } = dueLesson(e, user);
  const answer: BrowserLesson = {
    course,
    name,
    number: version.getInt("number"),
    lesson: lesson.parse(JSON.parse(version.getString("lesson"))),
    picture: version.getString("file") !== "",
  };
  e.json(200, answer);
}

/** `GET /browser-lesson-picture?user&course`: the picture that belongs to it. */
export function browserLessonPicture(e: pb.RequestEvent): void {
  const { user } = sitting(e);
  const { version } = dueLesson(e, user);
  serveFileOf(e, version);
}

/** `POST /browser-lesson`: their answers. Tries are counted, so that nobody finds the right ones by trying them all. */
export function takeInBrowser(e: pb.RequestEvent): void {
  const { user, ...body } = bodyOf(e, takenBody);
  const { browser } = sitting(e, user);
  requireDue(e, user, body.course, teaches);
  const counted = `lesson:${countedDigest(`${browser.id} ${user}`)}`;
  const tries = { counted, allowed: policy.lessonTriesInBrowser };
  const booked = bookTry(e.app, [tries]);
  const answer = inLedgerTransaction(e.app, (tx) =>
    takeLesson(
      tx,
      { ...body, user, browser: tx.findRecordById("browsers", browser.id).getString("name") },
      attributedTo(user, browser),
    ),
  );
  forgive(e.app, booked, tries);
  e.json(200, answer);
}

function dueLesson(e: pb.RequestEvent, user: string) {
  const { course = "" } = e.requestInfo().query;
  const { name } = requireDue(e, user, course, teaches);
  const version = versionOf(e.app, course, newestNumber(e.app, course));
  if (!version) throw new NotFoundError("There is no such lesson.");
  return { course, name, version };
}
