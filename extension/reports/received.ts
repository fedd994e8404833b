import type { RecipientAnswer } from "../answers.ts";
import { say } from "../dialog/strings.ts";

/** What became of an answer. */
export function receivedSaid(told: RecipientAnswer): string {
  if (told.sent) return say("received.kept");
  return say(`received.${told.why}`);
}

/** Whether the question has come to its end with this answer. */
export const isOver = (told: RecipientAnswer): boolean => told.sent || told.why === "unknown";
