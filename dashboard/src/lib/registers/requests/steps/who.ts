import { asksAuthority, paperFor } from "#domain/registers/requests/who";
import { identityQuestions, identityWays } from "#domain/registers/requests/words";
import type { FieldSpec } from "#lib/components/form/field-spec.ts";
import { type DialogsOf, day, note } from "./dialog.ts";

type Words = Readonly<Record<string, string>>;
const understandsWords: Words = { competent: "Yes", "not-competent": "No" };
const agreesWords: Words = { yes: "Yes", no: "No" };

/** Which record, who works it, who asks and whether they may. */
export const whoDialogs: DialogsOf<"record" | "assign" | "identityAsked" | "identity" | "authority"> = {
  record: ({ facts }) => ({
    title: "Which record is it?",
    says: `Two patients may share a name and a birth date: open the record and take its reference.${
      facts.recordRef === "" ? "" : " Another record than before is searched, read and approved anew."
    }`,
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
  }),
  assign: () => ({
    title: "Who works it?",
    yes: "Give it",
    done: "It is given.",
    button: "Give to somebody",
    fields: [{ id: "to", kind: "person", label: "Manager or lead", empty: "Choose somebody" }],
  }),
  identityAsked: () => ({
    title: "You asked who they are",
    says: "Only where there is a reasonable doubt. Asked within three days, the month begins when it comes.",
    yes: "Enter it",
    done: "It is entered. The clock stands until it comes.",
    button: "I asked them to show it",
    fields: [day("Asked on"), note],
  }),
  identity: () => ({
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
  }),
  authority: ({ facts }) => ({
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
        words: understandsWords,
        empty: "Somebody has to judge this",
        when: () => facts.age !== "adult",
        optional: facts.age === "16-17",
      },
      {
        id: "agrees",
        kind: "choice",
        label: "Does the child agree?",
        words: agreesWords,
        empty: "Ask the child",
        when: ({ understands }) => facts.requester === "parent" && understands === "competent",
      },
    ],
  }),
};
