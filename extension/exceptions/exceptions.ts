import * as z from "zod/mini";
import { lookAnswer } from "#domain/registers/exceptions/in-browser";
import type { ExceptionAnswer } from "../answers.ts";
import { say } from "../dialog/strings.ts";
import type { MessageData } from "../messages.ts";
import { currentPairing } from "../pairing/pairing.ts";
import { callServer } from "../pairing/server.ts";
import { currentPolicy } from "../policy/held-policy.ts";
import { seatedHere } from "../policy/person-here.ts";
import { hmacBy } from "../records/hmac.ts";
import { whereFrom } from "../records/provenance.ts";

const notKnown = (said: string): ExceptionAnswer => ({ known: false, said });
const refused = z.object({ message: z.string() });

type Digests = Pick<MessageData<"exception-look">, "document" | "recipient">;

/** Asks the clinic's server now: an exception is never answered from what was kept. */
async function asked(
  what: "look" | "ask" | "use",
  { document, recipient }: Digests,
  more: object = {},
): Promise<ExceptionAnswer> {
  const [pairing, policy] = await Promise.all([currentPairing.get(), currentPolicy()]);
  if (!pairing || !policy) return notKnown(say("exception.unreachable"));
  const user = await seatedHere(policy, Date.now());
  if (!user) return notKnown(say("exception.nobody"));
  const hmac = hmacBy(policy.referenceKey);
  const keyed = async (of: string, digest: string) => `k1:${await hmac(`${of}\n${digest}`)}`;
  const body = {
    user,
    document: await keyed("document", document),
    recipient: await keyed("recipient", recipient),
    ...more,
  };
  const { server, token } = pairing;
  const reply = await callServer(server, `exception-${what}`, { method: "POST", token, body });
  if (reply.kind !== "answer") return notKnown(say("exception.unreachable"));
  const { data } = lookAnswer.safeParse(reply.body);
  if (reply.status === 200 && data) return { known: true, ...data };
  const says = refused.safeParse(reply.body);
  const wasRefused = reply.status === 400 || reply.status === 403;
  return notKnown(wasRefused && says.success ? says.data.message : say("exception.unreachable"));
}

export const lookForException = ({ document, recipient }: MessageData<"exception-look">) =>
  asked("look", { document, recipient });

/** With the record that the document came from, where this browser knows it. */
export async function askForException({
  document,
  recipient,
  name,
  ...told
}: MessageData<"exception-ask">): Promise<ExceptionAnswer> {
  const from = await whereFrom({ ...(name === undefined ? {} : { name }), digest: document });
  const record = from?.ref ? { system: from.system, recordRef: from.ref } : {};
  return asked("ask", { document, recipient }, { ...told, ...record });
}

export const spendException = ({ document, recipient, id, trace }: MessageData<"exception-use">) =>
  asked("use", { document, recipient }, { id, trace });
