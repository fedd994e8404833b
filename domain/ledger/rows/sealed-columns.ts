type Lists = Readonly<Record<number, Readonly<Record<string, readonly string[]>>>>;

const lists: Lists = {
  1: {
    actions: [
      "register",
      "subject",
      "breach",
      "text",
      "owner",
      "due",
      "doneAt",
      "doneBy",
      "doneNote",
      "verifiedAt",
      "verifiedBy",
      "cancelledAt",
      "cancelledReason",
      "by",
      "at",
    ],
    breach_accounts: ["breach", "user", "system", "informedAt", "resetAt", "confirmedAt", "orderReason"],
    breach_entries: ["breach", "seq", "at", "kind", "what", "text", "by", "enteredAt"],
    breach_evidence: ["breach", "sha256", "mime", "size", "by", "at"],
    breach_reports: [
      "breach",
      "number",
      "snapshot",
      "hash",
      "ledgerSeq",
      "madeBy",
      "madeAt",
      "sentAt",
      "pdfSha256",
      "docxSha256",
    ],
    breaches: [
      ...[
        "number",
        "state",
        "stateBefore",
        "title",
        "kind",
        "types",
        "origin",
        "text",
        "noticedAt",
        "occurredFrom",
        "occurredTo",
      ],
      ...[
        "detectedAt",
        "awareAt",
        "reportedInternallyAt",
        "provisionalFrom",
        "triageVerdict",
        "triageReason",
        "triagedBy",
      ],
      ...[
        "triagedAt",
        "confidential",
        "about",
        "aboutWhom",
        "reporter",
        "confidentialReporter",
        "senders",
        "recipientAnswer",
      ],
      ...[
        "holder",
        "deputy",
        "answers",
        "assessmentVersion",
        "toolAdvice",
        "leadAdvice",
        "leadReason",
        "leadBy",
        "leadAt",
      ],
      ...[
        "controllerIco",
        "controllerPeople",
        "controllerReason",
        "controllerBy",
        "controllerAt",
        "icoSentAt",
        "icoEnteredAt",
      ],
      ...[
        "icoReference",
        "delayReason",
        "cause",
        "containedAt",
        "containedHow",
        "peopleCount",
        "recordsCount",
        "otherNotices",
      ],
      ...[
        "form",
        "nhsLikelihood",
        "nhsImpact",
        "closedAt",
        "closedBy",
        "closedReason",
        "closedGaps",
        "sourceEvent",
        "openedAt",
      ],
      ...["letter", "opened", "privateNumber", "care", "candour", "aloneBy", "aloneReason", "aloneAt"],
      ...["harms", "harmsOther", "notTelling", "publicHow", "processorName", "processorToldAt"],
    ],
    case_grants: ["user", "scope", "until", "by", "reason", "at", "breach"],
    clinic: [
      ...[
        "name",
        "nation",
        "timeZone",
        "regulator",
        "leadTitle",
        "lead",
        "deputyLead",
        "mailDomains",
        "approvedDomains",
      ],
      ...[
        "approvedSystem",
        "reviewDay",
        "mailOverride",
        "sites",
        "diskEncrypted",
        "controller",
        "duty",
        "deputy",
        "since",
      ],
      ...[
        "profile",
        "registration",
        "sector",
        "address",
        "careRegulator",
        "legalForm",
        "nhsWork",
        "candourReports",
      ],
    ],
    conflicts: ["breach", "user", "reason", "at"],
    erasures: ["event", "ground", "alone", "askedBy", "askedAt", "state", "decidedBy", "decidedAt", "reason"],
    learning_messages: ["review", "text", "at"],
    notices: [
      "number",
      "text",
      "scope",
      "assessmentDecision",
      "assessedBy",
      "assessedOn",
      "viewsSought",
      "views",
      "recordedBy",
    ],
    review_addenda: ["review", "text", "by", "at"],
    review_items: ["review", "key", "subject", "reason", "action", "by", "at"],
    reviews: [
      ...[
        "number",
        "weekOf",
        "state",
        "heldAt",
        "chair",
        "deputyChair",
        "attendance",
        "learning",
        "signedAt",
        "signedBy",
      ],
      ...["minutes", "hash", "ledgerSeq", "ledgerHash", "missedReason", "missedBy"],
    ],
    system_accounts: ["system", "account", "user"],
    training_entries: ["user", "completedOn", "by", "at", "what", "corrects", "reason"],
    users: ["name", "email", "role", "practitioner", "active", "until", "scope"],
  },
};

const second: Lists[number] = {
  ...lists[1],
  breach_people: ["breach", "recordRef", "system", "toBeTold", "toldAt", "toldHow", "letterVersion"],
  breaches: [...(lists[1]?.breaches ?? []), "causeOther"],
  browsers: ["name", "holder", "device", "user", "revoked", "pairedAt", "ownDeviceReason"],
};

