import { holdCauses, holdPurposes } from "#domain/registers/holds/hold";
import type { FieldSpec } from "#lib/components/form/field-spec.ts";

const isIncident = (kind: string | undefined): boolean => kind === "breaches";

/**
 * What every hold is asked, whatever it keeps.
 *
 * @param incidents - Open incidents that the person may read, by id, as they are called.
 */
export const heldByFields = (incidents: Readonly<Record<string, string>>): readonly FieldSpec[] => [
  {
    id: "purpose",
    kind: "select",
    hint: "What it serves: it is kept for that and for nothing else",
    label: "For what",
    words: holdPurposes,
    empty: "Choose for what it is held",
  },
  {
    id: "causeKind",
    kind: "select",
    hint: "A request, a claim, an incident: while that is open, the hold stands",
    label: "Because of",
    words: holdCauses,
    empty: "Choose what it is held for",
  },
  {
    id: "incident",
    kind: "select",
    hint: "The hold ends no sooner than this incident is closed",
    label: "Which incident",
    words: incidents,
    empty: "Choose the incident",
    when: ({ causeKind }) => isIncident(causeKind),
  },
  {
    id: "reference",
    kind: "line",
    longest: 60,
    label: "Its reference",
    hint: "By what it is known, for example REQ-33. Never a name.",
    empty: "Say by what it is known",
    when: ({ causeKind = "" }) => causeKind !== "" && causeKind !== "own" && !isIncident(causeKind),
  },
  {
    id: "askedOn",
    kind: "day",
    label: "Asked on",
    hint: "The day on which they asked, not today’s: the month to answer counts from it.",
    empty: "Say on which day they asked",
    when: ({ causeKind }) => causeKind === "request",
  },
  {
    id: "until",
    kind: "day",
    label: "Its last day",
    hint: "For example 20 11 2026. It holds on past this day while its cause is open.",
    optional: true,
    check: () => undefined,
    when: ({ causeKind }) => causeKind !== "own",
  },
  {
    id: "until",
    kind: "day",
    hint: "A hold of our own without an end would keep things for ever",
    label: "Its last day",
    empty: "Our own decision needs a last day",
    when: ({ causeKind }) => causeKind === "own",
  },
  {
    id: "authoriser",
    kind: "person",
    hint: "Somebody who answers for it: the lead, or a manager who was asked",
    label: "Who authorises it",
    empty: "Choose who authorises it",
  },
  {
    id: "reviewOn",
    kind: "day",
    label: "When somebody looks again whether it is needed",
    hint: "For example 20 02 2027; within half a year.",
  },
  {
    id: "why",
    kind: "sentence",
    hint: "In a sentence, without a patient’s name: it is read by whoever looks again",
    label: "Why",
    empty: "Say why it has to be held",
  },
];

export const placeFields = (incidents: Readonly<Record<string, string>>): readonly FieldSpec[] => [
  {
    id: "what",
    kind: "line",
    longest: 200,
    label: "What is held",
    hint: "Papers or things outside of Chaperone, and where they lie. No name of a patient.",
    empty: "Say what is held",
  },
  ...heldByFields(incidents),
];

export const reviewFields: readonly FieldSpec[] = [
  {
    id: "reviewOn",
    kind: "day",
    hint: "Within half a year; it is on the desk before",
    label: "When it is looked at the next time",
  },
  { id: "until", kind: "day", label: "Its last day", hint: "Left out, it stays as it is.", optional: true },
  {
    id: "reason",
    kind: "sentence",
    hint: "What is still open: a hold that nobody needs is to be released",
    label: "Why it is still needed",
    empty: "Say why it is still needed",
  },
];

export const reasonField = (label: string, empty: string): readonly FieldSpec[] => [
  {
    id: "reason",
    kind: "sentence",
    hint: "For whoever asks later what became of it, without a patient’s name",
    label,
    empty,
  },
];
