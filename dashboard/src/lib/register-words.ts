import type { PageName } from "./registers.ts";

/** What a register counts is called, on the trends and the year at a glance. */
export interface CountWords {
  readonly title: string;
  /** What its weeks go by. */
  readonly by: string;
  /** "key was given", "keys were given": after a number, and after "No". */
  readonly one: string;
  readonly many: string;
  /** Each part of the count within a line. */
  readonly parts: Readonly<Record<string, string>>;
}

/** What the registers that a page shows are called. */
export interface RegisterWords {
  /** What a row of each of its collections is called in the log. */
  readonly rows?: Readonly<Record<string, string>>;
  /** What it counts, by the key of the server's figure. */
  readonly counts?: Readonly<Record<string, CountWords>>;
  /** What an act on one of these is called once it is done, where the words that all share don't say it. */
  readonly done?: Readonly<Record<string, string>>;
}

/** The words of every register, by the page that shows it. The first screen does without them. */
const words: Readonly<Partial<Record<PageName, RegisterWords>>> = {
  "/log": {
    rows: { checkpoints: "Checkpoint", erasures: "Erasure" },
    done: {
      ask: "asked for",
      confirm: "confirmed",
      "erase-alone": "done by one person alone",
      decline: "declined",
    },
  },
  "/incidents": {
    rows: {
      breaches: "Incident",
      breach_entries: "Line of an incident",
      breach_evidence: "Evidence",
      breach_people: "Person affected",
      breach_accounts: "Account on the worklist",
      breach_reports: "Report version",
      case_grants: "Access to an incident",
      conflicts: "Conflict",
    },
    done: {
      open: "opened",
      triage: "decided",
      assess: "assessed",
      advise: "advised on",
      decide: "decided by the controller",
      notify: "told to the regulator",
      describe: "described",
      contain: "contained",
      cause: "given a cause",
      answer: "form answered",
      notice: "told to others",
      care: "asked whether the care regulator has to be told",
      candour: "asked about candour",
      close: "closed",
      reopen: "reopened",
      recipient: "recipient named",
      version: "made",
      sent: "sent",
      export: "exported",
      grant: "given",
      "end-grant": "ended",
      "open-to-all": "opened to everybody",
      conflict: "declared",
      "set-times": "times changed",
      "change-awareness": "time of awareness changed",
      read: "read",
      "read-people": "read: people affected",
      "read-version": "read: a frozen version",
      "read-file": "read: a file of it taken",
      "read-reporter": "read: who reported it",
      "read-recipient": "read: the recipient’s answer",
      "read-beside": "register read beside other rows, or watched",
      "break-glass-read": "read by break-glass",
    },
  },
  "/desk": {
    rows: { actions: "Action" },
    done: { done: "done", verify: "verified", cancel: "cancelled" },
  },
  "/review": {
    rows: {
      reviews: "Weekly review",
      review_items: "Item of a review",
      review_addenda: "Addendum to minutes",
      learning_messages: "Message to the team",
      message_reads: "Message to the team",
    },
    done: {
      prepare: "prepared",
      hold: "begun",
      settle: "decided",
      include: "given an item",
      tell: "given its message",
      sign: "signed",
      miss: "not held",
      read: "read",
    },
  },
  "/policy-map": {
    rows: {
      policy_versions: "Policy version",
      policy_claims: "Sentence of the policy",
      policy_sentences: "Line of the policy",
      policy_checks: "Look at a sentence of the policy",
    },
    done: {
      lines: "given its lines",
      enforce: "put in force",
      review: "reviewed",
      withdraw: "taken back",
      settle: "settled",
      checked: "looked at",
      export: "exported",
    },
    counts: {
      policy: {
        title: "Policy map",
        by: "by the day on which a person last said what keeps a sentence, or looked whether it is kept",
        one: "sentence was settled or looked at",
        many: "sentences were settled or looked at",
        parts: { settled: "settled", checked: "looked at" },
      },
    },
  },
  "/browsers": {
    rows: { browsers: "Browser", pairing_codes: "Pairing code" },
    done: {
      code: "code made",
      "settle-mismatch": "settled with the log",
      "allow-own-device": "allowed to record",
      "forbid-own-device": "no longer allowed to record",
    },
  },
  "/people": {
    rows: {
      users: "Person",
      invitations: "Invitation",
      system_accounts: "Sign-in of a clinical system",
      calendar_links: "Calendar address",
      mail_programs: "Mail outside the browser",
    },
    done: {
      say: "answered",
      make: "made",
      end: "ended",
      enrolled: "enrolled",
      "re-enrolled": "enrolled again",
      invite: "invited",
      deactivate: "deactivated",
      activate: "activated",
      reenrol: "given a new link",
      "end-sessions": "signed out everywhere",
      map: "named",
      unmap: "taken off",
    },
  },
  "/retention": {
    rows: {
      retention_rows: "Record due",
      retention_lists: "List of records",
      retention_lines: "Line of the retention rules",
    },
    done: {
      appraise: "appraised",
      keep: "kept longer",
      ask: "asked for",
      agree: "agreed to be destroyed",
      decline: "declined",
      done: "destroyed",
      hold: "held",
      release: "released",
      undo: "taken back",
      confirm: "confirmed",
      import: "brought in",
      rows: "brought in: a thousand rows",
    },
    counts: {
      retention: {
        title: "Records destroyed or kept longer",
        by: "by the day on which it was entered",
        one: "record was dealt with",
        many: "records were dealt with",
        parts: { destroyed: "destroyed", kept: "kept longer" },
      },
    },
  },
  "/training/import": {
    rows: { imports: "Import" },
    done: { import: "brought in", undo: "undone" },
  },
  "/training": {
    rows: {
      completions: "Completion of a training",
      courses: "Course",
      course_versions: "Version of a course",
      requirements: "Requirement of a training",
      staff_periods: "Time of a person here",
      training_targets: "Target for training",
      given_lessons: "Lesson for one person",
      // Written until training became a register of its own.
      training_entries: "Training",
    },
    done: {
      correct: "corrected",
      take: "answered",
      acknowledge: "of a document: acknowledged",
      decline: "of a document: shown, not ticked",
      export: "exported",
      "give-on": "of a document: given",
      retire: "given no more",
      end: "ended",
      set: "set",
      version: "given a version",
    },
    counts: {
      training: {
        title: "Training",
        by: "by the day on which it was completed, as it was entered",
        one: "training was completed",
        many: "trainings were completed",
        parts: { completed: "completed" },
      },
      "given-lessons": {
        title: "Lessons given after a finding",
        by: "by the day on which they were given",
        one: "lesson was given after a finding",
        many: "lessons were given after a finding",
        parts: {
          again: "followed by the same finding within 90 days",
          not: "not followed by it",
          unknown: "not taken yet or too young to tell",
        },
      },
    },
  },
  "/notice": {
    rows: { notices: "Notice" },
    done: { record: "recorded" },
  },
  "/audits": {
    rows: {
      audits: "Audit",
      audit_rounds: "Round of an audit",
      audit_files: "File of an audit",
      audit_lines: "Line of an audit",
      samples: "Sample of a week",
      sample_items: "Entry of a sample",
    },
    done: {
      plan: "planned",
      begin: "begun",
      file: "brought",
      retire: "taken out of the programme",
      tick: "looked at",
      close: "closed",
      draw: "drawn",
      judge: "looked at",
      export: "exported",
    },
    counts: {
      audits: {
        title: "Audits",
        by: "by the day on which they were closed",
        one: "audit was closed",
        many: "audits were closed",
        parts: { clean: "nothing found", found: "with findings" },
      },
      samples: {
        title: "The week’s sample",
        by: "by the week that it is of",
        one: "access or mail decision was drawn",
        many: "accesses and mail decisions were drawn",
        parts: { inOrder: "in order", noReason: "no reason found", open: "not looked at, or not clear yet" },
      },
    },
  },
  "/suppliers": {
    rows: {
      suppliers: "Supplier",
      supplier_checks: "Check of a supplier",
      supplier_files: "File of a supplier",
    },
    done: { terms: "terms read", check: "checked", end: "ended", export: "exported", file: "brought" },
    counts: {
      suppliers: {
        title: "Checks of suppliers",
        by: "by the day on which somebody looked",
        one: "supplier was checked",
        many: "suppliers were checked",
        parts: { inOrder: "all as before", found: "something found" },
      },
    },
  },
  "/settings": {
    rows: { clinic: "Clinic’s settings" },
    done: {
      "set-up": "set up",
      "candour-report": "changed: yearly candour report recorded",
      "confirm-time": "changed: time confirmed after a jump",
      "exact-on": "changed: list of patients switched on",
      "exact-list": "changed: list of patients made",
      "exact-erase": "changed: list of patients erased",
      "exact-forget": "changed: list of patients erased, its time was over",
      "exact-off": "changed: list of patients switched off",
      "mail-server": "changed: mail server",
      "break-glass": "opened to break-glass",
      "break-glass-read": "read by break-glass",
      "read-reference-key": "read: the reference key",
    },
  },
  "/requests": {
    rows: {
      requests: "Request",
      request_steps: "Entry of a request",
      request_names: "Who asks, of a request",
      sent_requests: "What was sent by the form",
    },
    done: {
      take: "taken",
      record: "given its record",
      assign: "given to somebody",
      "identity-asked": "asked who they are",
      identity: "identity entered",
      authority: "authority seen",
      which: "asked which information is meant",
      "which-answered": "told which information is meant",
      search: "searched",
      "opinion-asked": "an opinion was asked",
      opinion: "an opinion was given",
      "opinion-not-needed": "no opinion needed",
      item: "an item read",
      "items-done": "all items read",
      acknowledge: "acknowledged",
      decide: "decided",
      progress: "noted",
      recipients: "others told",
      approve: "approved",
      lift: "48 hours lifted",
      more: "notice of more time",
      fee: "fee asked",
      "fee-paid": "fee paid",
      "export-portable": "data to take along exported",
      "hand-over": "answered",
      "tell-lift": "patient told before lifting",
      "end-restriction": "restriction ended",
      withdraw: "withdrawn",
      back: "a question asked anew",
      accept: "accepted",
      refuse: "refused",
      read: "read",
      "read-looks": "read: who looked at its record",
      export: "exported",
    },
    counts: {
      requests: {
        title: "Requests and complaints",
        by: "by the day on which they came or were answered",
        one: "request came or was answered",
        many: "requests came or were answered",
        parts: { received: "came in", answered: "answered", withdrawn: "withdrawn" },
      },
      "sent-requests": {
        title: "Sent by the form on the web",
        by: "by the day on which it came or was decided",
        one: "was sent by the form, or decided",
        many: "were sent by the form, or decided",
        parts: { received: "came in", accepted: "became a request", refused: "refused" },
      },
    },
  },
  "/cctv": {
    rows: {
      camera_systems: "System of cameras",
      cameras: "Camera",
      camera_pictures: "Picture of a camera",
      camera_viewers: "Access to pictures",
      camera_checks: "Look at a recorder",
      footage_exports: "Export of pictures",
      footage_viewings: "Viewing of pictures",
      engineer_checks: "Engineer’s check",
      cctv_checks: "Check of CCTV",
      cctv_reviews: "Review of need",
    },
    done: {
      assess: "assessed",
      retire: "retired",
      picture: "kept",
      end: "ended",
      "found-beyond": "entered: pictures past their day",
      "found-faults": "entered, with faults",
      done: "done",
      plays: "found to play",
      failed: "given up",
      export: "exported",
      again: "to be made again",
      sign: "signed",
    },
    counts: {
      cctv: {
        title: "CCTV",
        by: "by the day on which it was entered",
        one: "look or viewing was entered",
        many: "looks and viewings were entered",
        parts: { looks: "looks", beyond: "past their day", viewings: "viewings" },
      },
    },
  },
  "/holds": {
    rows: { holds: "Hold" },
    done: {
      place: "placed",
      "look-again": "looked at again",
      "end-cause": "past its cause",
      release: "released",
    },
    counts: {
      holds: {
        title: "Holds",
        by: "by the day on which they were placed or released",
        one: "hold was placed or released",
        many: "holds were placed or released",
        parts: { placed: "placed", released: "released" },
      },
    },
  },
  "/disclosures": {
    rows: { disclosures: "Disclosure", shares: "May I share?" },
    done: {
      give: "entered: given",
      refuse: "entered: refused",
      "take-back": "taken back",
      "ask-lead": "sent to the lead",
      "record-given": "answered: given",
      "record-refused": "answered: refused",
      "decide-given": "decided: given",
      "decide-refused": "decided: refused",
    },
    counts: {
      disclosures: {
        title: "Disclosures",
        by: "by the day on which they were entered",
        one: "disclosure was given or refused",
        many: "disclosures were given or refused",
        parts: { given: "given", refused: "refused" },
      },
    },
  },
  "/projects": {
    rows: { projects: "Project", project_checks: "Table of figures" },
    done: {
      begin: "begun",
      extend: "given a later day",
      check: "looked through",
    },
    counts: {
      projects: {
        title: "Projects of secondary use",
        by: "by the day on which they began, ended or had a table looked through",
        one: "project began, ended or had a table looked through",
        many: "projects began, ended or had a table looked through",
        parts: { begun: "begun", ended: "ended", checks: "tables looked through" },
      },
    },
  },
  "/releases": {
    rows: {
      releases: "Release",
      release_asks: "Answer on the telephone",
      release_files: "Signed form of a release",
    },
    done: {
      file: "brought",
      "read-file": "read: its file taken",
      "forget-file": "cleared: its time is over",
      take: "taken",
      revoke: "taken back by the patient",
      "let-end": "ends: the patient was asked",
      use: "used for its one time",
      "forget-name": "without its name from now on",
      answer: "given",
      "too-many": "refused: too many today",
      told: "followed: somebody was told",
      lift: "let go on for today",
    },
    counts: {
      releases: {
        title: "Releases",
        by: "by the day on which they were taken, taken back or asked for",
        one: "release was taken, taken back or asked for",
        many: "releases were taken, taken back or asked for",
        parts: { taken: "taken", revoked: "taken back", answers: "answers on the telephone" },
      },
    },
  },
  "/mail/exceptions": {
    rows: { mail_exceptions: "Exception for one document" },
    done: {
      ask: "asked for",
      approve: "approved",
      refuse: "not approved",
      "take-back": "taken back",
      use: "used: the document went",
    },
    counts: {
      exceptions: {
        title: "Exceptions for one document",
        by: "by the day on which they were asked for, decided or used",
        one: "exception was asked for, decided or used",
        many: "exceptions were asked for, decided or used",
        parts: { asked: "asked for", refused: "not approved", used: "went out" },
      },
    },
  },
  "/objections": {
    rows: { objections: "What somebody said of an entry" },
    done: { object: "said", agree: "agreed to", refuse: "not agreed to" },
    counts: {
      objections: {
        title: "Said by people of their own entries",
        by: "by the day on which it was said or answered",
        one: "entry was objected to or answered",
        many: "entries were objected to or answered",
        parts: { said: "said", answered: "answered" },
      },
    },
  },
  "/consent": {
    rows: {
      consents: "Decision of a patient",
      consent_steps: "Step of a decision",
      suppressions: "No mailings",
    },
    done: {
      "say-yes": "entered: yes",
      "say-no": "entered: no",
      suppress: "entered for an address",
      "read-decisions": "read on a record",
    },
    counts: {
      consent: {
        title: "Decisions of patients",
        by: "by the day on which they were entered",
        one: "decision was entered",
        many: "decisions were entered",
        parts: { yes: "yes", no: "no, or withdrawn" },
      },
    },
  },
};

/** The same as a list. */
export const registerWords: readonly RegisterWords[] = Object.values(words);

/** What a row of each collection is called in the log, and what its acts are called. */
export const rowWords = registerWords.flatMap(({ rows = {}, done = {} }) =>
  Object.entries(rows).map(([collection, row]) => ({ collection, row, done })),
);

/** The registers that are counted, by the key of their figure. */
export const countedRegisters: readonly (readonly [key: string, words: CountWords])[] = registerWords.flatMap(
  ({ counts = {} }) => Object.entries(counts),
);
