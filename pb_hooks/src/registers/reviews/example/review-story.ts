import type { Attendance } from "#domain/registers/reviews/acts";
import type { Decision, TopicKey } from "#domain/registers/reviews/agenda";

/** What is decided on an item of a topic; the first that fits is taken. */
export interface StoryDecision {
  readonly topic: TopicKey;
  /** Words of the item's title; left out, any item of the topic. */
  readonly about?: string;
  readonly decision: Decision;
  readonly reason?: string;
  readonly action?: StoryAction;
}

/** An action that the review gives. Days are counted from the review. */
export interface StoryAction {
  readonly owner: string;
  readonly due: number;
  /** Left out: not done yet. */
  readonly done?: number;
  /** Who looks at it, and when; left out: nobody yet. */
  readonly verified?: readonly [who: string, day: number];
}

/** A weekly review of the example. Those of the clinic's people who are not named were not asked. */
export interface StoryReview {
  readonly weeksAgo: number;
  readonly chair: "ingrid" | "priya";
  readonly deputyChair?: "ingrid" | "priya";
  readonly attendance: Readonly<Record<string, Attendance>>;
  /** What is not named here is noted, or decided in a word where it is open. */
  readonly decisions: readonly StoryDecision[];
  readonly learning: string;
  /** Who has read it, and hours after it was signed. */
  readonly read: Readonly<Record<string, number>>;
}

/** The week that was not held, and why. */
export const missed = {
  weeksAgo: 5,
  reason: "The clinic was shut for staff training on two days, and nobody who may take the chair was in.",
} as const;

const everybody = { ingrid: 0.4, priya: 0.6, amara: 5, tom: 4, maya: 8, sam: 26, joss: 7 };

export const reviews: readonly StoryReview[] = [
  {
    weeksAgo: 9,
    chair: "ingrid",
    attendance: { ingrid: "here", priya: "here", amara: "here" },
    decisions: [
      {
        topic: "blind",
        decision: "action",
        reason: "Show both front desks how to choose who is there.",
        action: { owner: "tom", due: 3, done: 2, verified: ["ingrid", 3] },
      },
    ],
    learning: "Choose your name at the front desk before you open a record. It takes one click.",
    read: everybody,
  },
  {
    weeksAgo: 8,
    chair: "ingrid",
    attendance: { ingrid: "here", priya: "here", amara: "here" },
    decisions: [
      {
        topic: "incidents",
        about: "surgery",
        decision: "action",
        reason: "Put the domains of the surgeries that refer to us on the approved list.",
        action: { owner: "priya", due: 3, done: 2, verified: ["ingrid", 5] },
      },
    ],
    learning:
      "A surgery's address that is not on our list is asked about. Tell Priya, and it goes on the list.",
    read: everybody,
  },
  {
    weeksAgo: 7,
    chair: "ingrid",
    attendance: { ingrid: "here", priya: "here", amara: "phone" },
    decisions: [
      {
        topic: "incidents",
        about: "face up",
        decision: "action",
        reason: "A cover folder for papers at each desk.",
        action: { owner: "joss", due: 3, done: 9, verified: ["priya", 10] },
      },
    ],
    learning: "Papers at the desk go face down, or into the folder.",
    read: everybody,
  },
  {
    weeksAgo: 6,
    chair: "ingrid",
    deputyChair: "priya",
    attendance: { ingrid: "here", priya: "here", amara: "apologies" },
    decisions: [
      {
        topic: "last-actions",
        about: "cover folder",
        decision: "defer",
        reason: "The folders were ordered late and come on Thursday.",
      },
      {
        topic: "incidents",
        about: "false sign-in",
        decision: "action",
        reason: "Warn everybody of the message at once, with a picture of it.",
        action: { owner: "ingrid", due: 1, done: 0, verified: ["priya", 1] },
      },
    ],
    learning: "Never sign in from a link in a message. Open the mail page yourself, and look at its address.",
    read: everybody,
  },
  {
    weeksAgo: 4,
    chair: "ingrid",
    attendance: { ingrid: "here", priya: "here", amara: "here" },
    decisions: [
      {
        topic: "open-breaches",
        decision: "decide",
        reason: "Everybody has been told, and the second step works. It closes when the regulator answers.",
      },
    ],
    learning:
      "The mail page asks for a second step now. Nobody from the provider ever asks you for that code.",
    read: everybody,
  },
  {
    weeksAgo: 3,
    chair: "ingrid",
    attendance: { ingrid: "here", priya: "apologies", amara: "here" },
    decisions: [
      {
        topic: "blind",
        decision: "action",
        reason: "Ask at the front desks why some records were opened without a name.",
        action: { owner: "ingrid", due: 7, done: 8, verified: ["priya", 9] },
      },
    ],
    learning: "",
    read: {},
  },
  {
    weeksAgo: 2,
    chair: "priya",
    attendance: { priya: "phone", ingrid: "apologies" },
    decisions: [
      {
        topic: "last-actions",
        about: "without a name",
        decision: "defer",
        reason: "Due today; Ingrid is away until tomorrow.",
      },
      {
        topic: "told",
        about: "wrong envelope",
        decision: "action",
        reason: "Window envelopes for all letters, so that the address is the letter's own.",
        action: { owner: "joss", due: 10, done: 10 },
      },
    ],
    learning: "Read the name on the letter aloud as it goes into its envelope.",
    read: { priya: 0.3, ingrid: 26, amara: 6, tom: 3, maya: 30, joss: 28 },
  },
  {
    weeksAgo: 1,
    chair: "ingrid",
    attendance: { ingrid: "here", priya: "here", amara: "here" },
    decisions: [
      {
        topic: "mail",
        about: "Sent anyway",
        decision: "defer",
        reason: "The sender is on leave until Thursday, and should be heard first.",
      },
      {
        topic: "blind",
        decision: "action",
        reason: "Find out why two events of a front desk never arrived.",
        action: { owner: "priya", due: 9 },
      },
    ],
    learning: "If a document was sent anyway, say so at once. The first hour is the one that helps.",
    read: { ingrid: 0.4, priya: 1, tom: 5, joss: 27, sam: 50 },
  },
];
