import { execute } from "../../base/database.ts";
import { newId } from "../../base/new-id.ts";
import { stored } from "../../base/time.ts";
import { leadOf } from "../../clinic/clinic.ts";

/**
 * Has the lead mailed the code of the log's head as it was signed with a review, so that something of it is kept where
 * nobody with the server's folder can reach it. Without a mail server nothing is sent: it stands in the minutes too.
 */
export function mailCheckpoint(tx: pb.App, review: string, signedAt: string): void {
  const lead = leadOf(tx);
  if (lead === "" || !tx.settings().smtp.enabled) return;
  const at = stored(signedAt);
  execute(
    tx,
    `INSERT INTO reminders (id, kind, subject, due, "to", late, saidAt, mail, sentAt, tries, tryAt)
     VALUES ({:id}, 'checkpoint', {:review}, {:at}, {:lead}, 0, '', 'waiting', '', 0, {:at})
     ON CONFLICT (kind, subject, due) DO NOTHING`,
    { id: newId(), review, at, lead },
  );
}
