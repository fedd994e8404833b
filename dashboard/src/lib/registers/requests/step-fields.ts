import { professions } from "#domain/law/professions";
import { questions, type StepKind } from "#domain/registers/requests/facts";
import {
  type Asking,
  fateWords,
  type GroundKey,
  grounds,
  groundsFor,
  viewWords,
} from "#domain/registers/requests/grounds";
import { isAboutPapers } from "#domain/registers/requests/kinds";
import { isAsked, paths } from "#domain/registers/requests/machine";
import { foundThere, searchPlaces } from "#domain/registers/requests/search-places";
import { asksAuthority, paperFor } from "#domain/registers/requests/who";
import {
  decideGrounds,
  handedHow,
  identityQuestions,
  identityWays,
  notNeededWords,
  stateWords,
} from "#domain/registers/requests/words";
import type { FieldSpec } from "#lib/components/form/field-spec.ts";
import type { RequestView } from "./view.ts";

/** A dialog of one entry: its words and what it asks. */
export interface StepDialog {
  readonly title: string;
  readonly says?: string;
  readonly yes: string;
  readonly done: string;
  readonly danger?: true;
  /** Button that opens it, where that is another word. */
  readonly button?: string;
  readonly fields: readonly FieldSpec[];
}

const day = (label: string): FieldSpec => ({ id: "day", kind: "day", label });
const reason = (label: string, hint?: string): FieldSpec => ({
  id: "reason",
  kind: "sentence",
  label,
  empty: "Say why",
  ...(hint === undefined ? {} : { hint }),
});
const tick = (id: string, label: string): FieldSpec => ({ id, kind: "tick", label, optional: true });
const note: FieldSpec = { id: "note", kind: "sentence", label: "Anything to add", optional: true };

const wordsOf = (asking: Asking): Record<string, string> =>
  Object.fromEntries(
    groundsFor(asking).map((key: GroundKey) => [key, `${grounds[key].name} (${grounds[key].law})`]),
  );

const professionWords = Object.fromEntries(Object.entries(professions).map(([key, { name }]) => [key, name]));

