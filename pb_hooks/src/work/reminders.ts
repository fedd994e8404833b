import { execute } from "../base/database.ts";
import { newId } from "../base/new-id.ts";
import { stored } from "../base/time.ts";
import { inLedgerTransaction } from "../ledger/chain/transaction.ts";
import { registersInUse } from "../registers/index.ts";
import type { Due } from "../registers/register.ts";
import { claimDigests } from "./digest.ts";
import { sendDueMails } from "./reminder-mail.ts";

/**
 * Each minute: claims what fell due in every register, then mails what is to be mailed. Rows are claimed by
 * UNIQUE(kind, subject, due), so that a server and its successor never ask twice.
 */
export function remind(app: pb.App): void {
  const nowMs = Date.now();
  if (dueNow(app, nowMs).length > 0) {
    inLedgerTransaction(app, (tx) => {
      for (const due of dueNow(tx, nowMs)) claim(tx, due, nowMs);
    });
  }
  claimDigests(app, nowMs);
  sendDueMails(app, nowMs);
}

const dueNow = (app: pb.App, nowMs: number): Due[] =>
  registersInUse(app).flatMap((one) => one.reminds?.(app, nowMs) ?? []);

function claim(tx: pb.App, { kind, who, subject, atMs, to, late, said }: Due, nowMs: number): void {
  const now = stored(new Date(nowMs).toISOString());
  execute(
    tx,
    `INSERT INTO reminders (id, kind, subject, due, "to", late, saidAt, mail, sentAt, tries, tryAt)
     VALUES ({:id}, {:kind}, {:subject}, {:due}, {:to}, {:late}, {:saidAt}, {:mail}, '', 0, {:tryAt})
     ON CONFLICT (kind, subject, due) DO NOTHING`,
    {
      id: newId(),
      kind: `${kind}-${who}`,
      subject,
      due: stored(new Date(atMs).toISOString()),
      to,
      late: late ? 1 : 0,
      saidAt: said && to !== "" ? now : "",
      mail: said && canBeMailed(tx, to) ? "waiting" : "none",
      tryAt: now,
    },
  );
}

/** Whether there is a mail server, and an address to send to. */
const canBeMailed = (tx: pb.App, user: string): boolean =>
  tx.settings().smtp.enabled &&
  user !== "" &&
  tx.findRecordsByFilter("users", "id = {:user} && active = true && email != ''", "", 1, 0, { user })
    .length === 1;
