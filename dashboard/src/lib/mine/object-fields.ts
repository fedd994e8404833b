import type { FieldSpec } from "#lib/components/form/field-spec.ts";

const words: FieldSpec = {
  id: "words",
  kind: "sentence",
  label: "In your own words",
  hint: "What is wrong, or why you object. Never a patient’s name: whoever sees the entry reads this beside it.",
  empty: "Say it in your own words",
};
const both = { correct: "It is wrong", object: "I object to it" };

export const entryFields: readonly FieldSpec[] = [
  { id: "what", kind: "choice", label: "What you say", hint: "Either is answered", words: both },
  words,
];

const rowName = /^[a-z_]{1,40}\/[a-z0-9]{15}$/;

/** Of what is no entry of the log. */
export const otherFields: readonly FieldSpec[] = [
  {
    id: "what",
    kind: "choice",
    label: "What you say",
    hint: "Each is answered",
    words: { ...both, withheld: "I ask what is kept confidential" },
  },
  {
    id: "of",
    kind: "choice",
    label: "Of what",
    hint: "A row’s name stands in the download of everything about you",
    words: { account: "My name, role or account", row: "A row that I name" },
    empty: "Say of what",
    when: ({ what }) => what !== "withheld",
  },
  {
    id: "row",
    kind: "line",
    longest: 60,
    asItIs: true,
    label: "The row’s name",
    hint: "For example actions/3f8k2l9q1w0e4r7",
    empty: "Say which row it is",
    check: (value) => (rowName.test(value) ? undefined : "This is not how a row is named in the download"),
    when: ({ what, of }) => what !== "withheld" && of === "row",
  },
  words,
];

/** What the act is sent of these fields. @param me - Id of who says it: their account is the row of their own. */
export function subjectIn({ of, row = "", ...said }: Readonly<Record<string, string>>, me: string): object {
  if (said.what === "withheld") return said;
  if (of !== "row") return { ...said, table: "users", row: me };
  const [table, id] = row.split("/");
  return { ...said, table, row: id };
}