const third: Lists[number] = {
  ...second,
  suppliers: [
    ...[
      "name",
      "kind",
      "role",
      "data",
      "contract",
      "contractOn",
      "terms",
      "termsLeft",
      "termsOn",
      "place",
      "country",
    ],
    ...["placeNote", "ground", "groundOn", "others", "tellsHow", "holder", "checkedOn", "nextCheck", "state"],
    ...["endedOn", "leftData", "endedWhy", "by", "at"],
  ],
  audits: [
    "template",
    "title",
    "subject",
    "every",
    "owner",
    "nextOn",
    "questions",
    "state",
    "retiredWhy",
    "by",
    "at",
  ],
  audit_rounds: [
    ...["audit", "number", "plannedOn", "begunOn", "closedOn", "closedBy", "state", "found", "missed"],
    ...["conclusion", "evidence", "by", "at"],
  ],
  audit_lines: ["round", "position", "about", "text", "answer", "note", "lookedBy", "lookedAt"],
  samples: ["weekOf", "afterSeq", "upToSeq", "headHash", "population", "drawnAt"],
  sample_items: ["sample", "position", "event", "result", "note", "lookedBy", "lookedAt"],
  objections: [
    ...["what", "event", "table", "row", "breach", "words", "by", "at", "limitOn", "state", "answer"],
    ...["answeredBy", "answeredAt"],
  ],
  calendar_links: ["user", "at", "endedAt"],
  audit_files: ["subject", "what", "sha256", "mime", "size", "by", "at"],
  supplier_files: ["subject", "what", "sha256", "mime", "size", "by", "at"],
  release_files: ["subject", "what", "sha256", "mime", "size", "by", "at", "clearedAt"],
  supplier_checks: ["supplier", "checkedOn", "answers", "note", "nextCheck", "by", "at"],
  completions: [
    "browser",
    ...[
      "user",
      "course",
      "number",
      "completedOn",
      "evidence",
      "what",
      "assessor",
      "score",
      "outOf",
      "passMark",
    ],
    ...["sha256", "mime", "size", "corrects", "reason", "imported", "by", "at"],
  ],
  course_versions: [
    ...["course", "number", "from", "oldUntil", "content", "link", "lesson", "rights"],
    ...["sha256", "mime", "size", "note", "by", "at"],
  ],
  courses: ["kind", "key", "name", "about", "ofBreaches", "since", "retired", "by", "at"],
  imports: ["register", "rows", "dates", "hash", "by", "at", "undoneAt", "undoneBy", "undoneReason"],
  requirements: [
    ...["course", "whom", "user", "months", "graceDays", "from", "until", "reason", "endReason", "by", "at"],
  ],
  staff_periods: ["user", "kind", "from", "until", "cancelled", "by", "at"],
  training_targets: ["profile", "percent", "source", "needsOn", "evaluatedOn", "note", "by", "at"],
  retention_lines: ["line", "years", "source", "after", "by", "at"],
  retention_lists: [
    ...["system", "schedule", "dates", "state", "rows", "hash", "by", "at"],
    ...["undoneAt", "undoneBy", "undoneReason"],
  ],
  retention_rows: [
    ...["system", "recordRef", "rowClass", "month", "starts", "list", "gone", "again", "state", "found"],
    ...["appraisedBy", "appraisedAt", "askedBy", "askedAt", "second", "agreedAt", "declined", "keptWhy"],
    ...["keptReason", "keptBy", "keptAt", "doneOn", "doneHow", "doneBeside", "doneBy", "doneAt", "number"],
    ...["certificate", "certificateHash", "holdCause", "holdReference", "holdReviewOn", "holdBy", "holdAt"],
    "releasedReason",
  ],
  clinic: [...(second.clinic ?? []), "registersOff", "staffPapersPass", "publicForm", "publicPhone"],
  camera_systems: [
    ...[
      "name",
      "site",
      "recorder",
      "responsible",
      "ceiling",
      "dpiaOn",
      "dpiaDecision",
      "dpiaBy",
      "dpiaNextOn",
    ],
    ...["by", "at"],
  ],
  cameras: [
    ...[
      "system",
      "name",
      "sees",
      "place",
      "purpose",
      "days",
      "audioOff",
      "visitorsOnly",
      "usedFrom",
      "retiredOn",
    ],
    ...["retiredWhy", "by", "at"],
  ],
  camera_pictures: ["camera", "kind", "sha256", "mime", "size", "by", "at"],
  camera_viewers: ["system", "user", "reason", "endedAt", "endedBy", "endedWhy", "by", "at"],
  camera_checks: ["camera", "day", "oldest", "limitDays", "clear", "clockOff", "note", "by", "at"],
  footage_exports: [
    ...["hold", "camera", "fromDay", "toDay", "clockOff", "exportBy", "exportedAt", "exportedBy", "kept"],
    ...["playsAt", "playsBy", "failedAt", "failedWhy", "by", "at"],
  ],
  footage_viewings: [
    ...["camera", "hold", "day", "fromDay", "toDay", "viewer", "present", "purpose", "reason", "by", "at"],
  ],
  engineer_checks: [
    ...["system", "day", "company", "camerasFine", "clockFine", "daysFine", "faults", "nextOn", "by", "at"],
  ],
  cctv_checks: ["item", "day", "result", "note", "nextOn", "by", "at"],
  cctv_reviews: [
    ...[
      "system",
      "day",
      "needed",
      "why",
      "alternatives",
      "dpiaOn",
      "nextOn",
      "signedAt",
      "signedBy",
      "by",
      "at",
    ],
  ],
  holds: [
    ...["register", "subject", "what", "fromDay", "toDay", "purpose", "causeKind", "incident", "reference"],
    "askedOn",
    ...[
      "causeEndedAt",
      "causeEndedBy",
      "causeEndedWhy",
      "authoriser",
      "reviewOn",
      "reviewedWhy",
      "until",
      "why",
    ],
    ...["by", "at", "releasedAt", "releasedBy", "releasedWhy"],
  ],
  disclosures: [
    ...["hold", "receiver", "organisation", "reference", "form", "askedOn", "asked", "outcome", "minimum"],
    ...[
      "given",
      "others",
      "how",
      "day",
      "decidedBy",
      "by",
      "at",
      "takenBackAt",
      "takenBackBy",
      "takenBackWhy",
    ],
    ...[
      "system",
      "recordRef",
      "purpose",
      "ground",
      "section",
      "consent",
      "consentWhy",
      "harmIfNot",
      "harmIf",
    ],
    ...["capacity", "secondOpinion", "told", "toldWhy", "checked", "confirmedOn", "copies", "event"],
    ...["reviewOn", "registration", "smallest", "share", "disease", "suspectedOn"],
  ],
  given_lessons: [
    ...["user", "course", "reason", "due", "givenOn", "finding", "kind", "incident", "entry", "by", "at"],
    ...["takenBackAt", "takenBackBy", "takenBackWhy"],
  ],
  requests: [
    ...["number", "kind", "requester", "age", "channel", "receivedOn", "receivedAt", "doubt", "system"],
    ...["recordRef", "wants", "renews", "handler", "askedOf", "state", "outcome", "limitOn", "stands"],
    ...["endedOn", "by", "at"],
  ],
  request_steps: ["request", "position", "kind", "data", "by", "at"],
  request_names: ["request", "clearedAt", "by", "at"],
  sent_requests: [
    ...["kind", "whom", "way", "receivedOn", "receivedAt", "limitOn", "state", "request", "why", "reason"],
    ...["by", "at", "clearedAt"],
  ],
  shares: [
    ...["answers", "rule", "verdict", "state", "system", "recordRef", "organisation", "reference", "asked"],
    ...["given", "how", "professionalName", "professionalBody", "professionalNumber", "professionalAt"],
    ...["disease", "suspectedOn", "smallest", "decision", "decidedBy", "decidedAt", "decidedWhy"],
    ...["disclosure", "by", "at"],
  ],
  projects: [
    ...["name", "purpose", "who", "extract", "form", "madeBy", "asked", "basis", "basisWhy", "holder"],
    ...["until", "extendedWhy", "endedAt", "endedBy", "fate", "endedWhy", "by", "at"],
  ],
  project_checks: [
    ...["project", "hash", "figures", "small", "derived", "unread", "leavesAs", "reason", "by", "at"],
  ],
  releases: [
    ...["system", "recordRef", "relation", "organisation", "scopes", "fromDay", "toDay"],
    ...["exclusions", "purpose", "channels", "once", "validFrom", "expiresOn", "capacityBy", "explainedBy"],
    ...["proof", "signedOn", "witness", "formAt", "formHash", "interpreter", "by", "at", "revokedAt"],
    ...["revokedBy", "revokedHow", "usedAt", "lookedAt", "lookedBy", "lookedNote"],
  ],
  release_asks: [
    ...["user", "browser", "at", "day", "system", "recordRef", "stood", "refused", "told", "toldAt"],
    ...["liftedAt", "liftedBy"],
  ],
  consents: [
    ...[
      "system",
      "recordRef",
      "purpose",
      "decision",
      "how",
      "takenBy",
      "wording",
      "evidence",
      "from",
      "until",
    ],
    ...["effect", "effectBy", "by", "at", "imported"],
  ],
  consent_steps: [
    ...[
      "consent",
      "decision",
      "how",
      "takenBy",
      "wording",
      "evidence",
      "from",
      "until",
      "effect",
      "effectBy",
    ],
    ...["by", "at"],
  ],
  suppressions: ["address", "how", "by", "at"],
  policy_claims: [
    ...["hash", "state", "rule", "page", "test", "audit", "owner", "due", "checkedOn", "kept", "checkNote"],
    ...["why", "source", "by", "at", "programme"],
  ],
  policy_checks: ["claim", "number", "checkedOn", "kept", "note", "by", "at"],
  policy_sentences: [
    ...[
      "policy",
      "place",
      "number",
      "kind",
      "section",
      "lead",
      "text",
      "claim",
      "subject",
      "bound",
      "amount",
      "unit",
    ],
  ],
  policy_versions: [
    ...["number", "title", "state", "format", "pages", "notRead", "leftOut", "lines", "arrived", "digest"],
    ...[
      "inForceFrom",
      "reviewBy",
      "reviewer",
      "reviewedOn",
      "reviewNote",
      "endedAt",
      "endedReason",
      "by",
      "at",
    ],
  ],
};

