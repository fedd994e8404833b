import { isRealDay } from "#domain/base/civil-date";
import { possibleDecisions } from "#domain/registers/reviews/agenda";
import { type ItemFacts, whyNotDecide } from "#domain/registers/reviews/item";
import { dueProblem } from "#domain/work/actions";
import { requireCleanData } from "../../../acts/clean.ts";
import type { ActsOf } from "../../../acts/doing.ts";
import { Conflict } from "../../../acts/row.ts";
import type { Caller } from "../../../base/caller.ts";
import { now, nowMs } from "../../../base/clock.ts";
import { newId } from "../../../base/new-id.ts";
import { refuse } from "../../../base/refusal.ts";
import { newRecord } from "../../../base/rows.ts";
import { stored } from "../../../base/time.ts";
import { saveAct, saveFor } from "../../../ledger/chain/register-hook.ts";
import { requireHere, reviewAt } from "../at.ts";
import { concernedIn } from "../concerned.ts";
import { weeksOf } from "../this-week.ts";

export const decideActs: ActsOf<"reviews.decide"> = {
  "reviews.decide": ({ tx, actor, id, version, data }) => {
    const review = reviewAt(tx, id, "reviews.decide", version);
    const [item] = tx.findRecordsByFilter("review_items", "id = {:item} && review = {:id}", "", 1, 0, {
      item: data.item,
      id,
    });
    if (!item) refuse("data.item", "unknown", "There is no such item in this review.");
    const refusal = whyNotDecide(actor.id, concernedIn(tx, item));
    if (refusal) throw new ForbiddenError(refusal);
    if (item.getInt("version") !== data.seen) throw new Conflict(item, data.seen);
    requireCleanData("reviews.decide", data);
    const reason = data.reason ?? "";
    if (!possibleDecisions(openIn(item)).includes(data.decision))
      refuse("data.decision", "open", "This is open: decide it, refer it, or put it off with a reason.");
    if (data.decision !== "note" && reason === "") refuse("data.reason", "missing", missing[data.decision]);
    takeBack(tx, item, actor);
    const action = data.decision === "action" ? give(tx, review, actor, reason, data) : "";
    item.set("decision", data.decision);
    item.set("reason", reason);
    item.set("action", action);
    item.set("by", actor.id);
    item.set("at", stored(now()));
    item.set("version", item.getInt("version") + 1);
    saveAct(tx, item, "settle", { user: actor.id });
    return { id: item.id, version: item.getInt("version") };
  },
};

const openIn = (item: pb.Record): string => (JSON.parse(item.getString("facts")) as ItemFacts).open ?? "";

const missing = {
  decide: "Say what was decided.",
  refer: "Say to whom, and why.",
  defer: "Say why it waits.",
  action: "Say what is to be done.",
  leave: "Say why it stays open.",
} as const;

function give(
  tx: pb.App,
  review: pb.Record,
  actor: Caller,
  text: string,
  { owner = "", due = "" }: { readonly owner?: string | undefined; readonly due?: string | undefined },
): string {
  requireHere(tx, "data.owner", owner);
  if (!isRealDay(due)) refuse("data.due", "invalid_format", "There is no such day.");
  const { today } = weeksOf(tx, nowMs());
  if (due < today) refuse("data.due", "in-past", "This day has been.");
  if (dueProblem(due, today)) refuse("data.due", "too-late", "This day is more than two years ahead.");
  const row = newRecord(tx, "actions", {
    id: newId(),
    register: "reviews",
    subject: review.id,
    text,
    owner,
    due,
    by: actor.id,
    at: stored(now()),
    version: 1,
  });
  saveFor(tx, row, { user: actor.id });
  return row.id;
}

/** An item that is decided anew takes back the action that was given before. */
function takeBack(tx: pb.App, item: pb.Record, actor: Caller): void {
  const id = item.getString("action");
  if (id === "") return;
  const action = tx.findRecordById("actions", id);
  if (action.getString("cancelledAt") !== "" || action.getString("doneAt") !== "") return;
  action.set("cancelledAt", stored(now()));
  action.set("cancelledReason", "Decided anew in the review.");
  action.set("version", action.getInt("version") + 1);
  saveFor(tx, action, { user: actor.id });
}
