import type { ActAnswer } from "#domain/api";
import type { Asking } from "../../acts/doing.ts";
import { Conflict } from "../../acts/row.ts";
import type { Caller } from "../../base/caller.ts";
import { now } from "../../base/clock.ts";
import { newId } from "../../base/new-id.ts";
import { refuse } from "../../base/refusal.ts";
import { newRecord } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { append } from "../../ledger/chain/append.ts";
import { checkpoint } from "../../ledger/chain/checkpoint.ts";
import { saveAct, saveFor } from "../../ledger/chain/register-hook.ts";
import { inLedgerTransaction } from "../../ledger/chain/transaction.ts";
import { bookTry, forgive, onSigning } from "../../people/failures.ts";
import { spendCode } from "../../people/sign-in.ts";
import { reviewAt } from "./at.ts";
import { concernedIn } from "./concerned.ts";
import { minutesText } from "./freeze.ts";
import { mailCheckpoint } from "./mail-checkpoint.ts";
import { weeksOf } from "./this-week.ts";

/**
 * The chair signs: one transaction spends the code and freezes figures, minutes, message and the head of the log under a
 * checkpoint, so that whatever ends the server leaves all of it or nothing. So many wrong codes, and none is looked at for a while.
 */
export function signReview(app: pb.App, { actor, id, version, data }: Asking<"reviews.sign">): ActAnswer {
  const booked = bookTry(app, [onSigning(actor.id)]);
  const done: { answer?: ActAnswer; failure?: string } = {};
  try {
    inLedgerTransaction(app, (tx) => {
      const review = reviewAt(tx, id, "reviews.sign", version);
      requireChair(review, actor);
      requireSeen(tx, review.id, data.items);
      const says = messageToSend(review, data.message);
      const open = undecided(tx, review.id, actor.id);
      const failure = spendCode(tx, actor.id, data.code);
      if (failure !== undefined) {
        done.failure = failure;
        append(tx, [{ kind: "auth.fail", user: actor.id, detail: { v: 1, reason: failure } }]);
        return;
      }
      putOff(tx, open);
      done.answer = freeze(tx, review, actor, says);
      forgive(tx, booked);
    });
  } catch (thrown) {
    // Refused for another reason than the code: no try was made.
    forgive(app, booked);
    throw thrown;
  }
  if (!done.answer) refuse("data.code", done.failure ?? "code", codeSentence(done.failure));
  return done.answer;
}

const codeSentence = (failure: string | undefined): string =>
  failure === "code-used"
    ? "This code was used already. Wait for the next one."
    : "This code is not right. It changes every 30 seconds.";

function requireChair(review: pb.Record, actor: Caller): void {
  const may = [review.getString("chair"), review.getString("deputyChair")];
  if (!may.includes(actor.id)) throw new ForbiddenError("The chair signs, or the deputy chair.");
}

/** @throws {Conflict} Of an item that is another than the one that was looked at: what was not seen is not signed. */
function requireSeen(tx: pb.App, review: string, seen: Asking<"reviews.sign">["data"]["items"]): void {
  const looked = new Map(seen.map(({ id, version }) => [id, version]));
  for (const item of tx.findRecordsByFilter("review_items", "review = {:review}", "position,id", 0, 0, {
    review,
  })) {
    const version = looked.get(item.id);
    if (version !== item.getInt("version")) throw new Conflict(item, version ?? 0);
  }
}

/** What goes to the team; '' where the chair sends nothing. */
function messageToSend(review: pb.Record, message: "send" | "none"): string {
  const text = review.getString("learning");
  if (message === "send" && text === "")
    refuse("data.message", "missing", "There is no message to send yet.");
  return message === "send" ? text : "";
}

/** What is not decided, where it may stay so: it concerns whoever signs. */
function undecided(tx: pb.App, review: string, signer: string): pb.Record[] {
  const open = tx.findRecordsByFilter("review_items", "review = {:review} && decision = ''", "", 0, 0, {
    review,
  });
  const due = open.filter((item) => !concernedIn(tx, item).includes(signer));
  if (due.length > 0)
    refuse("id", "undecided", `${due.length} of the items are neither decided nor left open with a reason.`);
  return open;
}

function putOff(tx: pb.App, items: readonly pb.Record[]): void {
  for (const item of items) {
    item.set("decision", "defer");
    item.set("reason", "It concerns the chair, and nobody else decided it.");
    item.set("at", stored(now()));
    item.set("version", item.getInt("version") + 1);
    saveFor(tx, item, { user: "" });
  }
}

function freeze(tx: pb.App, review: pb.Record, actor: Caller, learning: string): ActAnswer {
  const signedAt = now();
  review.set("learning", learning);
  if (learning !== "") {
    const at = stored(signedAt);
    const row = newRecord(tx, "learning_messages", { id: newId(), review: review.id, text: learning, at });
    saveFor(tx, row, { user: actor.id });
  }
  const minutes = minutesText(tx, review, signedAt, actor.id, weeksOf(tx, Date.parse(signedAt)).today);
  const hash = $security.sha256(minutes);
  const { ledger } = JSON.parse(minutes) as { ledger: { seq: number; hash: string } };
  review.set("state", "signed");
  review.set("signedAt", stored(signedAt));
  review.set("signedBy", actor.id);
  review.set("minutes", minutes);
  review.set("hash", hash);
  review.set("ledgerSeq", ledger.seq);
  review.set("ledgerHash", ledger.hash);
  review.set("version", review.getInt("version") + 1);
  saveAct(tx, review, "sign", { user: actor.id }, hash);
  checkpoint(tx, "review");
  mailCheckpoint(tx, review.id, signedAt);
  return { id: review.id, version: review.getInt("version"), number: review.getInt("number"), hash };
}
