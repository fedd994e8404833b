import { knowOwn } from "#domain/detector/screening/own-words";
import type { Answer, MessageData } from "../messages.ts";
import { currentPolicy } from "../policy/held-policy.ts";
import { leaveOut } from "../reports/leave-out.ts";

/** What of a sentence that goes with an event may name a patient; the clinic's own people and words may stand in it. */
export async function screenFor({
  text,
}: MessageData<"sentence-screen">): Promise<Answer<"sentence-screen">> {
  const own = (await currentPolicy())?.clinic.own ?? { people: [], texts: [] };
  knowOwn(() => own);
  return { leaveOut: leaveOut(text) };
}
