import { policy } from "#domain/policy";
import type { BrowserLesson } from "#domain/registers/training/in-browser";
import { takenBody } from "#domain/registers/training/in-browser";
import { lesson } from "#domain/registers/training/lesson";
import { reading } from "../../base/once.ts";
import { bodyOf, refuse } from "../../base/refusal.ts";
import { inLedgerTransaction } from "../../ledger/chain/transaction.ts";
import { type PairedBrowser, pairedBrowser } from "../../ledger/ingest/ingest-request.ts";
import { bookTry, forgive } from "../../people/failures.ts";
import { countedDigest } from "../../people/secrets.ts";
import { requireOn } from "../in-use.ts";
import { lessonsDueTo } from "./due-lessons.ts";
import { newestNumber, versionOf } from "./found.ts";
import { takeLesson } from "./take-lesson.ts";

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
  const file = version.getString("file");
  if (file === "") throw new NotFoundError("No picture belongs to this lesson.");
  const files = e.app.newFilesystem();
  try {
    files.serve(e.response, e.request, `${version.baseFilesPath()}/${file}`, version.getString("name"));
  } finally {
    files.close();
  }
}

/** `POST /browser-lesson`: their answers. Tries are counted, so that nobody finds the right ones by trying them all. */
export function takeInBrowser(e: pb.RequestEvent): void {
  const { user, ...body } = bodyOf(e, takenBody);
  const { browser } = sitting(e, user);
  requireDue(e, user, body.course);
  const counted = `lesson:${countedDigest(`${browser.id} ${user}`)}`;
  const tries = { counted, allowed: policy.lessonTriesInBrowser };
  const booked = bookTry(e.app, [tries]);
  const attribution = browser.owner === "" ? "chosen" : "browser";
  const answer = inLedgerTransaction(e.app, (tx) =>
    takeLesson(
      tx,
      { ...body, user, browser: tx.findRecordById("browsers", browser.id).getString("name") },
      { user, browser: browser.id, attribution },
    ),
  );
  forgive(e.app, booked, tries);
  e.json(200, answer);
}

/**
 * Who takes a lesson in this browser: its owner; at a shared desk one who has no sign-in, for nobody else there can be told
 * from another, and whoever signs in takes it in the dashboard.
 */
function sitting(e: pb.RequestEvent, asked = e.requestInfo().query.user ?? "") {
  const browser: PairedBrowser = pairedBrowser(e);
  requireOn(e.app, "training");
  const { owner } = browser;
  const user = asked === "" ? owner : asked;
  if (owner !== "" && user !== owner) refuse("user", "not-yours", "This browser speaks for its owner.");
  const filter = "id = {:user} && active = true && role != 'auditor'";
  const [person] = e.app.findRecordsByFilter("users", filter, "", 1, 0, { user });
  if (!person) return refuse("user", "unknown", "Choose who is here.");
  if (owner === "" && person.getBool("enrolled"))
    refuse("user", "signs-in", "Whoever has a sign-in takes lessons in the dashboard.");
  return { browser, user };
}

function requireDue(e: pb.RequestEvent, user: string, course: string): string {
  const due = reading(() => lessonsDueTo(e.app, user)).find((one) => one.course === course);
  if (!due) return refuse("course", "not-due", "This lesson is not due to them.");
  return due.name;
}

function dueLesson(e: pb.RequestEvent, user: string) {
  const { course = "" } = e.requestInfo().query;
  const name = requireDue(e, user, course);
  const version = versionOf(e.app, course, newestNumber(e.app, course));
  if (!version) throw new NotFoundError("There is no such lesson.");
  return { course, name, version };
}
