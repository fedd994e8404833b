import type { ActData } from "#domain/acts";
import { systemName } from "#domain/base/forms";
import {
  channelKeys,
  channels,
  isOffice,
  proofs,
  relations,
  scopeKeys,
  scopes,
  takenBackHow,
} from "#domain/registers/releases/release";
import type { FieldSpec, FieldValues } from "#lib/components/form/field-spec.ts";
import { capital } from "#lib/format/sentence.ts";

const ticked = (keys: readonly string[], prefix: string, values: FieldValues): string[] =>
  keys.filter((key) => values[`${prefix}-${key}`] === "yes");

const ticks = (
  words: Readonly<Record<string, string>>,
  prefix: string,
  keys: readonly string[],
  empty: string,
): FieldSpec[] =>
  keys.map((key, i) => ({
    id: `${prefix}-${key}`,
    kind: "tick" as const,
    label: capital(words[key] ?? key),
    optional: i > 0,
    empty,
    // One of them is enough: the first says what is missing.
    ...(i === 0 && { optional: true }),
  }));

/** Whether one of the ticks is set, said under the last field before them. */
export const tickErrors = (values: FieldValues): Record<string, string> => ({
  ...(ticked(scopeKeys, "scope", values).length === 0 && {
    [`scope-${scopeKeys[0]}`]: "Tick what may be told",
  }),
  ...(ticked(channelKeys, "way", values).length === 0 && { [`way-${channelKeys[0]}`]: "Tick by which way" }),
});

/** What is asked when a patient says whom we may tell. @param known - Whether the record is known already. */
export const takeFields = (known: boolean): readonly FieldSpec[] => [
  {
    id: "reference",
    kind: "line",
    longest: 300,
    label: "The record’s reference, or its address",
    hint: "Never a name.",
    empty: "Say which record",
    when: () => !known,
  },
  {
    id: "system",
    kind: "line",
    label: "Clinical system",
    hint: "For example cliniko:harbour.uk2",
    check: (value) => (systemName.safeParse(value).success ? undefined : "Write it like cliniko:harbour.uk2"),
  },
  { id: "relation", kind: "select", label: "Who may be told", words: relations, empty: "Choose who it is" },
  {
    id: "name",
    kind: "line",
    own: true,
    longest: 60,
    label: "First name, as it is said on the telephone",
    hint: "Kept until a year after the release ends. It stands in no event, reminder or file.",
    empty: "Say the first name",
    when: ({ relation = "" }) => relation !== "" && !isOffice(relation),
  },
  {
    id: "organisation",
    kind: "line",
    own: true,
    label: "Which organisation",
    empty: "Say which organisation",
    when: ({ relation = "" }) => isOffice(relation),
  },
  {
    id: "phoneEnding",
    kind: "line",
    numeric: true,
    longest: 4,
    label: "Last three or four figures of the number to ring back",
    optional: true,
    check: (value) => (/^\d{3,4}$/.test(value) ? undefined : "Three or four figures"),
  },
  ...ticks(scopes, "scope", scopeKeys, "Tick what may be told"),
  { id: "fromDay", kind: "day", label: "Only of records from", optional: true },
  { id: "toDay", kind: "day", label: "Only of records to", optional: true },
  { id: "exclusions", kind: "sentence", label: "What is left out", optional: true },
  { id: "purpose", kind: "sentence", label: "What it is for", empty: "Say what it is for" },
  ...ticks(channels, "way", channelKeys, "Tick by which way"),
  { id: "once", kind: "tick", label: "For one time only", optional: true },
  { id: "signedOn", kind: "day", label: "Signed or said on" },
  { id: "validFrom", kind: "day", label: "From" },
  { id: "expiresOn", kind: "day", label: "Until", hint: "A year where the patient says nothing else" },
  {
    id: "proof",
    kind: "choice",
    label: "By what we know it",
    words: proofs,
    empty: "Say by what we know it",
  },
  {
    id: "formAt",
    kind: "line",
    label: "Where the signed form lies",
    hint: "For example: Cliniko, documents of the record. The form itself is not kept here.",
    empty: "Say where the form lies",
    when: ({ proof }) => proof === "signed",
  },
  {
    id: "witness",
    kind: "person",
    label: "Who heard it",
    empty: "Choose who heard it",
    when: ({ proof }) => proof === "witnessed",
  },
  {
    id: "capacityBy",
    kind: "person",
    label: "Who saw that the patient can decide this",
    empty: "Choose who",
  },
  { id: "explainedBy", kind: "person", label: "Who explained what it means", empty: "Choose who" },
  {
    id: "interpreter",
    kind: "line",
    longest: 60,
    label: "Language, where somebody interpreted",
    optional: true,
  },
];

/** What the act is sent. */
export function takenData(said: FieldValues, recordRef: string): ActData<"releases.add"> {
  const {
    reference: _,
    once,
    ...rest
  } = Object.fromEntries(Object.entries(said).filter(([id]) => !/^(?:scope|way)-/.test(id)));
  return {
    ...rest,
    recordRef,
    scopes: ticked(scopeKeys, "scope", said),
    channels: ticked(channelKeys, "way", said),
    once: once === "yes",
  } as ActData<"releases.add">;
}

export const revokeFields: readonly FieldSpec[] = [
  { id: "how", kind: "choice", label: "How the patient said so", words: takenBackHow, empty: "Say how" },
];
export const letEndFields: readonly FieldSpec[] = [
  {
    id: "note",
    kind: "sentence",
    label: "What the patient said",
    hint: "A release that goes on is taken anew.",
    empty: "Say what the patient said",
  },
];
