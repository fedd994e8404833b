import { type NoticeWords, notify } from "../../dialog/notices.ts";
import { askReceived, type Question } from "../../dialog/question.ts";
import { send } from "../../send.ts";
import { stage } from "./stage.ts";

/** Questions that this frame has asked, by the trace of the attempt. */
const asked = new Map<string, Question>();

/**
 * Says what became of a document that was sent anyway, and asks at once who received it.
 *
 * @param trace - The attempt's, where the clinic opens an incident of it.
 * @param gone - The message is on its way; else the person goes on writing, and the question is one line.
 */
export async function sayAndAsk(words: NoticeWords, trace: string, gone: boolean): Promise<void> {
  const owed = await send("recipient-owed", { trace }).catch(() => ({ asked: false }));
  if (!owed.asked) notify(stage(), words);
  else ask(trace, words, gone);
}

/** Asks again who received what was sent anyway. */
export const askAgain = (trace: string): void => ask(trace, undefined, true);

function ask(trace: string, words: NoticeWords | undefined, gone: boolean): void {
  const shown = asked.get(trace);
  if (shown?.isShown()) {
    if (words) notify(stage(), words);
    shown.open();
    return;
  }
  const question = askReceived(stage(), words, {
    // Without an answer it can't be sent either.
    wrong: async (text) => (await send("recipient-screen", { text }).catch(() => ({ wrong: "" }))).wrong,
    answer: (text) =>
      send("recipient-answer", { trace, text }).catch(() => ({ sent: false, why: "unreachable" })),
    later: () => void send("recipient-later", { trace }).catch(() => undefined),
  });
  asked.set(trace, question);
  if (gone) question.open();
}
