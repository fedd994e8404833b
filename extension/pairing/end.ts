import { heldChain } from "../outbox/chain.ts";
import { emptyOutbox } from "../outbox/contents.ts";
import { discardDatabase } from "../outbox/database.ts";
import { numbers } from "../outbox/keep.ts";
import { howSendingGoes } from "../outbox/sending.ts";
import { outboxTrouble } from "../outbox/trouble.ts";
import { choosePerson } from "../policy/chosen.ts";
import { heldPolicy } from "../policy/held-policy.ts";
import { forgetLastEvents } from "../records/last-events.ts";
import { forgetMarks } from "../records/marks.ts";
import { dropDraft } from "../reports/draft.ts";
import { forgetQuestions } from "../reports/questions.ts";
import { currentPairing, endedPairing } from "./pairing.ts";

/**
 * Ends the pairing, whoever ended it. All that was kept for the clinic goes; how many events had not reached it is
 * told until the next pairing.
 */
export async function endPairing(now: string): Promise<number> {
  await currentPairing.remove();
  const lost = await emptyOutbox().catch(async () => {
    const { held } = await numbers.get();
    await discardDatabase().catch(() => undefined);
    return held;
  });
  await Promise.all([
    heldPolicy.remove(),
    heldChain.remove(),
    howSendingGoes.remove(),
    outboxTrouble.remove(),
    numbers.remove(),
    choosePerson(null, 0),
    forgetLastEvents(),
    forgetMarks(),
    forgetQuestions(),
    dropDraft(),
    endedPairing.set({ at: now, lost }),
  ]);
  return lost;
}
