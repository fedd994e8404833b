import { policy } from "#domain/policy";
import { type Lesson, lesson, lessonProblem } from "#domain/registers/training/lesson";

/** A lesson as it is typed: plain text, in which a line that begins with # is a heading. */
export type LessonDraft = {
  readonly text: string;
  readonly questions: readonly QuestionDraft[];
  readonly pass: string;
};
export type QuestionDraft = { readonly asks: string; readonly answers: string; readonly right: string };

export const emptyQuestion: QuestionDraft = { asks: "", answers: "", right: "1" };
export const mostQuestions = policy.lessonQuestions.amount;

const lines = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** Parts of the typed text: each heading begins one; text before the first has the title that is given. */
function partsOf(text: string, title: string): Lesson["parts"] {
  const parts: { title: string; text: string }[] = [];
  for (const line of text.split("\n")) {
    const heading = /^#+\s*(.+)$/.exec(line)?.[1];
    const last = parts.at(-1);
    if (heading !== undefined) parts.push({ title: heading.trim(), text: "" });
    else if (last) last.text = `${last.text}\n${line}`;
    else parts.push({ title, text: line });
  }
  return parts
    .map((part) => ({ title: part.title, text: part.text.trim() }))
    .filter((part) => part.text !== "");
}

/** What is sent of it, or what has to be mended first. */
export function lessonOf(
  draft: LessonDraft,
  title: string,
): { readonly lesson: Lesson; readonly rights: number[] } | { readonly problem: string } {
  const asked = draft.questions.filter(({ asks }) => asks.trim() !== "");
  const made = {
    parts: partsOf(draft.text, title),
    questions: asked.map(({ asks, answers }) => ({ asks: asks.trim(), answers: lines(answers) })),
    pass: Number(draft.pass),
  };
  const rights = asked.map(({ right }) => Number(right) - 1);
  if (made.parts.length === 0) return { problem: "Write the lesson" };
  const short = made.questions.findIndex(({ answers }) => answers.length < 2);
  if (short >= 0) return { problem: `Question ${short + 1} needs at least two answers, a line each` };
  const fits = lesson.safeParse(made);
  if (!fits.success)
    return { problem: "The lesson is too long, or has too many parts, answers or questions" };
  const problem = lessonProblem(fits.data, rights);
  return problem ? { problem } : { lesson: fits.data, rights };
}
