import type { Outcome, StepKind } from "./facts.ts";
import type { RequestState } from "./machine.ts";

/** The next question, as the list and the page ask it. */
export const stateWords: Readonly<Record<RequestState, string>> = {
  identity: "Who are they?",
  authority: "May they ask for somebody else?",
  acknowledge: "Acknowledge it",
  search: "Search, and say what was found",
  which: "Which information is meant?",
  opinion: "Health professional’s opinion",
  items: "What is about other people, or held back?",
  decide: "What is done, and why?",
  recipients: "Tell others who had the data",
  approve: "Approve the answer and the letter",
  "hand-over": "Check who receives it, and hand it over",
  restricted: "Tell the patient before it is lifted",
  told: "End the restriction",
  answered: "Answered",
  part: "Answered in part",
  refused: "Refused",
  withdrawn: "Withdrawn",
};

/** The same as a step of the strip. */
export const stripWords: Readonly<Partial<Record<RequestState, string>>> = {
  identity: "Identity",
  authority: "Authority",
  acknowledge: "Acknowledged",
  search: "Searched",
  opinion: "Opinion",
  items: "Other people",
  decide: "Decided",
  recipients: "Others told",
  approve: "Approved",
  "hand-over": "Handed over",
};

/** What an entry says in the list of what is behind a request. */
export const stepWords: Readonly<Record<StepKind, string>> = {
  record: "Record named",
  assign: "Given to somebody",
  identityAsked: "Asked who they are",
  identity: "Identity",
  authority: "Authority seen",
  which: "Asked which information is meant",
  whichAnswered: "Said which information is meant",
  search: "Searched",
  opinionAsked: "Asked for an opinion",
  opinion: "Opinion",
  opinionNotNeeded: "No opinion is needed",
  item: "Item read",
  itemsDone: "All items read",
  acknowledge: "Acknowledged",
  decide: "Decided",
  progress: "Progress",
  recipients: "Others told",
  approve: "Approved",
  lift: "48 hours lifted",
  more: "Notice of more time",
  fee: "Fee asked",
  feePaid: "Fee paid",
  handOver: "Answer went out",
  tellLift: "Told before the restriction is lifted",
  endRestriction: "Restriction ended",
  withdraw: "Withdrawn",
  back: "A question asked anew",
};

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  whole: "in full",
  part: "in part",
  refused: "refused",
};

export const identityWays = {
  known: "known to me, in person",
  paper: "a paper with a photograph was seen",
  questions: "two questions",
  "called-back": "called back on the number on file",
} as const;

/** What may be asked of somebody whom nobody knows; an ex-partner knows birth date and address. */
export const identityQuestions = {
  visit: "month of the first visit",
  who: "who treated last",
  phone: "last digits of the number on file",
  address: "an address of before",
  letter: "what the last letter was about, in one word",
  referrer: "who referred them",
} as const;

export const handedHow = {
  person: "in person",
  system: "through the clinical system’s patient page",
  encrypted: "encrypted copy handed over",
  post: "tracked post",
  together: "looked at together, no copy",
  mail: "by e-mail, at the patient’s own recorded word",
  letter: "letter alone",
} as const;

export const notNeededWords = {
  "own-name": "the controller is a registered practitioner in their own name",
  "all-seen": "the patient has seen or knows all of it",
  dead: "the patient is dead: the law asks the holder, not another professional",
  "no-health": "none of it is about health",
} as const;

export const decideGrounds = {
  done: "done as asked",
  "opinion-noted": "a disputed opinion stays, the patient’s own note stands beside it",
  "care-records": "clinical notes are kept for care and by duty (Art 17(3))",
  claims: "needed for legal claims (Art 17(3)(e))",
  accurate: "the fact is right as it stands",
  compelling: "compelling grounds that outweigh (Art 21(1))",
  marketing: "direct marketing: stopped, without weighing (Art 21(2))",
  "not-machine": "no decision is made by a machine alone",
  excessive: "manifestly unfounded or excessive (Art 12(5))",
  upheld: "the complaint is right",
  "not-upheld": "the complaint is not right",
  other: "another ground, as the reason says",
} as const;
export type DecideGround = keyof typeof decideGrounds;