const fourth: Lists[number] = {
  ...third,
  clinic: [
    ...(third.clinic ?? []),
    ...["mailRules", "siteKinds", "adapters", "adaptersRevision", "adaptersSignature", "adapterNames"],
    ...["exactDecision", "exactList"],
  ],
  mail_exceptions: [
    ...["document", "recipient", "reason", "words", "system", "recordRef", "trace", "browser", "by", "at"],
    ...["until", "state", "decidedBy", "decidedAt", "answer", "usedAt"],
  ],
  mail_programs: ["user", "kinds", "at"],
};

/**
 * Columns over which an event's hash of the row it left is taken, by list. A list is never changed: what is added comes in
 * a new one, and an event says by which it was hashed. Left out is what changes without an event of its own (secrets and
 * counters of sign-ins, who keeps a case, what a browser tells of itself, versions), and what an item of a review is
 * filled with anew.
 */
export const sealedLists: Lists = { ...lists, 2: second, 3: third, 4: fourth };

/**
 * What is in no list, by collection; `*` of all. A test holds the tables against the lists: a new column is put into a new
 * list, or here.
 */
export const unsealed: Readonly<Record<string, readonly string[]>> = {
  "*": ["id", "version"],
  // The files themselves are held against their hashes.
  breach_evidence: ["file", "name"],
  breach_reports: ["docx", "pdf"],
  completions: ["file", "name"],
  course_versions: ["file", "name"],
  breaches: ["trace", "requestKey", "requestDigest", "keeper", "sourceEntry"],
  camera_pictures: ["file"],
  audit_files: ["file"],
  calendar_links: ["tokenHash", "salt", "hour", "reads"],
  supplier_files: ["file"],
  release_files: ["file"],
  browsers: [
    ...["email", "emailVisibility", "verified", "password", "tokenKey", "tokenIssued"],
    ...["lastSeen", "appVersion", "adapters", "waiting", "refused", "clockOffset", "noticeAtDesk"],
    ...["chainMismatch", "contradictedReceipt", "settledReceipt", "settledReason"],
  ],
  erasures: ["orderedBy"],
  notices: ["created"],
  // Who asks is cleared when its time is over, and no hash may keep it.
  request_names: ["name", "reach"],
  sent_requests: ["name", "forName", "born", "reach", "wants"],
  releases: ["name", "phoneEnding"],
  review_items: ["concerned", "decision", "facts", "position", "title"],
  reviews: ["asOf", "preparedBy", "upToSeq"],
  users: [
    ...["created", "updated", "emailVisibility", "verified", "enrolled", "invitedUntil"],
    ...["password", "tokenKey", "totpSecret", "totpCounter", "recoveryCodes"],
  ],
};

/**
 * Tables whose rows come without a hash of their own and never go, so that each gets its hash once a day: lines of a
 * timeline that an act writes beside its own event, people of a list that one act adds, browsers, whose event is their
 * pairing.
 */
export const sealedDaily: readonly string[] = ["breach_entries", "breach_people", "browsers"];

/**
 * Tables with rows that have no hash, those, the items that a review is filled with, and records of a list that nobody has
 * worked on, which have one by the thousand: one without a hash is not known, and not taken for one that somebody added.
 */
export const partlySealed: readonly string[] = [...sealedDaily, "review_items", "retention_rows"];

/** The list by which events are hashed now. */
export const sealedNow = 4;

/** Its columns of a collection; undefined of one whose rows are not hashed. */
export const sealedColumns = (collection: string, list = sealedNow): readonly string[] | undefined =>
  sealedLists[list]?.[collection];
