import { isAboutPapers } from "#domain/registers/requests/kinds";
import { decideGrounds, handedHow } from "#domain/registers/requests/words";
import { type DialogsOf, day, note, reason } from "./dialog.ts";

/** What is decided, approved and handed over. */
export const answerDialogs: DialogsOf<
  "acknowledge" | "decide" | "recipients" | "approve" | "handOver" | "tellLift" | "endRestriction"
> = {
  acknowledge: () => ({
    title: "Acknowledged",
    yes: "Enter it",
    done: "It is acknowledged.",
    button: "Enter that it is acknowledged",
    fields: [day("On"), { id: "how", kind: "sentence", label: "How", empty: "Say how" }],
  }),
  decide: ({ facts }) => ({
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
        words:
          facts.kind === "complaint"
            ? { whole: "Yes", part: "In part", refused: "No" }
            : { whole: "All that was asked", part: "Part of it", refused: "Nothing of it" },
        empty: "Choose",
      },
      { id: "ground", kind: "select", label: "Ground", words: decideGrounds, empty: "Choose a ground" },
      reason("In a sentence, as the letter says it"),
    ],
  }),
  recipients: () => ({
    title: "Others who had the data",
    says: "Each is told, unless that is impossible or out of proportion (Art 19).",
    yes: "Enter it",
    done: "It is entered.",
    button: "Say who was told",
    fields: [
      { id: "told", kind: "sentence", label: "Who was told, or that nobody had it", empty: "Say who" },
    ],
  }),
  approve: () => ({
    title: "Approve the answer and the letter",
    says: "You have read the letter: it says what is held back and why, and where to complain.",
    yes: "Approve",
    done: "It is approved.",
    button: "Approve",
    fields: [note],
  }),
  handOver: ({ facts }) => ({
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
  }),
  tellLift: () => ({
    title: "Tell the patient before it is lifted",
    yes: "They were told",
    done: "It is entered. The restriction can end.",
    button: "They were told",
    fields: [day("Told on"), { id: "how", kind: "sentence", label: "How", empty: "Say how" }],
  }),
  endRestriction: () => ({
    title: "End the restriction",
    yes: "End it",
    done: "It is ended.",
    button: "End it",
    fields: [reason("Why it ends")],
  }),
};
