import type { RecipientAnswer } from "../answers.ts";
import { send } from "../background/work.ts";
import type { MessageData } from "../messages.ts";
import { counts } from "../outbox/contents.ts";
import { currentPairing } from "../pairing/pairing.ts";
import { callServer, isOurError } from "../pairing/server.ts";
import { currentPolicy } from "../policy/held-policy.ts";
import { seatedHere } from "../policy/person-here.ts";
import type { Origin } from "../receive.ts";
import { addQuestion, dropQuestion, isQuestion, putOff, questionsOf } from "./questions.ts";
import { refusalOf } from "./refusal.ts";

/** Who sits here now; undefined where nothing is recorded, so that no incident is there to answer for. */
async function personHere(now: number): Promise<string | undefined> {
  const policy = await currentPolicy();
  if (!policy || (!policy.recording.on && policy.recording.reason === "own-device")) return undefined;
  return (await seatedHere(policy, now)) ?? "";
}

/** A document went outside anyway: who received it is asked from now on. */
export async function owe(
  { trace }: MessageData<"recipient-owed">,
  { tab }: Origin,
): Promise<{ asked: boolean }> {
  const now = Date.now();
  const person = await personHere(now);
  if (person === undefined) return { asked: false };
  await addQuestion({ trace, at: now, person, tab: tab ?? null });
  return { asked: true };
}

/** The question that a page of this tab has not been answered yet: sending often leads to another page. */
export async function openQuestion(_: unknown, { tab }: Origin): Promise<{ trace: string | null }> {
  const now = Date.now();
  const person = await personHere(now);
  if (person === undefined || tab === undefined) return { trace: null };
  const open = (await questionsOf(person, now)).find((one) => one.tab === tab);
  return { trace: open?.trace ?? null };
}

export async function putOffQuestion({ trace }: MessageData<"recipient-later">): Promise<null> {
  await putOff(trace);
  return null;
}

/** Takes the answer to the incident, past outbox and ledger. Nothing of it stays on this computer. */
export async function answerRecipient({
  trace,
  text,
}: MessageData<"recipient-answer">): Promise<RecipientAnswer> {
  const pairing = await currentPairing.get();
  if (!pairing) return { sent: false, why: "not-paired" };
  if (!(await isQuestion(trace))) return { sent: false, why: "unknown" };
  // The incident opens when the server has the attempt.
  await send({ force: true });
  const reply = await callServer(pairing.server, "recipient", {
    method: "POST",
    token: pairing.token,
    body: { trace, text },
  });
  if (reply.kind === "unreachable") return { sent: false, why: "unreachable" };
  if (reply.status === 204) {
    await dropQuestion(trace);
    return { sent: true };
  }
  if (reply.status === 400 && refusalOf(reply.body)?.code === "names-a-patient") {
    return { sent: false, why: "names-a-patient" };
  }
  if (reply.status === 401 && isOurError(reply.body, 401)) return { sent: false, why: "not-paired" };
  const gone = reply.status === 404 && isOurError(reply.body, 404);
  if (!gone || (await counts()).waiting > 0) return { sent: false, why: "unreachable" };
  await dropQuestion(trace);
  return { sent: false, why: "unknown" };
}
