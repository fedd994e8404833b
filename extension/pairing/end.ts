import { milliseconds, policy } from "#domain/policy";
import { dropList } from "../exact/store.ts";
import { newId } from "../new-id.ts";
import { heldChain } from "../outbox/chain.ts";
import { emptyOutbox, keptEvents } from "../outbox/contents.ts";
import { discardDatabase } from "../outbox/database.ts";
import { lose, numbers } from "../outbox/numbers.ts";
import { howSendingGoes } from "../outbox/sending.ts";
import { outboxTrouble } from "../outbox/trouble.ts";
import { choosePerson } from "../policy/chosen.ts";
import { heldPolicy } from "../policy/held-policy.ts";
import { forgetCards } from "../records/cards.ts";
import { forgetLastEvents } from "../records/last-events.ts";
import { forgetMarks } from "../records/marks.ts";
import { dropDraft } from "../reports/draft.ts";
import { forgetQuestions } from "../reports/questions.ts";
import { currentPairing, type Ended, endedPairing } from "./pairing.ts";
import { clinicDigest } from "./same-clinic.ts";

/**
 * Ends the pairing, whoever ended it. What was kept for the clinic goes, but for the outbox: it is sent when this browser is
 * paired with the same clinic again, and deleted when its time is over.
 */
export async function endPairing(now: string): Promise<Ended> {
  const [pairing, before, held] = await Promise.all([
    currentPairing.get(),
    endedPairing.get(),
    heldPolicy.get(),
  ]);
  // Ended a second time, by two answers that said so: the first holds.
  if (!pairing && before) return before;
  const ended: Ended = {
    at: now,
    browser: pairing?.browser ?? "",
    user: held?.answer.browser.user?.id ?? "",
    clinic: held ? await clinicDigest(held.answer.referenceKey) : "",
    server: pairing?.server ?? "",
    ...(await outboxLeft()),
  };
  // First what says whose the outbox is: without it nothing could be sent any more.
  await endedPairing.set(ended);
  await currentPairing.remove();
  await Promise.all([
    heldPolicy.remove(),
    heldChain.remove(),
    howSendingGoes.remove(),
    outboxTrouble.remove(),
    choosePerson(null, 0),
    forgetLastEvents(),
    forgetMarks(),
    forgetCards(),
    forgetQuestions(),
    dropDraft(),
    dropList().catch(() => undefined),
  ]);
  return ended;
}

/** How many events are kept; a store that can't be read is given up, and what it held told as lost. */
async function outboxLeft(): Promise<Pick<Ended, "kept" | "lost">> {
  try {
    return { kept: await keptEvents(), lost: 0 };
  } catch {
    const { held } = await numbers.get();
    await discardDatabase().catch(() => undefined);
    return { kept: 0, lost: held };
  }
}

/** Deletes what was kept of a pairing that ended too long ago. How many events that were never sent went is told. */
export async function dropOverdueOutbox(nowMs: number): Promise<void> {
  const ended = await endedPairing.get();
  if (!ended || ended.kept === 0 || (await currentPairing.get())) return;
  if (nowMs < Date.parse(ended.at) + milliseconds(policy.outboxKeptUnpaired)) return;
  const lost = await emptyOutbox().catch(async () => {
    await discardDatabase().catch(() => undefined);
    return ended.kept;
  });
  const now = new Date(nowMs).toISOString();
  const none = { browser: "", last: 0, held: 0 };
  await numbers.change(({ lost: before }) =>
    lose({ ...none, ...(before ? { lost: before } : {}) }, "kept-too-long", lost, now, newId()),
  );
  await endedPairing.set({ ...ended, kept: 0, lost: ended.lost + lost });
}
