import { keyedAccount } from "#domain/base/keyed";
import type { PolicyAnswer } from "#domain/clinic/policy-answer";
import { hmacBy } from "../records/hmac.ts";
import type { Visit } from "../records/visit.ts";
import { chosenPerson } from "./chosen.ts";
import type { recordingFor } from "./recording.ts";

type Shown = Parameters<typeof recordingFor>[1];

/** Who sits at this browser: its owner, or who was chosen at a shared desk; undefined for nobody. */
export const seatedHere = async (policy: PolicyAnswer, now: number): Promise<string | undefined> =>
  policy.browser.user?.id ?? (await chosenPerson(now));

/** Whom the open page shows, and who was chosen: what recording and the popup go by. */
export async function shownHere(policy: PolicyAnswer, visit: Visit["current"], now: number): Promise<Shown> {
  const account = visit?.person ? await keyedAccount(visit.person, hmacBy(policy.referenceKey)) : undefined;
  return { system: visit?.system ?? "", account, chosen: await chosenPerson(now) };
}

/**
 * Who this browser's events count for now: a person's id, a keyed sign-in that nobody has mapped, or '' for nobody.
 * A shared desk shows each person their own last events only.
 */
export function personHere(policy: PolicyAnswer, { system, account, chosen }: Shown): string {
  if (account)
    return policy.accounts.find((one) => one.system === system && one.account === account)?.user ?? account;
  return policy.browser.user?.id ?? chosen ?? "";
}
