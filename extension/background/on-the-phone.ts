import type { PolicyAnswer } from "#domain/clinic/policy-answer";
import { bannerAnswer, releaseAnswer } from "#domain/registers/releases/answer";
import type { ReleaseHere } from "../answers.ts";
import type { MessageData } from "../messages.ts";
import { currentPairing } from "../pairing/pairing.ts";
import { callServer, type Reply } from "../pairing/server.ts";
import { currentPolicy } from "../policy/held-policy.ts";
import { personHere, shownHere } from "../policy/person-here.ts";
import type { Visit } from "../records/visit.ts";
import { currentVisit } from "../records/visits.ts";

/** The record that is open in a tab, with the clinic that it is asked of. */
async function openIn(tab: number | undefined) {
  const [pairing, policy] = await Promise.all([currentPairing.get(), currentPolicy()]);
  const visit = tab === undefined ? null : await currentVisit(tab);
  return pairing && policy && visit ? { pairing, policy, visit } : undefined;
}

/** Whom the page shows, the browser’s owner, or who was chosen at the desk; '' where that is nobody of the clinic. */
async function userHere(policy: PolicyAnswer, visit: NonNullable<Visit["current"]>): Promise<string> {
  const person = personHere(policy, await shownHere(policy, visit, Date.now()));
  return person.startsWith("k1:") ? "" : person;
}

const bodyOf = (reply: Reply): unknown =>
  reply.kind === "answer" && reply.status === 200 ? reply.body : undefined;

/**
 * Who may be told what of the open record, from the server now and never from what was kept. An answer for another record
 * than the one that is open by then is no answer.
 */
export async function askReleases({ tab }: MessageData<"release-ask">): Promise<ReleaseHere> {
  const open = await openIn(tab);
  if (!open) return { is: "not-known", why: "no-record" };
  const { pairing, policy, visit } = open;
  const user = await userHere(policy, visit);
  if (user === "") return { is: "not-known", why: "nobody-here" };
  const body = { reference: visit.ref, system: visit.system, user };
  const reply = await callServer(pairing.server, "record-call", {
    method: "POST",
    token: pairing.token,
    body,
  });
  const { data } = releaseAnswer.safeParse(bodyOf(reply));
  const after = await openIn(tab);
  if (after?.visit.ref !== visit.ref || after.visit.system !== visit.system)
    return { is: "not-known", why: "no-record" };
  return data === undefined || data.is === "which" ? { is: "not-known", why: "unreachable" } : data;
}

/** That somebody was told, beside the answer. */
export async function tellRelease({
  tab,
  ask,
  release,
}: MessageData<"release-told">): Promise<{ kept: boolean }> {
  const open = await openIn(tab);
  if (!open) return { kept: false };
  const user = await userHere(open.policy, open.visit);
  const body = { ask, release, user };
  const { server, token } = open.pairing;
  const reply = await callServer(server, "record-told", { method: "POST", token, body });
  return { kept: reply.kind === "answer" && reply.status === 200 };
}

/** What its patient decided, five words each; nothing while the server does not answer. */
export async function readBanner({
  tab,
}: MessageData<"record-banner">): Promise<{ lines: readonly string[] }> {
  const open = await openIn(tab);
  if (!open) return { lines: [] };
  const body = { reference: open.visit.ref, system: open.visit.system };
  const { server, token } = open.pairing;
  const reply = await callServer(server, "record-banner", { method: "POST", token, body });
  return { lines: bannerAnswer.safeParse(bodyOf(reply)).data?.lines ?? [] };
}
