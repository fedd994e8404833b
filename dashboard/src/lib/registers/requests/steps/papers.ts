import { type ProfessionKey, professionProblem, professions } from "#domain/law/professions";
import {
  type Asking,
  fateWords,
  type GroundKey,
  grounds,
  groundsFor,
  lawOfGround,
  viewWords,
} from "#domain/registers/requests/grounds";
import { foundThere, searchPlaces } from "#domain/registers/requests/search-places";
import { notNeededWords } from "#domain/registers/requests/words";
import type { FieldSpec, FieldValues } from "#lib/components/form/field-spec.ts";
import { type DialogsOf, day, note, reason, tick } from "./dialog.ts";

const wordsOf = (asking: Asking): Record<string, string> =>
  Object.fromEntries(
    groundsFor(asking).map((key: GroundKey) => [
      key,
      `${grounds[key].name} (${lawOfGround(key, asking.nation)})`,
    ]),
  );

/** The rule’s own word; whoever can’t say gives no opinion, and is not asked for a profession that counts. */
const opinionProblem =
  (field: "profession" | "number") =>
  (_: string, { answer, profession = "", number = "" }: FieldValues): string | undefined => {
    if (answer === "cant" || !(profession in professions)) return undefined;
    const problem = professionProblem(profession as ProfessionKey, number);
    return problem?.field === field ? problem.says : undefined;
  };

/** The same of a practitioner who is the clinic. */
const ownProblem =
  (field: "profession" | "number") =>
  (value: string, values: FieldValues): string | undefined =>
    opinionProblem(field)(value, { ...values, answer: "" });
const inOwnName = ({ why }: FieldValues): boolean => why === "own-name";

const professionWords = Object.fromEntries(Object.entries(professions).map(([key, { name }]) => [key, name]));

/** What is searched, what a professional says, and what is held back. */
export const papersDialogs: DialogsOf<
  | "which"
  | "whichAnswered"
  | "search"
  | "opinionAsked"
  | "opinion"
  | "opinionNotNeeded"
  | "item"
  | "itemsDone"
> = {
  which: () => ({
    title: "Which information is meant?",
    says: "Only where it is needed to find it; only which information, never the format. The month pauses until the answer.",
    yes: "I asked",
    done: "It is entered. The month pauses.",
    button: "Ask which is meant",
    fields: [
      day("Asked on"),
      { id: "asked", kind: "sentence", label: "What you asked", empty: "Say what you asked" },
    ],
  }),
  whichAnswered: () => ({
    title: "They answered",
    yes: "Enter it",
    done: "The month runs on.",
    button: "They answered",
    fields: [day("Answered on"), note],
  }),
  search: ({ facts }) => ({
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
  }),
  opinionAsked: () => ({
    title: "Whom do you ask?",
    says: "Who treats or last treated the patient for what the papers are about; else whoever is fit. Only the professions of section 204 count.",
    yes: "Ask them",
    done: "They are asked.",
    button: "Ask a professional",
    fields: [{ id: "of", kind: "person", label: "Health professional", empty: "Choose somebody" }],
  }),
  opinion: () => ({
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
        check: opinionProblem("profession"),
      },
      {
        id: "number",
        kind: "line",
        numeric: true,
        longest: 9,
        label: "Registration number",
        empty: "Enter the number",
        check: opinionProblem("number"),
      },
      day("Signed on"),
      tick("paper", "It was signed on paper, by somebody who is named there"),
    ],
  }),
  opinionNotNeeded: () => ({
    title: "No opinion is needed",
    yes: "Go on without",
    done: "It is entered.",
    button: "None is needed",
    fields: [
      { id: "why", kind: "select", label: "Because", words: notNeededWords, empty: "Choose why" },
      {
        id: "profession",
        kind: "select",
        label: "Profession",
        hint: "Only a registered profession of section 204 needs no other’s opinion",
        words: professionWords,
        empty: "Choose a profession",
        when: inOwnName,
        check: ownProblem("profession"),
      },
      {
        id: "number",
        kind: "line",
        numeric: true,
        longest: 9,
        label: "Registration number",
        empty: "Enter the number",
        when: inOwnName,
        check: ownProblem("number"),
      },
      reason("How you know"),
    ],
  }),
  item: ({ facts }) => ({
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
  }),
  itemsDone: ({ facts }) => ({
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
  }),
};
