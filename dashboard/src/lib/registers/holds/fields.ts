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
    label: "For what",
    words: holdPurposes,
    empty: "Choose for what it is held",
  },
  {
    id: "causeKind",
    kind: "select",
    label: "Because of",
    words: holdCauses,
    empty: "Choose what it is held for",
  },
  {
    id: "incident",
    kind: "select",
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
    label: "Its last day",
    empty: "Our own decision needs a last day",
    when: ({ causeKind }) => causeKind === "own",
  },
  { id: "authoriser", kind: "person", label: "Who authorises it", empty: "Choose who authorises it" },
  {
    id: "reviewOn",
    kind: "day",
    label: "When somebody looks again whether it is needed",
    hint: "For example 20 02 2027; within half a year.",
  },
  { id: "why", kind: "sentence", label: "Why", empty: "Say why it has to be held" },
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
  { id: "reviewOn", kind: "day", label: "When it is looked at the next time" },
  { id: "until", kind: "day", label: "Its last day", hint: "Left out, it stays as it is.", optional: true },
  { id: "reason", kind: "sentence", label: "Why it is still needed", empty: "Say why it is still needed" },
];

export const reasonField = (label: string, empty: string): readonly FieldSpec[] => [
  { id: "reason", kind: "sentence", label, empty },
];
