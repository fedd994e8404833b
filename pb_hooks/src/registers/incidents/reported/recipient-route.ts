import { keptId } from "#domain/ledger/given/kept-as";
import { policy } from "#domain/policy";
import { keeperOf } from "#domain/registers/incidents/may-act-on";
import { recipientBody } from "#domain/registers/incidents/report-body";
import { numberedIn } from "#domain/registers/screened";
import { requireClean } from "../../../acts/clean.ts";
import { caller, livePerson } from "../../../base/caller.ts";
import { keyedText } from "../../../base/keyed-text.ts";
import { bodyOf } from "../../../base/refusal.ts";
import { listIn } from "../../../base/rows.ts";
import { clinicOf } from "../../../clinic/clinic.ts";
import { saveAct } from "../../../ledger/chain/register-hook.ts";
import { inLedgerTransaction } from "../../../ledger/chain/transaction.ts";
import { pairedBrowser } from "../../../ledger/ingest/ingest-request.ts";
import { caseFactsOf } from "../case-facts.ts";
import { actorIn, readableAt, stateOf } from "../incident.ts";
import { recordCaseRead } from "../reads.ts";
import { caseOfEvents, type Mail, mailOf } from "./attempt.ts";

/**
 * `POST /recipient`: who received it, answered by the sender in the notice after sending. A question of fact, kept in
 * the incident alone: neither the ledger nor the timeline holds a word of it.
 */
export function recipient(e: pb.RequestEvent): void {
  const body = bodyOf(e, recipientBody);
  const sender = senderOf(e);
  requireClean("text", body.text, numberedIn);
  inLedgerTransaction(e.app, (tx) => {
    const own = mailOf(tx, [keptId(body.trace, keyedText)]).filter(sender.sawIt);
    const breach = caseOfEvents(
      tx,
      own.map(({ seq }) => seq),
    );
    if (!breach || stateOf(breach) === "closed" || !sender.sentIt(breach)) {
      throw new NotFoundError("There is no such attempt of yours.");
    }
    breach.set("recipientAnswer", withAnswer(breach.getString("recipientAnswer"), body.text));
    breach.set("version", breach.getInt("version") + 1);
    saveAct(tx, breach, "recipient", actorIn(breach, ""));
  });
  e.noContent(204);
}

/** A line for each time that it was asked; the same answer sent again is the same line, and the newest stay. */
function withAnswer(before: string, text: string): string {
  const lines = before.split("\n").filter((line) => line !== "" && line !== text);
  return [...lines, text].join("\n").slice(-policy.recipientAnswersLongest.amount);
}

/** The browser in which it was sent, or the person who sent it. */
function senderOf(e: pb.RequestEvent): { sawIt(event: Mail): boolean; sentIt(breach: pb.Record): boolean } {
  if (e.auth?.collection().name === "browsers") {
    const { id } = pairedBrowser(e);
    return { sawIt: ({ browser }) => browser === id, sentIt: () => true };
  }
  const person = livePerson(e.app, e.auth);
  if (!person) throw new UnauthorizedError("Sign in first.");
  return {
    sawIt: () => true,
    sentIt: (breach) => listIn<string>(breach, "senders").includes(person.id),
  };
}

/** `GET /reporter?id=`: who reported a confidential case, for whoever keeps it alone. '' where nobody is named. */
export function readReporter(e: pb.RequestEvent): void {
  const person = caller(e);
  const breach = readableAt(e.app, person, e.requestInfo().query.id ?? "");
  const confidential = breach.getBool("confidential");
  if (confidential && keeperOf(caseFactsOf(e.app, breach)) !== person.id) {
    throw new ForbiddenError("The name stays between its reporter and the lead.");
  }
  recordCaseRead(e.app, person, "read-reporter", breach);
  e.json(200, {
    id: breach.id,
    reporter: breach.getString(confidential ? "confidentialReporter" : "reporter"),
  });
}

/** `GET /recipient?id=`: the answer, for the lead and the controller alone. */
export function readRecipient(e: pb.RequestEvent): void {
  const person = caller(e);
  const breach = readableAt(e.app, person, e.requestInfo().query.id ?? "");
  if (person.role !== "dpo" && person.id !== clinicOf(e.app)?.getString("controller")) {
    throw new ForbiddenError("The lead and the controller read this.");
  }
  recordCaseRead(e.app, person, "read-recipient", breach);
  e.json(200, { id: breach.id, text: breach.getString("recipientAnswer") });
}
