import type { Nation } from "../four-answers.ts";
import { asks, unforeseen } from "./asks.ts";
import { permits } from "./permits.ts";
import { answersTo, type ShareAnswers, type ShareQuestion, shareQuestionKeys } from "./questions.ts";
import { refusals } from "./refusals.ts";
import type { ShareRule, Verdict } from "./rule.ts";

/** In the order in which they are looked at: the first that fits counts. */
export const shareRules: readonly ShareRule[] = [...permits, ...refusals, ...asks, unforeseen];

type Fits = "yes" | "no" | "open";

/** Whether a rule fits what was answered; `open` while one of its questions is. */
function fits({ when, nations }: ShareRule, answers: ShareAnswers, nation: Nation): Fits {
  if (nations?.includes(nation) === false) return "no";
  let open = false;
  for (const question of Object.keys(when) as ShareQuestion[]) {
    const answer = answers[question];
    if (answer === undefined) open = true;
    else if (!(when[question] as readonly string[]).includes(answer)) return "no";
  }
  return open ? "open" : "yes";
}

/** How things stand: what counts once nothing can change it, and which question is next. */
export interface Judged {
  /** undefined while it depends on an answer that is still open: nothing is given yet. */
  readonly rule: ShareRule | undefined;
  /** Questions that can still change the answer, in their order. */
  readonly needed: readonly ShareQuestion[];
}

/** What the answers come to at a clinic of this nation. A question left open is never taken for an answer. */
export function judged(answers: ShareAnswers, nation: Nation): Judged {
  const needed = new Set<ShareQuestion>();
  for (const rule of shareRules) {
    const fit = fits(rule, answers, nation);
    if (fit === "no") continue;
    if (fit === "yes") return { rule: needed.size === 0 ? rule : undefined, needed: inOrder(needed) };
    for (const question of Object.keys(rule.when) as ShareQuestion[])
      if (answers[question] === undefined) needed.add(question);
  }
  return { rule: unforeseen, needed: [] };
}

const inOrder = (asked: ReadonlySet<ShareQuestion>): ShareQuestion[] =>
  shareQuestionKeys.filter((question) => asked.has(question));

/** The verdict on answers that are complete; every question that was not asked counts as "not sure". */
export function ruleFor(answers: ShareAnswers, nation: Nation): ShareRule {
  return shareRules.find((rule) => fits(rule, answers, nation) === "yes") ?? unforeseen;
}

/** A fact that would change the answer. */
export interface Change {
  readonly question: ShareQuestion;
  readonly answer: string;
  readonly verdict: Verdict;
}

/** Questions whose answer may yet turn out otherwise, the weightiest first. */
const mayTurn: readonly ShareQuestion[] = ["law", "danger", "decision", "professional", "verified", "ask"];

/** At most three single facts by which the answer would be another one. */
export function changesOf(answers: ShareAnswers, nation: Nation, most = 3): Change[] {
  const now = judged(answers, nation).rule;
  if (now === undefined) return [];
  const found: Change[] = [];
  for (const question of mayTurn) {
    for (const answer of answersTo(question)) {
      if (answer === answers[question] || answer === "unsure") continue;
      const { verdict, id } = ruleFor({ ...answers, [question]: answer } as ShareAnswers, nation);
      if (id === now.id || verdict === now.verdict) continue;
      found.push({ question, answer, verdict });
      break;
    }
    if (found.length === most) break;
  }
  return found;
}
