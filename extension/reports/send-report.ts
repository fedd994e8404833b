import * as z from "zod/mini";
import { reportAnswer } from "#domain/registers/incidents/report-body";
import type { ReportAnswer } from "../answers.ts";
import { send } from "../background/work.ts";
import type { MessageData } from "../messages.ts";
import { clockBehind, stampedBy } from "../outbox/clock.ts";
import { currentPairing } from "../pairing/pairing.ts";
import { callServer, isOurError } from "../pairing/server.ts";
import { refusalOf } from "./refusal.ts";

/**
 * Reports an incident to the clinic's server. Its sentences go into the incident alone: no event and nothing in the
 * outbox holds them, so a report that does not arrive is told to the person and not sent again by itself.
 */
export async function sendReport({ justNow, event, ...told }: MessageData<"report">): Promise<ReportAnswer> {
  const pairing = await currentPairing.get();
  if (!pairing) return { sent: false, why: "not-paired" };
  const noticedAt = justNow ? stampedBy(await clockBehind.get(), Date.parse(told.noticedAt)) : told.noticedAt;
  const post = (more: object) =>
    callServer(pairing.server, "report", {
      method: "POST",
      token: pairing.token,
      body: { ...told, noticedAt, ...more },
    });
  // The server links an event that it has.
  if (event !== undefined) await send({ force: true });
  let added = event !== undefined;
  let reply = await post(event === undefined ? {} : { event });
  if (added && reply.kind === "answer" && refusalOf(reply.body)?.field === "event") {
    added = false;
    reply = await post({});
  }
  if (reply.kind === "unreachable") return { sent: false, why: "unreachable" };
  const answer = reportAnswer.safeParse(reply.body);
  if (reply.status === 200 && answer.success)
    return { sent: true, number: answer.data.number ?? null, asked: answer.data.asked, added };
  if (reply.status === 401 && isOurError(reply.body, 401)) return { sent: false, why: "not-paired" };
  const refused = reply.status === 400 ? refusalOf(reply.body) : undefined;
  return refused ? { sent: false, why: "refused", ...refused } : { sent: false, why: "unreachable" };
}

const colleagues = z.object({ people: z.array(z.object({ id: z.string(), name: z.string() })) });

/** Who works here now, so that a report can say whom it is about; empty while the server does not answer. */
export async function readColleagues(): Promise<z.infer<typeof colleagues>> {
  const pairing = await currentPairing.get();
  if (!pairing) return { people: [] };
  const reply = await callServer(pairing.server, "colleagues", { token: pairing.token });
  const answer = colleagues.safeParse(reply.kind === "answer" && reply.status === 200 ? reply.body : null);
  return answer.success ? answer.data : { people: [] };
}
