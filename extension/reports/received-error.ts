import { policy } from "#domain/policy";
import { numberedIn } from "#domain/registers/screened";
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
