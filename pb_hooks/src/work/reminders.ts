import { type DueReminder, dueReminders, reminderKey } from "#domain/work/reminders";
import { execute, objectsOf } from "../base/database.ts";
import { stored } from "../base/time.ts";
import { inLedgerTransaction } from "../ledger/transaction.ts";
import { newId } from "../people/secrets.ts";
import { askedAbout } from "../registers/incidents/asked-people.ts";
import { caseFactsOf } from "../registers/incidents/case-facts.ts";
import { msIn } from "../registers/incidents/times.ts";
import { claimDigests } from "./digest.ts";
import { sendDueMails } from "./reminder-mail.ts";

/**
 * Each minute: claims what fell due of every clock that waits for an answer, then mails what is to be mailed. Rows are
 * claimed by UNIQUE(kind, subject, due), so that a server and its successor never ask twice.
 */
export function remind(app: pb.App): void {
  const nowMs = Date.now();
  for (const breach of app.findRecordsByFilter("breaches", waiting, "", 0, 0)) {
    if (dueOf(app, breach, nowMs).length === 0) continue;
    inLedgerTransaction(app, (tx) => claimDue(tx, breach, nowMs));
  }
  claimDigests(app, nowMs);
  sendDueMails(app, nowMs);
}

/** Nobody answered the provisional clock; or a breach whose ICO notice is neither sent nor decided against. */
const waiting =
  "(state = 'reported' && provisionalFrom != '') || (state = 'breach' && awareAt != '' && icoSentAt = '' && controllerIco != 'record-only')";

const kindOf = (breach: pb.Record): "triage" | "ico" =>
  breach.getString("state") === "reported" ? "triage" : "ico";

function dueOf(app: pb.App, breach: pb.Record, nowMs: number): DueReminder[] {
  const kind = kindOf(breach);
  const start = msIn(breach, kind === "triage" ? "provisionalFrom" : "awareAt");
  return start === undefined ? [] : dueReminders(start, nowMs, claimedOf(app, breach.id, kind));
}

function claimDue(tx: pb.App, breach: pb.Record, nowMs: number): void {
  const kind = kindOf(breach);
  const asked = whoIsAsked(tx, breach);
  for (const { who, atMs, late, said } of dueOf(tx, breach, nowMs)) {
    const to = who === "duty" ? asked.holder : asked.deputy;
    const now = stored(new Date(nowMs).toISOString());
    execute(
      tx,
      `INSERT INTO reminders (id, kind, subject, due, "to", late, saidAt, mail, sentAt, tries, tryAt)
       VALUES ({:id}, {:kind}, {:subject}, {:due}, {:to}, {:late}, {:saidAt}, {:mail}, '', 0, {:tryAt})
       ON CONFLICT (kind, subject, due) DO NOTHING`,
      {
        id: newId(),
        kind: `${kind}-${who}`,
        subject: breach.id,
        due: stored(new Date(atMs).toISOString()),
        to,
        late: late ? 1 : 0,
        saidAt: said && to !== "" ? now : "",
        mail: said && canBeMailed(tx, to) ? "waiting" : "none",
        tryAt: now,
      },
    );
  }
}

/** As the incident names them; who has left, or turns out to be passed over, is replaced. */
function whoIsAsked(tx: pb.App, breach: pb.Record): { readonly holder: string; readonly deputy: string } {
  const fresh = askedAbout(tx, caseFactsOf(tx, breach));
  const fit = [fresh.holder, fresh.deputy];
  const named = breach.getString("holder");
  const holder = fit.includes(named) ? named : fresh.holder;
  return { holder, deputy: fit.find((id) => id !== holder) ?? "" };
}

function claimedOf(tx: pb.App, subject: string, kind: string): Set<string> {
  const rows = objectsOf<{ kind: string; due: string }>(
    tx,
    ["kind", "due"],
    "SELECT kind, due FROM reminders WHERE subject = {:subject} AND kind IN ({:duty}, {:deputy})",
    { subject, duty: `${kind}-duty`, deputy: `${kind}-deputy` },
  );
  return new Set(
    rows.map((row) =>
      reminderKey({
        who: row.kind.endsWith("-duty") ? "duty" : "deputy",
        atMs: Date.parse(row.due.replace(" ", "T")),
      }),
    ),
  );
}

/** Whether there is a mail server, and an address to send to. */
const canBeMailed = (tx: pb.App, user: string): boolean =>
  tx.settings().smtp.enabled &&
  user !== "" &&
  tx.findRecordsByFilter("users", "id = {:user} && active = true && email != ''", "", 1, 0, { user })
    .length === 1;
