import type { Caller } from "../../base/caller.ts";
import { now } from "../../base/clock.ts";
import { newId } from "../../base/new-id.ts";
import { newRecord } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { saveFor } from "../../ledger/chain/register-hook.ts";

/** An action that a register gives by itself, because of what was found. */
export interface GivenAction {
  /** Collection and row that it is about. */
  readonly register: string;
  readonly subject: string;
  readonly text: string;
  readonly owner: string;
  /** Civil date. */
  readonly due: string;
}

/** Gives it in the transaction of the act that found it, in the name of whoever did that. */
export function giveAction(tx: pb.App, by: Caller, given: GivenAction): void {
  const action = newRecord(tx, "actions", {
    ...given,
    id: newId(),
    breach: "",
    by: by.id,
    at: stored(now()),
    version: 1,
  });
  saveFor(tx, action, { user: by.id });
}
