import type { ActAnswer } from "#domain/api";
import { clinicId } from "#domain/clinic/clinic";
import { confirmAction } from "#domain/ledger/clock";
import { milliseconds, policy } from "#domain/policy";
import type { Doing } from "../../acts/doing.ts";
import { nowMs } from "../../base/clock.ts";
import { refuse } from "../../base/refusal.ts";
import { append } from "../../ledger/chain/append.ts";
import { clockState } from "../../ledger/ingest/clock-state.ts";

/**
 * The lead confirms that the server's time is right after the jump that they were shown: this one alone. The event says
 * who and when; expiry goes on with its next run.
 *
 * @throws {BadRequestError} Where nothing is to be confirmed, or another jump or time than the one shown.
 */
export function confirmTime({ tx, actor, data }: Doing<"clinic.confirmTime">): ActAnswer {
  const at = nowMs();
  const clock = clockState(tx, at);
  if (clock.is === "right") refuse("data", "nothing", "There is no jump of the clock to confirm.");
  if (clock.is === "behind")
    refuse(
      "data",
      "behind",
      "The server’s clock is behind its log. Set it right: then nothing is left to confirm.",
    );
  if (clock.after !== data.after)
    refuse("data.after", "another", "Another jump stands now. Look at it first.");
  if (Math.abs(at - Date.parse(data.shown)) > milliseconds(policy.clockConfirmedWithin))
    refuse("data.shown", "another-time", "The server’s time is another now. Look at it again.");
  const detail = { v: 1, id: clinicId, action: confirmAction };
  const [event] = append(tx, [{ kind: "clinic.act", user: actor.id, detail }], new Date(at).toISOString());
  return { id: clinicId, version: 0, seq: event?.seq ?? 0 };
}
