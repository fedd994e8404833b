import { failedWords, graded, lesson, rightAnswers } from "#domain/registers/training/lesson";
import { refuse } from "../../base/refusal.ts";
import type { Actor } from "../../ledger/chain/register-hook.ts";
import { enteredCompletion, requireNew } from "./completions.ts";
import { todayIn } from "./days.ts";
import { courseAt, newestNumber, versionOf } from "./found.ts";
import { waitsFor } from "./given-sql.ts";

/** Answers to a lesson, of whoever gives them. */
export interface Taken {
  readonly user: string;
  readonly course: string;
  readonly number: number;
  readonly answers: readonly number[];
  /** What the paired browser is called in which it was taken; '' in the dashboard. */
  readonly browser: string;
}

/** Enough right answers are a completion, in this person’s name. @throws {BadRequestError} Where they are not. */
export function takeLesson(tx: pb.App, { answers, ...taken }: Taken, actor: Actor) {
  const { user, course, number } = taken;
  if (courseAt(tx, course).getString("kind") !== "")
    refuse("data.course", "policy", "This is a document: it is read and acknowledged.");
  const version = versionOf(tx, course, number);
  const words = lesson.safeParse(JSON.parse(version?.getString("lesson") || "null"));
  if (!version || !words.success)
    return refuse("data.course", "unknown", "This course has no lesson to answer here.");
  if (number !== newestNumber(tx, course))
    refuse("data.number", "older", "There is a newer lesson: open it anew.");
  const rights = rightAnswers.parse(JSON.parse(version.getString("rights") || "[]"));
  const result = graded(words.data, rights, answers);
  if (!result.passed) refuse("data.answers", "not-passed", failedWords(words.data, result));
  const completedOn = todayIn(tx);
  if (!waitsFor(tx, user, course)) requireNew(tx, user, course, completedOn);
  return enteredCompletion(tx, actor, "take", {
    ...taken,
    completedOn,
    evidence: "lesson",
    score: result.score,
    outOf: words.data.questions.length,
    passMark: words.data.pass,
  });
}
