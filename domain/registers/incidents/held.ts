import type { HeldField, NothingHeld } from "../../work/held.ts";

const kept = "with the incident";
const since = ["breaches.openedAt"];

/** All that the register of incidents can hold about patients. */
export const heldInIncidents: readonly HeldField[] = [
  {
    what: "Who was affected by an incident",
    where: "Incidents, people affected",
    form: "The reference of the record, and whether, when and how the person was told",
    why: "To tell those affected, and to say how many they are",
    kept,
    columns: ["recordRef", "system", "toBeTold", "toldAt", "toldHow", "letterVersion"].map(
      (field) => `breach_people.${field}`,
    ),
    counts: "breach_people.recordRef",
    since: ["breach_people.toldAt"],
    tells:
      "If something goes wrong with your information, our record of it may hold your record’s number, and whether and how we told you.",
  },
  {
    what: "What an incident meant for those affected",
    where: "Incidents, risk and duty of candour",
    form: "Kinds of information and of harm out of a list, how many people, whether a person is told in person",
    why: "To weigh the risk, as the UK GDPR (articles 33 and 34) asks",
    kept,
    columns: [
      ...["types", "harms", "notTelling", "peopleCount", "recordsCount", "candour", "care", "nhsLikelihood"],
      ...["nhsImpact", "answers", "controllerPeople"],
    ].map((field) => `breaches.${field}`),
    since,
  },
  {
    what: "Which view or message an incident began with",
    where: "Incidents",
    form: "The number of the event in the log, and fifteen random characters",
    why: "To find what happened with a document",
    kept,
    columns: ["breaches.trace", "breaches.sourceEvent", "breaches.sourceEntry"],
    since,
  },
  {
    what: "A file that was added as evidence",
    where: "Incidents, evidence",
    form: "The file as it is: it may show a patient, and is not searched for one",
    why: "To document a breach, as the UK GDPR (article 33(5)) asks",
    kept,
    columns: ["breach_evidence.file", "breach_evidence.name"],
    counts: "breach_evidence.file",
    since: ["breach_evidence.at"],
  },
  {
    what: "What people write about an incident",
    where: "Incidents",
    form: "Sentences, refused where they are seen to name a patient",
    why: "To document a breach, as the UK GDPR (article 33(5)) asks",
    kept,
    columns: [
      ...[
        ...["title", "text", "triageReason", "recipientAnswer", "leadReason", "controllerReason"],
        ...["delayReason", "containedHow", "otherNotices", "form", "closedReason", "closedGaps", "letter"],
        ...["aloneReason", "harmsOther", "publicHow", "causeOther"],
      ].map((field) => `breaches.${field}`),
      ...["breach_entries.what", "breach_entries.text", "breach_accounts.orderReason"],
      ...["case_grants.reason", "conflicts.reason"],
    ],
    since: [...since, "breach_entries.at", "case_grants.at", "conflicts.at"],
  },
  {
    what: "A report on an incident as it was frozen",
    where: "Incidents, reports",
    form: "What stood in the incident that day, as data, PDF and Word; no reference of a record",
    why: "To show what was told to the regulator, and when",
    kept,
    columns: ["breach_reports.snapshot", "breach_reports.pdf", "breach_reports.docx"],
    counts: "breach_reports.snapshot",
    since: ["breach_reports.madeAt"],
  },
];

export const nothingInIncidents: NothingHeld = {
  breaches: {
    "What staff read and did": [
      ...["number", "privateNumber", "state", "stateBefore", "kind", "origin", "noticedAt", "occurredFrom"],
      ...["occurredTo", "detectedAt", "awareAt", "reportedInternallyAt", "provisionalFrom", "triageVerdict"],
      ...["triagedBy", "triagedAt", "confidential", "about", "aboutWhom", "reporter", "confidentialReporter"],
      ...["senders", "holder", "deputy", "keeper", "assessmentVersion", "toolAdvice", "leadAdvice", "leadBy"],
      ...["leadAt", "controllerIco", "controllerBy", "controllerAt", "icoSentAt", "icoEnteredAt"],
      ...["icoReference", "cause", "containedAt", "closedAt", "closedBy", "opened", "openedAt", "aloneBy"],
      ...["aloneAt", "processorName", "processorToldAt"],
    ],
    "Codes from which nothing can be read": ["requestKey", "requestDigest"],
  },
  breach_entries: { "What staff read and did": ["breach", "seq", "at", "kind", "by", "enteredAt"] },
  breach_people: { "What staff read and did": ["breach"] },
  breach_evidence: {
    "What staff read and did": ["breach", "mime", "size", "by", "at"],
    "Codes from which nothing can be read": ["sha256"],
  },
  breach_accounts: {
    "What staff read and did": ["breach", "user", "system", "informedAt", "resetAt", "confirmedAt"],
  },
  breach_reports: {
    "What staff read and did": ["breach", "number", "ledgerSeq", "madeBy", "madeAt", "sentAt"],
    "Codes from which nothing can be read": ["hash", "pdfSha256", "docxSha256"],
  },
  case_grants: { "What staff read and did": ["user", "scope", "until", "by", "at", "breach"] },
  conflicts: { "What staff read and did": ["breach", "user", "at"] },
};
