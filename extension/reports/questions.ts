import * as z from "zod/mini";
import { milliseconds, policy } from "#domain/policy";
import { stored } from "../stored.ts";

/**
 * Documents that went outside anyway and of which it was not said yet who received them: the trace of the attempt and
 * whose question it is. No answer is ever kept here.
 */
const question = z.object({
  trace: z.string(),
  at: z.number(),
  /** A person's id; '' for nobody chosen at a shared desk. */
  person: z.string(),
  /** Tab that asks by itself, until the question is put off there. */
  tab: z.nullable(z.int()),
});
export type Question = z.infer<typeof question>;

/** More than a few means that nobody answers. */
const most = 20;

const questions = stored<Question[]>("local:recipient-questions", z.array(question), []);

const isAsked = ({ at }: Question, now: number): boolean => now - at < milliseconds(policy.recipientAskedFor);

/** Questions of one person that still wait, the oldest first. */
export async function questionsOf(person: string, now: number): Promise<Question[]> {
  return (await questions.get()).filter((one) => one.person === person && isAsked(one, now));
}

export async function addQuestion(asked: Question): Promise<void> {
  await questions.change((all) =>
    [...all.filter((one) => one.trace !== asked.trace && isAsked(one, asked.at)), asked].slice(-most),
  );
}

/** The question waits for the popup: no page asks it again by itself. */
export async function putOff(trace: string): Promise<void> {
  await questions.change((all) => all.map((one) => (one.trace === trace ? { ...one, tab: null } : one)));
}

export async function dropQuestion(trace: string): Promise<void> {
  await questions.change((all) => all.filter((one) => one.trace !== trace));
}

export const isQuestion = async (trace: string): Promise<boolean> =>
  (await questions.get()).some((one) => one.trace === trace);

export const forgetQuestions = (): Promise<void> => questions.remove();
