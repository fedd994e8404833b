/** What a line of an audit may be answered; `bad` makes a finding. */
export interface LineAnswer {
  readonly key: string;
  readonly words: string;
  readonly bad?: true;
}

/** An audit that comes prepared. All of it is the house's own: no law fixes these lists. */
export interface AuditTemplate {
  readonly title: string;
  /** How one goes about it. */
  readonly how: string;
  /** Months from one round to the next, as proposed. */
  readonly every: number;
  /** One line for each person who works here, and each who left in the year before, with answers of its own. */
  readonly people?: readonly LineAnswer[];
  /** Further lines, answered by `usualAnswers`. */
  readonly lines: readonly string[];
}

export const usualAnswers = [
  { key: "ok", words: "in order" },
  { key: "bad", words: "not in order", bad: true },
  { key: "not-asked", words: "does not apply" },
] as const satisfies readonly LineAnswer[];

/** Of somebody in a list of users. */
const signIn = [
  { key: "factor-on", words: "in the list, second factor on" },
  { key: "factor-off", words: "second factor off", bad: true },
  { key: "should-not", words: "in the list, should not be", bad: true },
  { key: "not-listed", words: "not in the list, rightly" },
] as const satisfies readonly LineAnswer[];

export const templateKeys = [
  "clinical-users",
  "shared-sign-ins",
  "joiners-leavers",
  "paper-storage",
  "shredding",
  "backups",
  "browsers",
  "mail-programs",
  "own",
] as const;
export type TemplateKey = (typeof templateKeys)[number];

export const templates: Readonly<Record<TemplateKey, AuditTemplate>> = {
  "clinical-users": {
    title: "Clinical system: users, second factor",
    how: "Open the system’s own list of users. Go through it person by person; nobody ticks their own line.",
    every: 3,
    people: signIn,
    lines: [
      "Every user in the list is somebody who works here",
      "Nobody has more rights than their work needs",
      "Sign-ins of suppliers’ helpers are off unless they are helping",
    ],
  },
  "shared-sign-ins": {
    title: "Shared sign-ins",
    how: "Ask at each desk how people sign in, and look at what is written down.",
    every: 6,
    lines: [
      "No sign-in of the clinical system is used by two people",
      "No sign-in of the mail is used by two people without being meant so",
      "No password is written down where others see it",
      "Screens lock by themselves at each desk",
    ],
  },
  "joiners-leavers": {
    title: "Joiners and leavers",
    how: "Take the staff list of the last month, and look at each who came, moved or left.",
    every: 1,
    lines: [
      "Who came has the training and the notice before any access",
      "Who moved has the rights of the new work alone",
      "Who left can no longer sign in anywhere, the clinical system and the mail included",
      "Keys, cards and devices of who left are back",
    ],
  },
  "paper-storage": {
    title: "Paper storage",
    how: "Walk through the rooms at the end of a day.",
    every: 6,
    lines: [
      "Paper records are locked away when nobody is in the room",
      "The key is where only those have it who need it",
      "Nothing about a patient lies on desks, printers or in trays",
      "Boxes say from when to when, and until when they are kept",
    ],
  },
  shredding: {
    title: "Shredding",
    how: "Look into the bins and at the certificates since the last time.",
    every: 6,
    lines: [
      "No paper about patients is in an ordinary bin",
      "The shredder or the locked bin stands within reach and is not full",
      "There is a certificate for each collection",
    ],
  },
  backups: {
    title: "Backups restored",
    how: "Restore one on another machine and open something in it.",
    every: 3,
    lines: [
      "Chaperone’s own backup was restored, and its log was whole",
      "Whoever hosts the clinical system says when they restored last",
      "The time it took is within what the clinic can do without",
      "A copy lies in another building",
    ],
  },
  browsers: {
    title: "Browsers covered",
    how: "Compare the page Browsers with the machines that people really use.",
    every: 1,
    lines: [
      "Every browser in which records are opened is paired",
      "No paired browser was silent for a week without a reason",
      "Each extension is of the newest version",
      "Nobody has turned the extension off",
    ],
  },
  "mail-programs": {
    title: "Mail programs outside the browser",
    how: "Look at each computer and telephone on which the clinic’s mail is read.",
    every: 6,
    lines: [
      "No computer has a mail program set up with the clinic’s mail",
      "No private telephone has it, or the clinic has said so in writing",
      "Forwarding rules to other addresses are off",
    ],
  },
  own: { title: "", how: "Lines of the clinic’s own.", every: 6, lines: [] },
};

/** Answers that a line takes. */
export const answersOf = (template: TemplateKey, aboutPerson: boolean): readonly LineAnswer[] =>
  (aboutPerson ? templates[template].people : undefined) ?? usualAnswers;

/** Whether an answer makes a finding. */
export const isBad = (template: TemplateKey, aboutPerson: boolean, answer: string): boolean =>
  answersOf(template, aboutPerson).some(({ key, bad }) => key === answer && bad === true);
