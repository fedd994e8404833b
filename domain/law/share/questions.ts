/** The questions of *May I share?*, in the order in which they are asked. Each may be answered "not sure". */
export const shareQuestions = {
  asker: {
    title: "Who asks?",
    answers: {
      patient: "The patient",
      proxy: "Somebody who acts for the patient by right: attorney, guardian, parent of a child",
      family: "Family or a friend",
      clinician: "A clinician or clinic that treats the patient too",
      solicitor: "A solicitor",
      insurer: "An insurer",
      employer: "An employer",
      police: "Police",
      court: "A court, a tribunal or a coroner",
      regulator: "A regulator: CQC, GMC, HCPC …",
      council: "A council’s safeguarding team",
      health: "A health protection team, or the proper officer",
      researcher: "A researcher",
      manager: "Somebody who plans, audits or pays for care",
      press: "The press, or anybody else",
      ourselves: "Nobody: we think that we have to tell",
    },
  },
  verified: {
    title: "How do you know?",
    answers: {
      known: "I know them, or they are here and showed who they are",
      back: "I rang back on a number that we looked up ourselves",
      written: "In writing, signed, on their own paper",
      no: "They rang or wrote, nothing more",
    },
  },
  purpose: {
    title: "What for?",
    answers: {
      own: "For the patient’s own use",
      care: "To treat the patient",
      inform: "To know how things are",
      claim: "A legal claim",
      insurance: "An insurance",
      employment: "Employment",
      crime: "An investigation of a crime",
      terrorism: "Terrorism",
      court: "A case before a court",
      regulation: "To inspect or discipline",
      child: "To keep a child safe",
      adult: "To keep an adult at risk safe",
      others: "Serious harm to somebody else",
      self: "Serious harm to the patient",
      notify: "A notifiable disease",
      fgm: "Female genital mutilation of a girl",
      research: "Research",
      planning: "Audit, planning or payment",
      other: "Something else",
    },
  },
  what: {
    title: "What do they want?",
    answers: {
      whether: "Whether the patient comes here",
      appointments: "Appointments",
      part: "One part, which is named",
      whole: "The whole record",
      figures: "Figures, with nobody in them",
    },
  },
  decision: {
    title: "Patient’s decision?",
    answers: {
      yes: "Agreed to this, and it stands",
      no: "Said no, or took it back",
      nothing: "Said nothing about it",
    },
  },
  ask: {
    title: "Can the patient be asked?",
    answers: {
      yes: "Yes",
      absent: "No, not in time",
      risk: "No: asking would put somebody at risk, or defeat it",
    },
  },
  law: {
    title: "Order or law named?",
    answers: {
      order: "An order of a court, with its number",
      duty: "A law that obliges us, by its section",
      power: "A notice under their own power, by its section",
      allows: "A law that lets us give, and does not oblige us",
      none: "None",
    },
  },
  danger: {
    title: "Is a life, or serious harm, in question now?",
    answers: { yes: "Yes", no: "No" },
  },
  capacity: {
    title: "Can the patient decide this?",
    answers: {
      able: "An adult who can",
      unable: "An adult who can’t",
      childAble: "A child who understands it",
      childUnable: "A child who does not",
    },
  },
  professional: {
    title: "Which health professional decides?",
    answers: {
      registered: "A registered one, by name, body and number",
      other: "Somebody without a registration: a counsellor, the desk",
    },
  },
} as const satisfies Readonly<
  Record<string, { readonly title: string; readonly answers: Readonly<Record<string, string>> }>
>;

export type ShareQuestion = keyof typeof shareQuestions;
export const shareQuestionKeys = Object.keys(shareQuestions) as ShareQuestion[];
export const unsure = "unsure";
export type AnswerTo<Q extends ShareQuestion> = keyof (typeof shareQuestions)[Q]["answers"];
/** What was answered; a question that is left out was not asked yet. */
export type ShareAnswers = { readonly [Q in ShareQuestion]?: AnswerTo<Q> | typeof unsure };

/** Every answer to a question, "not sure" too. */
export const answersTo = (question: ShareQuestion): string[] => [
  ...Object.keys(shareQuestions[question].answers),
  unsure,
];
export const answerWords = (question: ShareQuestion, answer: string): string =>
  answer === unsure
    ? "Not sure"
    : ((shareQuestions[question].answers as Readonly<Record<string, string>>)[answer] ?? answer);
