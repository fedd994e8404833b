import { rightsPolicy } from "#domain/policy-of-rights";
import type { Outcome } from "#domain/registers/requests/facts";
import { doneOfObjection, doneOfOpinion, toldToRecipients } from "#domain/registers/requests/follow-up";
import type { RequestKind } from "#domain/registers/requests/kinds";
import type { DecideGround } from "#domain/registers/requests/words";
import type { Caller } from "../../base/caller.ts";
import { giveOnce, tellRecipients } from "../actions/follow-up.ts";

/** What has to be done of what was decided: whoever had the data is told, a use stops, a note is put beside an opinion. */
export function followDecision(
  tx: pb.App,
  actor: Caller,
  row: pb.Record,
  kind: RequestKind,
  said: { readonly [field: string]: string },
): void {
  const outcome = (said.outcome ?? "refused") as Outcome;
  const ground = (said.ground ?? "other") as DecideGround;
  const following = { register: "requests", subject: row.id, owner: row.getString("handler") } as const;
  for (const text of [doneOfObjection(kind, outcome, ground), doneOfOpinion(kind, ground)])
    if (text !== undefined) giveOnce(tx, actor, following, text, rightsPolicy.withdrawalDoneWithin);
  const what = toldToRecipients(kind, outcome);
  const record = { system: row.getString("system"), recordRef: row.getString("recordRef") };
  if (what !== undefined) tellRecipients(tx, actor, { ...following, ...record }, what);
}
