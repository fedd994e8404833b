import type { PolicyNumber, PolicyNumbers } from "./policy-number.ts";
import { clockPolicy } from "./policy-of-clocks.ts";
import { draftPolicy } from "./policy-of-drafts.ts";
import { pagePolicy } from "./policy-of-pages.ts";

export { milliseconds, type PolicyNumber, type PolicyNumbers } from "./policy-number.ts";

export const policy = {
  ...clockPolicy,
  ...draftPolicy,
  ...pagePolicy,
  troubleToldEvery: {
    amount: 30,
    unit: "second",
    source: "SITES.md E: that a page changed is said within a minute; an alarm rings no sooner",
  },
  sessionLasts: { amount: 8, unit: "hour", source: "DESIGN.md 6: 8 h is 8 h" },
  signInFailuresAllowed: { amount: 5, unit: "try", source: "DESIGN.md 6" },
  signInFailureWindow: { amount: 15, unit: "minute", source: "DESIGN.md 6" },
  signInFailuresOfOneAccount: {
    amount: 50,
    unit: "try",
    source:
      "house rule: with the right password and a wrong code, from however many addresses; a browser that signed in before does not count here",
  },
  signInGuessesOfOneAccount: {
    amount: 2_000,
    unit: "try",
    source:
      "house rule: with a wrong password, from however many addresses; a password of twelve letters stands millions",
  },
  signInFailuresFromOneAddress: {
    amount: 1_000,
    unit: "try",
    source: "house rule: a clinic shares one address, so only against a flood (DESIGN.md 6)",
  },
  pairingFailuresFromOneAddress: {
    amount: 300,
    unit: "try",
    source: "house rule: 300 tries at 31^8 codes in a quarter of an hour find none",
  },
  calendarFailuresFromOneAddress: {
    amount: 60,
    unit: "try",
    source:
      "house rule: keys of a calendar that are none, in a quarter of an hour; a key has more than 200 bits",
  },
  calendarReadsHourly: {
    amount: 60,
    unit: "try",
    source: "house rule: a phone and a desk ask some times an hour",
  },
  browserKnownFor: {
    amount: 90,
    unit: "day",
    source: "house rule: longer than a holiday, shorter than a job",
  },
  browsersKnown: { amount: 20, unit: "try", source: "house rule: browsers in which one person signed in" },
  passwordShortest: { amount: 12, unit: "character", source: "NCSC, Password policy: length before rules" },
  passwordLongest: { amount: 71, unit: "byte", source: "bcrypt reads no more; PocketBase refuses 72" },
  recoveryCodes: { amount: 10, unit: "try", source: "issue 3, item 4; mock/dashboard setup" },
  gapsShownFor: { amount: 30, unit: "day", source: "house rule: an older gap can no longer be asked about" },
  exampleAuditorStays: { amount: 30, unit: "day", source: "house rule, in the example clinic alone" },
  weekOfFigures: { amount: 7, unit: "day", source: "DESIGN.md 14: the first screen speaks of this week" },
  breakGlassLasts: {
    amount: 30,
    unit: "minute",
    source: "house rule: long enough to look, short enough to notice",
  },
  totpStep: { amount: 30, unit: "second", source: "RFC 6238, 5.2" },
  pairingCodeLives: { amount: 10, unit: "minute", source: "DESIGN.md 6" },
  invitationLives: {
    amount: 72,
    unit: "hour",
    source: "house rule: a link for a new colleague outlives a weekend",
  },
  setupLinkLives: { amount: 24, unit: "hour", source: "house rule" },
  browserTokenLives: { amount: 400, unit: "day", source: "DESIGN.md 6" },
  browserTokenRenewedAfter: { amount: 30, unit: "day", source: "DESIGN.md 6" },
  mailProgramsAskedEvery: {
    amount: 91,
    unit: "day",
    source:
      "issue 13, item 11: mail programs outside the browser are asked about; house rule: once a quarter",
  },
  mailProgramsOwedAfter: {
    amount: 7,
    unit: "day",
    source: "house rule: the extension asks first; who hasn’t answered in a week finds it in their work",
  },
  mailProgramsAnsweredWithin: { amount: 14, unit: "day", source: "house rule" },
  heartbeatEvery: { amount: 5, unit: "minute", source: "issue 3, item 3" },
  batchEvents: { amount: 200, unit: "event", source: "DESIGN.md 8" },
  batchBytes: { amount: 262_144, unit: "byte", source: "issue 3: 256 kB" },
  occurredAheadOfSent: { amount: 2, unit: "minute", source: "issue 3, must hold" },
  occurredAheadOfReceived: { amount: 24, unit: "hour", source: "issue 3, must hold" },
  occurredBefore: { amount: 400, unit: "day", source: "issue 3, must hold" },
  clockOffBy: { amount: 5, unit: "minute", source: "issue 3, must hold" },
  readingCountsOnceEvery: { amount: 15, unit: "minute", source: "DESIGN.md 5, Reading" },
  outboxHolds: {
    amount: 50_000,
    unit: "event",
    source: "house rule: a busy desk for a year without its server, about 25 MB",
  },
  outboxKeptUnpaired: { amount: 30, unit: "day", source: "DESIGN.md 6: then after pairing again it is sent" },
  backupReadBackWithin: {
    amount: 2,
    unit: "day",
    source: "house rule: one is made each night; a second night without says that something is broken",
  },
  nightlyBackupsKept: {
    amount: 7,
    unit: "day",
    source: "house rule: as the first migration tells PocketBase; the eighth night deletes the first",
  },
  receiptsWithin: {
    amount: 1,
    unit: "day",
    source:
      "house rule: a browser that is used speaks every five minutes; one of yesterday is no witness of today",
  },
  receiptsHeld: {
    amount: 20_000,
    unit: "event",
    source: "house rule: what a browser keeps to check the log by",
  },
  sendingFirstRetry: { amount: 30, unit: "second", source: "shortest alarm Chromium gives an extension" },
  sendingLastRetry: { amount: 5, unit: "minute", source: "house rule: a mended server hears of it soon" },
  sendingWaitsAtMost: {
    amount: 1,
    unit: "hour",
    source: "house rule: a server that asks for more is asked again all the same",
  },
  serverAnswersWithin: {
    amount: 20,
    unit: "second",
    source: "house rule, under the 30 s of a service worker",
  },
  offlineShownAfter: { amount: 5, unit: "minute", source: "mock/extension badge.html, Offline" },
  chosenPersonIdle: { amount: 30, unit: "minute", source: "house rule: a desk changes hands without a word" },
  trainingEndsSoon: {
    amount: 60,
    unit: "day",
    source: "mock/dashboard training.html: amber ends within 60 days",
  },
  trainingRunsOut: { amounts: [30, 60, 90], unit: "day", source: "issue 10, item 1" },
  trainingOwedBefore: {
    amount: 14,
    unit: "day",
    source: "house rule: two weeks find an hour for a course",
  },
  trainingGrace: {
    amount: 7,
    unit: "day",
    source: "issue 10, item 1: grace for starters; seven days are the house\u2019s default",
  },
  lessonAgainWithin: {
    amount: 90,
    unit: "day",
    source: "issue 10, item 1: the same finding again within 90 days, counted here from the day it was taken",
  },
  lessonDueAfter: {
    amount: 14,
    unit: "day",
    source: "house rule: as long as a course that is due is told before",
  },
  lessonDueLatest: { amount: 90, unit: "day", source: "house rule: what may wait longer follows no finding" },
  lessonQuestions: { amount: 5, unit: "try", source: "issue 10, item 1: up to five questions" },
  lessonTriesInBrowser: {
    amount: 10,
    unit: "try",
    source:
      "house rule: of one person in one browser within a quarter of an hour; five questions are read, not guessed",
  },
  lessonPictureInBrowser: {
    amount: 3_000_000,
    unit: "byte",
    source: "house rule: what a page of the extension shows at once; the dashboard shows any",
  },
  certificateLargest: {
    amount: 10_485_760,
    unit: "byte",
    source: "house rule: forty pages that were scanned take less",
  },
  importedRows: {
    amount: 10_000,
    unit: "event",
    source: "house rule: 200 people and 30 courses are 6,000, and all of them go in at once",
  },
  importSealed: { amount: 1_000, unit: "event", source: "issue 10: one event per 1,000 rows" },
  eventsKeptAtMost: { amount: 8, unit: "year", source: "DESIGN.md 5, Retention" },
  hiwNotice: {
    amount: 24,
    unit: "hour",
    source: "Independent Health Care (Wales) Regulations 2011, reg 31(3)",
  },
  hiwNoticeWritten: {
    amount: 72,
    unit: "hour",
    source: "Independent Health Care (Wales) Regulations 2011, reg 31(3)",
  },
  rqiaNotice: {
    amount: 24,
    unit: "hour",
    source: "Independent Health Care Regulations (Northern Ireland) 2005, reg 28(2)",
  },
  candourReviewScotland: {
    amount: 3,
    unit: "month",
    source: "Duty of Candour Procedure (Scotland) Regulations 2018, reg 7(2): from the opinion",
  },
  candourNoticeExplained: {
    amount: 1,
    unit: "month",
    source:
      "Duty of Candour Procedure (Scotland) Regulations 2018, reg 4(2)(c): no limit, a later one says why",
  },
  candourLetterWales: {
    amount: 5,
    unit: "working day",
    source: "Duty of Candour Procedure (Wales) Regulations 2023, reg 4: after telling them in person",
  },
  candourExplainedWales: {
    amount: 30,
    unit: "working day",
    source: "Duty of Candour Procedure (Wales) Regulations 2023, regs 4 and 5: a later one says why",
  },
  reminderCountsAsLateAfter: {
    amount: 5,
    unit: "minute",
    source: "house rule: reminders are looked for each minute; five without one mean the server was off",
  },
  mailFirstRetry: { amount: 1, unit: "minute", source: "house rule: reminders are looked for each minute" },
  mailLastRetry: { amount: 60, unit: "minute", source: "house rule: a mended mail server hears of it soon" },
  mailRetriedFor: {
    amount: 72,
    unit: "hour",
    source: "house rule: after that the clock it spoke of has ended",
  },
  digestLooksAhead: { amount: 1, unit: "day", source: "house rule: the morning's mail speaks of the day" },
  digestAtHour: { amount: 7, unit: "hour", source: "house rule: before the clinic opens, on its own clocks" },
  evidenceLargest: { amount: 52_428_800, unit: "byte", source: "issue 4: 50 MB" },
  renderedLargest: { amount: 20_971_520, unit: "byte", source: "house rule: 500 entries make a PDF of 1 MB" },
  packLargest: {
    amount: 209_715_200,
    unit: "byte",
    source: "house rule: a browser holds an evidence pack in memory while it is made",
  },
  sentenceLongest: { amount: 2_000, unit: "character", source: "house rule: what happened, not the file" },
  recipientLongest: { amount: 500, unit: "character", source: "house rule: one line, who received it" },
  recipientAnswersLongest: {
    amount: 2_000,
    unit: "character",
    source: "house rule: a message that goes to more people is asked about a few times",
  },
  actionDueAhead: { amount: 731, unit: "day", source: "house rule: two years; later is a slip of the year" },
  supplierCheckAhead: {
    amount: 731,
    unit: "day",
    source: "house rule: a supplier is looked at again within two years at the latest",
  },
  supplierCheckUsual: { amount: 365, unit: "day", source: "house rule: once a year, as proposed" },
  supplierCheckSoon: { amount: 30, unit: "day", source: "house rule: on the desk from then on" },
  dayRemindedBefore: {
    amount: 7,
    unit: "day",
    source: "house rule: who holds an audit or a supplier is reminded a week before its day",
  },
  shortDayRemindedBefore: {
    amount: 1,
    unit: "day",
    source: "house rule: a weekly look, and what a recorder overwrites, are said the day before",
  },
  auditSoon: { amount: 14, unit: "day", source: "house rule: an audit stands on the desk from then on" },
  auditAhead: { amount: 731, unit: "day", source: "house rule: planned at most two years ahead" },
  auditLeaversFor: {
    amount: 400,
    unit: "day",
    source: "house rule: who left in the year before is still looked for in a list of users",
  },
  sampleOfWeek: {
    amount: 12,
    unit: "event",
    source: "house rule: what a manager looks at in a quarter of an hour (mock/dashboard, audits)",
  },
  sampleReserve: {
    amount: 12,
    unit: "event",
    source: "house rule: as many again, to take the place of what is kept apart after it was drawn",
  },
  sampleDrawnBack: {
    amount: 56,
    unit: "day",
    source: "house rule: a server that was off draws the samples of eight weeks when it is back",
  },
  actionDueBehind: {
    amount: 366,
    unit: "day",
    source: "house rule: an action that is entered late was due within a year",
  },
  grantLongest: { amount: 366, unit: "day", source: "house rule: who needs a case longer is let in anew" },
  clockConfirmedWithin: {
    amount: 15,
    unit: "minute",
    source: "house rule: who confirms a time has just been shown it",
  },
  erasureWaits: {
    amount: 14,
    unit: "day",
    source: "house rule: two weekly reviews; a month is all that Art 12(3) gives",
  },
  retentionRowsAtOnce: {
    amount: 250_000,
    unit: "event",
    source: "house rule: issue 10 asks for 200,000; a longer list is cut by the clinical system",
  },
  retentionBlock: {
    amount: 1_000,
    unit: "event",
    source: "issue 10: an import writes one event per 1,000 rows",
  },
  retentionFaultsNamed: { amount: 200, unit: "event", source: "house rule: what a person mends at once" },
  keptLongerAtMost: {
    amount: 20,
    unit: "year",
    source: "Records Management Code of Practice 2021: longer with reasons, mostly up to 20 years",
  },
  disposalAnsweredWithin: {
    amount: 14,
    unit: "day",
    source: "house rule: two weekly reviews, as an erasure",
  },
  holdReviewAhead: {
    amount: 184,
    unit: "day",
    source: "house rule: whether a hold is still needed is asked twice a year at least",
  },
  holdAskedBack: {
    amount: 366,
    unit: "day",
    source: "house rule: a request runs three months at most; older ones are argued over for a year",
  },
  holdReviewAsked: { amount: 14, unit: "day", source: "house rule: two weekly reviews before its day" },
  releaseUsual: {
    amount: 12,
    unit: "month",
    source: "house rule: a release ends after a year where nothing else is said (DOMAIN.md 7.5)",
  },
  releaseLongest: {
    amount: 36,
    unit: "month",
    source: "house rule: nobody is asked less than every three years",
  },
  releaseAsked: { amount: 14, unit: "day", source: "house rule: two weekly reviews before it ends" },
  releaseAnswersADay: {
    amount: 20,
    unit: "try",
    source: "house rule: more than a front desk needs, too few to look for somebody (mock release-popup)",
  },
  releaseAnswersOfBrowser: {
    amount: 60,
    unit: "try",
    source: "house rule: three people of a busy desk; a browser that says it is many people gets no more",
  },
  exceptionLasts: { amount: 48, unit: "hour", source: "issue 13, item 5: one document, one recipient, 48 h" },
  exceptionsAskedADay: {
    amount: 20,
    unit: "try",
    source: "house rule: of one person in a day; more is another way of sending, not an exception",
  },
  bannersOfBrowser: {
    amount: 300,
    unit: "try",
    source:
      "house rule: different records that one browser asks about in a day; a full day at a desk opens fewer",
  },
  releaseToldWithin: {
    amount: 60,
    unit: "minute",
    source: "house rule: who was told is said during the call or after it, not later",
  },
  releaseNameKept: {
    amount: 12,
    unit: "month",
    source: "house rule: a complaint about what was told comes within a year (issue 11; mock record)",
  },
  suppressedAtOnce: { amount: 1_000, unit: "try", source: "house rule: a page of a mailing list at once" },
  restrictionAsked: {
    amount: 7,
    unit: "day",
    source: "house rule: a week to tell the patient before a restriction is lifted (UK GDPR Art 18(3))",
  },
  smallestCount: {
    amount: 10,
    unit: "try",
    source:
      "house rule, after NHS practice: no count of people below ten leaves as anonymous (issue 11, item 4)",
  },
  figureTableRows: {
    amount: 2_000,
    unit: "try",
    source: "house rule: rows of a table that is looked through in one go",
  },
  figureTableColumns: {
    amount: 60,
    unit: "try",
    source: "house rule: columns of a table that is looked through in one go",
  },
  projectAsked: { amount: 14, unit: "day", source: "house rule: two weekly reviews before its day" },
  projectLongest: {
    amount: 5,
    unit: "year",
    source: "house rule: no extract is given for longer without somebody looking again (issue 11, item 4)",
  },
  cctvCeiling: {
    amount: 60,
    unit: "day",
    source:
      "the clinic’s policy on CCTV: no longer than 60 days; no law of the UK sets a number (DOMAIN.md 3.3)",
  },
  cctvCheckEvery: {
    amount: 7,
    unit: "day",
    source: "house rule: before each weekly review; the law says regular checks",
  },
  cctvEngineerEvery: {
    amount: 12,
    unit: "month",
    source: "the clinic’s own setting: no interval was found in law or standard (DOMAIN.md 3.3)",
  },
  cctvReviewEvery: { amount: 12, unit: "month", source: "the clinic’s policy on CCTV: reviewed every year" },
  cctvAskedAhead: { amount: 30, unit: "day", source: "house rule: an engineer has to be booked" },
  cctvExportSoon: { amount: 7, unit: "day", source: "house rule: what goes within a week is exported now" },
  cctvActionDue: { amount: 1, unit: "day", source: "house rule: a recorder is set in a few minutes" },
  cctvViewersFew: { amount: 5, unit: "try", source: "house rule: people who may look; more are asked why" },
  cctvLookedBack: { amount: 400, unit: "day", source: "issue 10, goals: 50 cameras and 400 days" },
  pictureLargest: {
    amount: 10_485_760,
    unit: "byte",
    source: "house rule: 10 MB, a photograph of a telephone",
  },
  requestMonths: { amount: 1, unit: "month", source: "UK GDPR Art 12A(1), in force 5 Feb 2026" },
  requestExtendedBy: {
    amount: 2,
    unit: "month",
    source: "UK GDPR Art 12A(3): by a notice with reasons before the month ends",
  },
  requestSoon: { amount: 5, unit: "day", source: "mock/dashboard NOTES: amber at five days or fewer" },
  requestReadyAfter: {
    amount: 48,
    unit: "hour",
    source:
      "the clinic’s policy: usually ready after 48 hours; a floor that can be lifted, never a reason to be late",
  },
  identityAskedWithin: {
    amount: 3,
    unit: "day",
    source: "house rule: a question who they are moves the start only where it is prompt",
  },
  identityTries: {
    amount: 3,
    unit: "try",
    source: "house rule: then the questions are locked, another way stays open",
  },
  opinionCounts: {
    amount: 6,
    unit: "month",
    source: "Data Protection Act 2018, Sch 3 paras 5 and 6: six months that end on the day relied on",
  },
  deadShortDays: { amount: 21, unit: "day", source: "Access to Health Records Act 1990, s.3(5)(a)" },
  deadLongDays: { amount: 40, unit: "day", source: "Access to Health Records Act 1990, s.3(5)(b)" },
  deadAskWithin: { amount: 14, unit: "day", source: "Access to Health Records Act 1990, s.3(6)" },
  complaintAcknowledged: {
    amount: 30,
    unit: "day",
    source: "Data Protection Act 2018, s.164A(3), with s.205(2)",
    from: "2026-06-19",
  },
  complaintAnswerAimed: {
    amount: 60,
    unit: "day",
    source: "house rule: the law says without undue delay and gives no number",
  },
  requestNameKept: {
    amount: 3,
    unit: "year",
    source: "mock/dashboard requests: the name goes three years after it is closed; check before use",
  },
  requestWordsLongest: { amount: 20_000, unit: "character", source: "house rule: a long e-mail, pasted" },
  sentWordsLongest: {
    amount: 4_000,
    unit: "character",
    source: "house rule: two pages; who has more to say writes a letter",
  },
  sentEachHour: {
    amount: 5,
    unit: "try",
    source: "house rule: what one household, or one surgery’s address, may send in an hour",
  },
  sentAllHour: {
    amount: 40,
    unit: "try",
    source: "house rule: more than a clinic is asked in a month; what a flood can leave in an hour",
  },
  sentWaitMost: {
    amount: 200,
    unit: "event",
    source: "house rule: as many as somebody can look through in a morning",
  },
  sentRefusedKept: {
    amount: 30,
    unit: "day",
    source: "house rule: time to see that something was refused by mistake",
  },
  requestPaperItems: { amount: 200, unit: "event", source: "house rule: what is held back, item by item" },
  looksMost: { amount: 2_000, unit: "event", source: "house rule: looks that one letter tells of" },
  looksReach: { amount: 730, unit: "day", source: "DESIGN.md 5: views are kept 24 months" },
  calendarWarnsAhead: {
    amount: 184,
    unit: "day",
    source: "house rule: three months of an extended request and as long again to bring a new list in",
  },
  policyLinesMost: {
    amount: 10_000,
    unit: "event",
    source:
      "house rule: lines of a policy, some 300 pages; a longer one is a handbook and is put in by chapter",
  },
  policyLinesAtOnce: {
    amount: 1_000,
    unit: "event",
    source:
      "house rule: lines of a policy that come in one act, as of an import; within the body that the server takes",
  },
  policyReadWithin: {
    amount: 120_000,
    unit: "millisecond",
    source: "house rule: 300 pages of PDF on a slow desk",
  },
  policyReviewToldBefore: {
    amount: 30,
    unit: "day",
    source: "house rule: a policy is read anew in a month beside other work",
  },
  policyCheckToldBefore: {
    amount: 14,
    unit: "day",
    source: "house rule: an audit by people, two weeks ahead",
  },
  policyReviewAhead: {
    amount: 1_096,
    unit: "day",
    source: "house rule: three years; later is a slip of the year",
  },
  exactListOld: {
    amount: 90,
    unit: "day",
    source: "house rule: a clinic's list of patients is another after a quarter",
  },
  exactListKept: {
    amount: 180,
    unit: "day",
    source:
      "UK GDPR, Art 5(1)(d) and (e): accurate, and kept no longer than needed; house rule: after half a year it is erased unless it is made anew",
  },
  peopleAtOnce: { amount: 500, unit: "event", source: "house rule: one act of the worklist" },
} as const satisfies Record<string, PolicyNumber | PolicyNumbers>;

/** Nothing of a breach lies before this day, where the clinic has not said since when it exists. */
export const earliestBreach = {
  at: "2018-05-25T00:00:00.000Z",
  source:
    "GDPR (EU) 2016/679, Art 99(2); Data Protection Act 2018, s.212 and SI 2018/625, reg 2(1): Art 33 applies from here",
} as const;

/** How long events of a family are kept, in days from `receivedAt`. `event` never expires (DESIGN.md 5). */
export const retentionDays: Readonly<Record<string, PolicyNumber>> = {
  record: { amount: 730, unit: "day", source: "DESIGN.md 5: 24 months by default" },
  mail: { amount: 730, unit: "day", source: "DESIGN.md 5: 24 months by default" },
  browser: { amount: 730, unit: "day", source: "DESIGN.md 5: 24 months by default" },
  auth: { amount: 730, unit: "day", source: "DESIGN.md 5, as views" },
  log: { amount: 730, unit: "day", source: "DESIGN.md 5, as views" },
};

/** The same in whole months, as people say it. */
export const retentionMonths = (family: string): number =>
  Math.round((retentionDays[family]?.amount ?? 0) / 30.4);
