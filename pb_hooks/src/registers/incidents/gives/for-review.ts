import {
  aloneItems,
  incidentItems,
  type ReviewedAlone,
  type ReviewedIncident,
} from "#domain/registers/incidents/for-review";
import type { IncidentState } from "#domain/registers/incidents/state";
import type { Draft } from "#domain/registers/reviews/item";
import { objectsOf } from "../../../base/database.ts";
import { instantIn, msIn } from "../../../base/instants.ts";
import type { Reviewing } from "../../register.ts";
import { caseFactsOf } from "../case-facts.ts";

/** Cases that a meeting may speak of: none that is confidential, none about somebody of the clinic. */
export const spoken = "confidential = false && about = ''";
export const spokenSql = "confidential = FALSE AND about = ''";

/** The cases of a meeting as its items. */
export const agendaOfCases = ({ app, since }: Reviewing): Draft[] => [
  ...incidentItems(
    app.findRecordsByFilter("breaches", spoken, "number", 0, 0).map((one) => incidentOf(app, one)),
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
         AND i.decision NOT IN ('', 'defer', 'nothing-to-decide'))
     ORDER BY aloneAt, id LIMIT 100`,
  );

export function incidentOf(app: pb.App, breach: pb.Record): ReviewedIncident {
  const facts = caseFactsOf(app, breach);
  return {
    id: breach.id,
    number: breach.getInt("number"),
    title: breach.getString("title"),
    text: breach.getString("text"),
    state: breach.getString("state") as IncidentState,
    told: breach.getString("origin") === "told",
    openedMs: Date.parse(instantIn(breach, "openedAt") ?? ""),
    startMs: msIn(breach, "awareAt") ?? msIn(breach, "provisionalFrom"),
    decidedMs: msIn(breach, "triagedAt"),
    icoToldMs: msIn(breach, "icoSentAt"),
    peopleCount: breach.getInt("peopleCount"),
    containedHow: breach.getString("containedHow"),
    cause: breach.getString("cause"),
    holder: facts.holder,
    concerned: [...new Set([...facts.senders, ...facts.conflicted])],
  };
}