/** Dialogs by entry, as this request asks them. */
export function dialogOf(kind: StepKind, { facts, limits }: RequestView): StepDialog {
  switch (kind) {
    case "record":
      return {
        title: "Which record is it?",
        says: "Two patients may share a name and a birth date: open the record and take its reference.",
        yes: "Name the record",
        done: "The record is named.",
        button: "Name the record",
        fields: [
          { id: "system", kind: "line", label: "System", hint: "Such as cliniko:harbour.uk2" },
          {
            id: "recordRef",
            kind: "line",
            label: "Reference of the record",
            hint: "Or paste its address. Never a name.",
          },
        ],
      };
    case "assign":
      return {
        title: "Who works it?",
        yes: "Give it",
        done: "It is given.",
        button: "Give to somebody",
        fields: [{ id: "to", kind: "person", label: "Manager or lead", empty: "Choose somebody" }],
      };
    case "identityAsked":
      return {
        title: "You asked who they are",
        says: "Only where there is a reasonable doubt. Asked within three days, the month begins when it comes.",
        yes: "Enter it",
        done: "It is entered. The clock stands until it comes.",
        button: "I asked them to show it",
        fields: [day("Asked on"), note],
      };
    case "identity":
      return {
        title: "Who are they?",
        says: "“Known to me, in person” is enough. Of questions only which were asked is kept, never an answer: an ex-partner knows birth date and address.",
        yes: "Enter it",
        done: "It is entered.",
        button: "Say how you know",
        fields: [
          { id: "how", kind: "choice", label: "How", words: identityWays, empty: "Choose how" },
          ...(["first", "second"] as const).map(
            (id, i): FieldSpec => ({
              id,
              kind: "select",
              label: i === 0 ? "First question" : "Second question",
              words: identityQuestions,
              empty: "Choose which was asked",
              when: ({ how }) => how === "questions",
            }),
          ),
          {
            id: "right",
            kind: "choice",
            label: "Was it them?",
            words: { yes: "Yes", no: "No" },
            empty: "Say whether",
          },
          day("On"),
        ],
      };
    case "authority":
      return {
        title: "May they ask for somebody else?",
        says: asksAuthority(facts.requester, facts.age)
          ? `Needed: ${paperFor(facts.requester) || "that the child understands what is asked"}.`
          : "",
        yes: "It suffices",
        done: "Authority is entered.",
        button: "Say what you saw",
        fields: [
          {
            id: "paper",
            kind: "sentence",
            label: "What you saw, and what it covers",
            empty: "Say what you saw",
          },
          { id: "until", kind: "day", label: "Until when it holds", optional: true },
          {
            id: "understands",
            kind: "choice",
            label: "Does the child understand the request?",
            words: { competent: "Yes", "not-competent": "No" },
            empty: "Somebody has to judge this",
            when: () => facts.age !== "adult",
            optional: facts.age === "16-17",
          },
          {
            id: "agrees",
            kind: "choice",
            label: "Does the child agree?",
            words: { yes: "Yes", no: "No" },
            empty: "Ask the child",
            when: ({ understands }) => facts.requester === "parent" && understands === "competent",
          },
        ],
      };
    case "which":
      return {
        title: "Which information is meant?",
        says: "Only where it is needed to find it; only which information, never the format. The month pauses until the answer.",
        yes: "I asked",
        done: "It is entered. The month pauses.",
        button: "Ask which is meant",
        fields: [
          day("Asked on"),
          { id: "asked", kind: "sentence", label: "What you asked", empty: "Say what you asked" },
        ],
      };
    case "whichAnswered":
      return {
        title: "They answered",
        yes: "Enter it",
        done: "The month runs on.",
        button: "They answered",
        fields: [day("Answered on"), note],
      };
    case "search":
      return {
        title: "What was found where?",
        says: "The search has to be reasonable and proportionate. Chaperone’s own log is one of the places.",
        yes: "The search is finished",
        done: "The search is entered.",
        button: "Say what was found",
        fields: [
          ...Object.entries(searchPlaces).map(
            ([id, label]): FieldSpec => ({
              id,
              kind: "select",
              label,
              words: foundThere,
              empty: "Say what was found",
            }),
          ),
          { id: "papers", kind: "line", numeric: true, label: "Papers found", longest: 6 },
          {
            id: "seen",
            kind: "line",
            numeric: true,
            label: "Of these, already seen or known",
            hint: "These need no opinion",
            longest: 6,
          },
          {
            id: "oldestOn",
            kind: "day",
            label: "Oldest entry asked for",
            hint: "All within 40 days before the application gives 21 days",
            optional: true,
            when: () => facts.kind === "access-dead",
          },
          note,
        ],
      };
    case "opinionAsked":
      return {
        title: "Whom do you ask?",
        says: "Who treats or last treated the patient for what the papers are about; else whoever is fit. Only the professions of section 204 count.",
        yes: "Ask them",
        done: "They are asked.",
        button: "Ask a professional",
        fields: [{ id: "of", kind: "person", label: "Health professional", empty: "Choose somebody" }],
      };
    case "opinion":
      return {
        title: "Would giving this be likely to cause serious harm?",
        says: "To anyone’s physical or mental health. Upset, embarrassment or a complaint is not serious harm, and no other ground is yours to hold a paper back on.",
        yes: "Sign the opinion",
        done: "The opinion is entered.",
        button: "Give or enter an opinion",
        fields: [
          {
            id: "answer",
            kind: "choice",
            label: "Your opinion",
            words: { no: "No, not likely", some: "Yes, some of it", cant: "I can’t say" },
            empty: "Choose an answer",
          },
          reason("Why", "“I can’t say” goes back with it, and is never a refusal."),
          {
            id: "profession",
            kind: "select",
            label: "Profession",
            words: professionWords,
            empty: "Choose a profession",
          },
          {
            id: "number",
            kind: "line",
            numeric: true,
            longest: 12,
            label: "Registration number",
            empty: "Enter the number",
          },
          day("Signed on"),
          tick("paper", "It was signed on paper, by somebody who is named there"),
        ],
      };
    case "opinionNotNeeded":
      return {
        title: "No opinion is needed",
        yes: "Go on without",
        done: "It is entered.",
        button: "None is needed",
        fields: [
          { id: "why", kind: "select", label: "Because", words: notNeededWords, empty: "Choose why" },
          reason("How you know"),
        ],
      };
    case "item":
      return {
        title: "One item",
        says: "Name it by its page or kind, never by a name.",
        yes: "Enter it",
        done: "The item is entered.",
        button: "Enter an item",
        fields: [
          { id: "what", kind: "line", label: "Which", hint: "Such as page 14", empty: "Say which item" },
          { id: "fate", kind: "choice", label: "What becomes of it", words: fateWords, empty: "Choose" },
          {
            id: "ground",
            kind: "select",
            label: "Ground",
            words: wordsOf(facts),
            empty: "Choose a ground",
            when: ({ fate }) => fate === "black" || fate === "held",
          },
          {
            id: "view",
            kind: "select",
            label: "The other person",
            words: viewWords,
            empty: "Say what they say to it",
            when: ({ ground }) => ground === "third-party",
          },
          reason("Why"),
        ],
      };
    case "itemsDone":
      return {
        title: "All is read",
        says: facts.items.length === 0 ? "Nothing is about other people, and nothing is held back." : "",
        yes: "All is read",
        done: "It is entered.",
        button: facts.items.length === 0 ? "Nothing to hold back" : "All is read",
        fields: facts.items.some(({ fate }) => fate === "black")
          ? [
              tick("copy", "I worked on a copy; the record is as it was"),
              tick("burnt", "What is black can’t be lifted, copied or searched"),
              tick("hidden", "No names are left in file names, headers, comments or earlier versions"),
              tick("second", "Somebody else has looked over it"),
            ]
          : [],
      };
    case "acknowledge":
      return {
        title: "Acknowledged",
        yes: "Enter it",
        done: "It is acknowledged.",
        button: "Enter that it is acknowledged",
        fields: [day("On"), { id: "how", kind: "sentence", label: "How", empty: "Say how" }],
      };
    case "decide":
      return {
        title: "What is done, and why?",
        says:
          facts.kind === "erasure"
            ? "Clinical notes are kept as a rule, with reasons and rights; a mailing address goes."
            : facts.kind === "rectification"
              ? "A wrong fact is corrected. A disputed opinion stays, with the patient’s note beside it."
              : "",
        yes: "Enter it",
        done: "It is decided. Next: the letter.",
        button: "Decide",
        fields: [
          {
            id: "outcome",
            kind: "choice",
            label: facts.kind === "complaint" ? "Is the complaint right?" : "What is done",
            words: { whole: "All that was asked", part: "Part of it", refused: "Nothing of it" },
            empty: "Choose",
          },
          { id: "ground", kind: "select", label: "Ground", words: decideGrounds, empty: "Choose a ground" },
          reason("In a sentence, as the letter says it"),
        ],
      };
    case "progress":
      return {
        title: "How it goes on",
        yes: "Enter it",
        done: "It is entered.",
        button: "Add a note",
        fields: [{ id: "note", kind: "sentence", label: "Note", empty: "Say it" }],
      };
    case "recipients":
      return {
        title: "Others who had the data",
        says: "Each is told, unless that is impossible or out of proportion (Art 19).",
        yes: "Enter it",
        done: "It is entered.",
        button: "Say who was told",
        fields: [
          { id: "told", kind: "sentence", label: "Who was told, or that nobody had it", empty: "Say who" },
        ],
      };
    case "approve":
      return {
        title: "Approve the answer and the letter",
        says: "You have read the letter: it says what is held back and why, and where to complain.",
        yes: "Approve",
        done: "It is approved.",
        button: "Approve",
        fields: [note],
      };
    case "lift":
      return {
        title: "Lift the 48 hours",
        says: "They are a floor of our own. It may go out as soon as it is ready.",
        yes: "Lift them",
        done: "They are lifted; the log says by whom.",
        button: "Lift the 48 hours",
        fields: [reason("Why")],
      };
    case "more":
      return {
        title: "A notice of more time was sent",
        says: `Two more months, for a complex request or several of the same person; never for our own workload. It counts if it was sent by ${limits.month?.noticeBy ?? ""}.`,
        yes: "Enter it",
        done: "The notice is entered.",
        button: "Enter a notice of more time",
        fields: [
          day("Sent on"),
          {
            id: "time",
            kind: "line",
            numeric: true,
            longest: 5,
            label: "At",
            hint: "Such as 16:40",
            empty: "Enter the time",
            check: (value) => (/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value) ? undefined : "Write it like 16:40"),
          },
          {
            id: "ground",
            kind: "choice",
            label: "Because",
            words: { complex: "the request is complex", number: "they made several requests" },
            empty: "Choose why",
          },
          reason("The reason that the notice gives"),
        ],
      };
    case "fee":
      return {
        title: "A fee is asked",
        says: "Only where it is manifestly unfounded or excessive, or for further copies. The clock begins when it is paid.",
        yes: "Enter it",
        done: "The fee is entered. The clock stands.",
        button: "Ask a fee",
        fields: [
          day("Asked on"),
          {
            id: "pounds",
            kind: "line",
            numeric: true,
            longest: 7,
            label: "Pounds",
            hint: "Such as 10 or 12.50",
          },
          {
            id: "ground",
            kind: "select",
            label: "Because",
            words: {
              unfounded: "manifestly unfounded",
              excessive: "manifestly excessive",
              copies: "further copies",
            },
            empty: "Choose why",
          },
          reason("Why it is reasonable"),
        ],
      };
    case "feePaid":
      return {
        title: "The fee is paid",
        yes: "Enter it",
        done: "The clock runs.",
        button: "The fee is paid",
        fields: [day("Paid on")],
      };
    case "handOver":
      return {
        title: isAboutPapers(facts.kind) ? "Hand it over" : "Send the answer",
        says: "Look again who receives it, and where it goes.",
        yes: "It is handed over",
        done: "It is answered.",
        button: isAboutPapers(facts.kind) ? "Hand it over" : "Send the answer",
        fields: [
          { id: "how", kind: "select", label: "How", words: handedHow, empty: "Choose how" },
          {
            id: "word",
            kind: "sentence",
            label: "The patient’s own word for e-mail, and what was explained",
            empty: "E-mail is not offered without it",
            when: ({ how }) => how === "mail",
          },
          {
            id: "checked",
            kind: "tick",
            label: "I checked who receives it, and the way",
            empty: "Check it first",
          },
          day("On"),
        ],
      };
    case "tellLift":
      return {
        title: "Tell the patient before it is lifted",
        yes: "They were told",
        done: "It is entered. The restriction can end.",
        button: "They were told",
        fields: [day("Told on"), { id: "how", kind: "sentence", label: "How", empty: "Say how" }],
      };
    case "endRestriction":
      return {
        title: "End the restriction",
        yes: "End it",
        done: "It is ended.",
        button: "End it",
        fields: [reason("Why it ends")],
      };
    case "withdraw":
      return {
        title: "Withdrawn by who asked",
        says: "It ends here, and can be taken up again as a new request.",
        yes: "It is withdrawn",
        done: "It is withdrawn.",
        button: "Withdrawn",
        danger: true,
        fields: [day("On"), reason("In which words")],
      };
    case "back":
      return {
        title: "Ask a question anew",
        says: "Its answer and those behind it are gone from the path; they stay in what is behind it.",
        yes: "Ask it anew",
        done: "It is asked anew.",
        button: "Ask anew",
        fields: [
          {
            id: "to",
            kind: "select",
            label: "Which",
            words: Object.fromEntries(
              questions
                .filter(
                  (one) => one !== "acknowledge" && paths[facts.kind].includes(one) && isAsked(one, facts),
                )
                .map((one) => [one, stateWords[one]]),
            ),
            empty: "Choose a question",
          },
          reason("Why"),
        ],
      };
  }
}
