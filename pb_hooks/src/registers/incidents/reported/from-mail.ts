import { attemptsIn, type WentOutside, wentOutside } from "#domain/registers/incidents/attempts";
import { provisionalStart } from "#domain/registers/incidents/clock";
import { instantIn, setInstant } from "../../../base/instants.ts";
import { listIn } from "../../../base/rows.ts";
import { saveMoving } from "../../../ledger/chain/register-hook.ts";
import { actorIn, stateOf } from "../incident.ts";
import { movedIn, tellMoved } from "../moved.ts";
import { tell } from "../timeline.ts";
import { caseOfEvents, freeTrace, type Mail, mailOf } from "./attempt.ts";
import { openIncident } from "./open-incident.ts";

/**
 * Opens an incident for every attempt that went outside with strong evidence, in the transaction that stores it.
 * One message is one trace and one incident: where it goes to more people than it was let in for, or somebody had an
 * incident made of it before it went, that one is told so while it is open. No event begins two, which the database
 * sees to as well.
 *
 * @param traces - Traces of the events to look at.
 * @param fresh - Seqs of those just stored; left out, all are.
 */
export function openFromMail(tx: pb.App, traces: readonly string[], fresh?: ReadonlySet<number>): void {
  if (traces.length === 0) return;
  const rows = mailOf(tx, traces);
  for (const attempt of attemptsIn(rows)) {
    const went = wentOutside(attempt);
    if (!went || !isFresh(fresh, attempt.held, went.outcome) || caseOfEvents(tx, [went.outcome.seq]))
      continue;
    const { browser, trace } = attempt.held;
    const document = rows.filter((one) => one.browser === browser && one.trace === trace);
    const before = caseOfEvents(
      tx,
      document.map(({ seq }) => seq),
    );
    if (before && isUndecided(before)) tellAgain(tx, before, went);
    else open(tx, went);
  }
}

const isFresh = (fresh: ReadonlySet<number> | undefined, ...events: readonly Mail[]): boolean =>
  fresh === undefined || events.some(({ seq }) => fresh.has(seq));

const isUndecided = (breach: pb.Record): boolean => ["reported", "breach"].includes(stateOf(breach));

const recipients = (outside: number): string => (outside === 1 ? "1 recipient" : `${outside} recipients`);

/** When it went, as the clock counts it. */
const startOf = ({ occurredAt, receivedAt }: Mail): string =>
  new Date(provisionalStart(Date.parse(occurredAt), Date.parse(receivedAt))).toISOString();

function open(tx: pb.App, { outcome, outside, disputed }: WentOutside<Mail>): void {
  const start = startOf(outcome);
  openIncident(
    tx,
    {
      kind: disputed ? "other" : "wrong-person",
      origin: "mail-attempt",
      ...(disputed ? disputedWords(outside) : sentWords(outside)),
      noticedAt: outcome.receivedAt,
      occurredFrom: start,
      provisionalFrom: start,
      senders: outcome.user === "" ? [] : [outcome.user],
      sourceEvent: outcome.seq,
      trace: freeTrace(tx, outcome.trace),
    },
    { user: "" },
  );
}

const sentWords = (outside: number) => ({
  title: "Patient document sent outside anyway",
  text: `A document with strong evidence of a patient was held and then sent anyway to ${recipients(outside)} outside.`,
});

/** No breach is claimed: whether it was a patient's is what is asked. */
const disputedWords = (outside: number) => ({
  title: "Sent outside as no patient document",
  text: `A document with strong evidence of a patient was held. The sender said that it isn’t a patient document, and it went to ${recipients(outside)} outside. The reason stands in the log. Look at it with the sender.`,
});

/** A line of the incident that is there: its clock begins with the first of them. */
function tellAgain(tx: pb.App, breach: pb.Record, { outcome, outside, disputed }: WentOutside<Mail>): void {
  const start = startOf(outcome);
  const clock = instantIn(breach, "provisionalFrom");
  if (clock === null || start < clock) setInstant(breach, "provisionalFrom", start);
  const senders = listIn<string>(breach, "senders");
  if (outcome.user !== "" && !senders.includes(outcome.user))
    breach.set("senders", [...senders, outcome.user]);
  breach.set("version", breach.getInt("version") + 1);
  const moved = movedIn(breach);
  saveMoving(tx, breach, "sent-again", actorIn(breach, ""), moved);
  const how = disputed ? "Sent as no patient document" : "Sent anyway";
  const text = `${how} to ${recipients(outside)} outside.`;
  tell(tx, breach.id, { kind: "system", what: "sent-again", text, by: "", at: start });
  tellMoved(tx, breach, moved, "");
}
