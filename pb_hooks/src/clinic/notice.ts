import { noticeShownBody } from "#domain/api";
import { caller } from "../base/caller.ts";
import { execute, rowsOf } from "../base/database.ts";
import { newId } from "../base/new-id.ts";
import { bodyOf, refuse } from "../base/refusal.ts";
import { stored } from "../base/time.ts";
import { append } from "../ledger/chain/append.ts";
import { inLedgerTransaction } from "../ledger/chain/transaction.ts";

/** The notice in force: the newest. Undefined until the lead has recorded one; then nothing may be recorded. */
export function currentNotice(app: pb.App): pb.Record | undefined {
  return app.findRecordsByFilter("notices", "number > 0", "-number", 1, 0)[0];
}

/** People who have been shown a version of the notice, wherever it was. */
export function shownTo(app: pb.App, notice: number): Set<string> {
  const select = "SELECT DISTINCT user FROM notice_shown WHERE notice = {:notice} AND user <> ''";
  return new Set(rowsOf(app, ["user"], select, { notice }).map(([user]) => String(user)));
}

/**
 * Keeps that a person was shown a version of the notice in the dashboard; what browsers report, the ledger keeps.
 *
 * @returns Whether this was the first time.
 */
export function keepShown(tx: pb.App, notice: number, user: string, at: string): boolean {
  const kept = execute(
    tx,
    `INSERT INTO notice_shown (id, notice, user, browser, at) VALUES ({:id}, {:notice}, {:user}, '', {:at})
     ON CONFLICT (notice, user, browser) DO NOTHING`,
    { id: newId(), notice, user, at: stored(at) },
  );
  return kept === 1;
}

/** `POST /notice-shown`: the person signed in has been shown this version, in the dashboard. */
export function noticeShown(e: pb.RequestEvent): void {
  // An auditor is not recorded by the extension, and writes nothing.
  const person = caller(e, ["staff", "manager", "dpo"]);
  if (person.outside) throw new ForbiddenError("You are here for one case alone.");
  const { notice } = bodyOf(e, noticeShownBody);
  if (currentNotice(e.app)?.getInt("number") !== notice) {
    refuse("notice", "not-current", "This is not the notice in force. Load the page again.");
  }
  inLedgerTransaction(e.app, (tx) => {
    const at = new Date().toISOString();
    if (keepShown(tx, notice, person.id, at)) {
      append(tx, [{ kind: "notice.shown", user: person.id, occurredAt: at, detail: noticeDetail(notice) }]);
    }
  });
  e.json(200, { notice });
}

const noticeDetail = (notice: number) => ({ v: 1, notice });
