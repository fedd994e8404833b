import { type DueReminder, dueReminders, reminderKey } from "#domain/work/reminders";
import { objectsOf } from "../../../base/database.ts";
import { msIn } from "../../../base/instants.ts";
import type { Due } from "../../register.ts";
import { caseFactsOf } from "../case-facts.ts";
import { askedAbout } from "../reported/asked-people.ts";

/** What fell due of every clock that waits for an answer, and was not claimed. */
export function dueOfCases(app: pb.App, nowMs: number): Due[] {
  return app.findRecordsByFilter("breaches", waiting, "", 0, 0).flatMap((breach) => {
    const due = dueOf(app, breach, nowMs);
    if (due.length === 0) return [];
    const asked = whoIsAsked(app, breach);
    return due.map(({ who, atMs, late, said }) => ({
      kind: kindOf(breach),
      who,
      subject: breach.id,
      atMs,
      to: who === "duty" ? asked.holder : asked.deputy,
      late,
      said,
    }));
  });
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

/** As the incident names them; who has left, or turns out to be passed over, is replaced. */
function whoIsAsked(app: pb.App, breach: pb.Record): { readonly holder: string; readonly deputy: string } {
  const fresh = askedAbout(app, caseFactsOf(app, breach));
  const fit = [fresh.holder, fresh.deputy];
  const named = breach.getString("holder");
  const holder = fit.includes(named) ? named : fresh.holder;
  return { holder, deputy: fit.find((id) => id !== holder) ?? "" };
}

function claimedOf(app: pb.App, subject: string, kind: string): Set<string> {
  const rows = objectsOf<{ kind: string; due: string }>(
    app,
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
