import { icoDue } from "#domain/registers/incidents/clock";
import {
  aloneItems,
  incidentItems,
  type ReviewedAlone,
  type ReviewedIncident,
} from "#domain/registers/incidents/for-review";
import type { IncidentState } from "#domain/registers/incidents/state";
import type { Draft } from "#domain/registers/reviews/item";
import { nowMs } from "../../../base/clock.ts";
import { objectsOf } from "../../../base/database.ts";
import { instantIn, msIn } from "../../../base/instants.ts";
import { listIn } from "../../../base/rows.ts";
import type { Reviewing } from "../../register.ts";
import { caseFactsOf } from "../case-facts.ts";
import { objectIn } from "../versions/snapshot-parts.ts";
import { clockFrom, clockRuns } from "./decides.ts";

/** Cases that a meeting may speak of: none that is confidential, none about somebody of the clinic. */
export const spoken = "confidential = false && about = ''";
export const spokenSql = "confidential = FALSE AND about = ''";

/** The cases of a meeting as its items. */
export const agendaOfCases = ({ app, nowMs: atMs, since }: Reviewing): Draft[] => [
  ...incidentItems(
    app.findRecordsByFilter("breaches", spoken, "number", 0, 0).map((one) => incidentOf(app, one, atMs)),
    Date.parse(since),
  ),
  ...aloneItems(decidedAlone(app)),
];

/**
 * What was decided by whom it concerns comes back until a signed review has seen it; put off is not seen. A case that is
 * kept from people who read the list waits until it is opened.
 */
const decidedAlone = (app: pb.App): ReviewedAlone[] =>
  objectsOf<ReviewedAlone>(
    app,
    ["id", "number", "title", "aloneBy", "aloneReason"],
    `SELECT id, number, title, aloneBy, aloneReason FROM breaches b WHERE aloneAt <> ''
       AND (opened = TRUE OR (confidential = FALSE AND about = ''))
       AND NOT EXISTS (SELECT 1 FROM review_items i JOIN reviews r ON r.id = i.review WHERE i.key = 'alone'
         AND i.subject = b.id AND r.state = 'signed' AND r.asOf > b.aloneAt
         AND i.decision NOT IN ('', 'defer', 'leave', 'nothing-to-decide'))
     ORDER BY aloneAt, id LIMIT 100`,
  );

/** @param asOfMs - By default now. */
export function incidentOf(app: pb.App, breach: pb.Record, asOfMs = nowMs()): ReviewedIncident {
  const facts = caseFactsOf(app, breach);
  const start = clockRuns(breach) ? clockFrom(breach) : undefined;
  return {
    id: breach.id,
    number: breach.getInt("number"),
    title: breach.getString("title"),
    text: breach.getString("text"),
    state: breach.getString("state") as IncidentState,
    verdict: breach.getString("triageVerdict") as ReviewedIncident["verdict"],
    told: breach.getString("origin") === "told",
    openedMs: Date.parse(instantIn(breach, "openedAt") ?? ""),
    startMs: msIn(breach, "awareAt") ?? msIn(breach, "provisionalFrom"),
    decidedMs: msIn(breach, "triagedAt"),
    icoToldMs: msIn(breach, "icoSentAt"),
    asOfMs,
    dueMs: start === undefined ? undefined : icoDue(start),
    types: listIn<string>(breach, "types"),
    severity: severityOf(breach),
    ruling: rulingOf(breach),
    ruledMs: msIn(breach, "controllerAt"),
    tellsRegulator: breach.getString("controllerIco") === "tell",
    letters:
      breach.getString("controllerPeople") === "not"
        ? { done: 0, of: 0 }
        : shareOf(
            app,
            "SELECT count(*) AS n, sum(toldAt <> '') AS done FROM breach_people WHERE breach = {:id} AND toBeTold = TRUE",
            breach.id,
          ),
    resets: shareOf(
      app,
      "SELECT count(*) AS n, sum(confirmedAt <> '') AS done FROM breach_accounts WHERE breach = {:id}",
      breach.id,
    ),
    peopleCount: breach.getInt("peopleCount"),
    containedHow: breach.getString("containedHow"),
    cause: breach.getString("causeOther") || breach.getString("cause"),
    holder: facts.holder,
    concerned: [...new Set([...facts.senders, ...facts.conflicted])],
  };
}

function shareOf(app: pb.App, select: string, id: string): { readonly done: number; readonly of: number } {
  const [row] = objectsOf<{ n: number; done: number | null }>(app, ["n", "done"], select, { id });
  return { done: row?.done ?? 0, of: row?.n ?? 0 };
}

/** What the assessment says of the risk, and the NHS grid where it was graded. */
function severityOf(breach: pb.Record): string {
  const { risk, highRisk } = objectIn<string>(breach, "answers");
  const [likelihood, impact] = [breach.getInt("nhsLikelihood"), breach.getInt("nhsImpact")];
  const words =
    highRisk === "yes"
      ? "high risk"
      : risk === "likely"
        ? "risk"
        : risk === "unlikely"
          ? "risk unlikely"
          : "";
  return [words, likelihood > 0 && impact > 0 ? `grid ${likelihood} \u00d7 ${impact}` : ""]
    .filter(Boolean)
    .join(", ");
}

/** What the controller decided, with the reason; '' before. */
function rulingOf(breach: pb.Record): string {
  if (breach.getString("controllerAt") === "") return "";
  const tells = breach.getString("controllerIco") === "tell";
  const people = breach.getString("controllerPeople") === "tell";
  const words = `${tells ? "The regulator is told" : "The regulator is not told"}, ${people ? "the people are told" : "the people are not told"}`;
  return [words, breach.getString("controllerReason")].filter(Boolean).join(": ");
}
