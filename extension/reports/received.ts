import { policy } from "#domain/policy";
import { numberedIn } from "#domain/registers/screened";
import type { RecipientAnswer } from "../answers.ts";
import { say } from "../dialog/strings.ts";
import { wordsAt } from "./words-at.ts";

/** What is wrong with an answer to "Who received it?"; a recipient's name and address are what it asks for. */
export function receivedError(text: string): string | undefined {
  const { amount } = policy.recipientLongest;
  if (text.trim() === "") return say("error.received");
  if (text.trim().length > amount) return say("error.received-long", { n: amount });
  const [first] = numberedIn(text);
  return first && say("error.leave-out", { words: wordsAt(text, first) });
}

/** What became of an answer. */
export function receivedSaid(told: RecipientAnswer): string {
  if (told.sent) return say("received.kept");
  return say(`received.${told.why}`);
}

/** Whether the question has come to its end with this answer. */
export const isOver = (told: RecipientAnswer): boolean => told.sent || told.why === "unknown";
