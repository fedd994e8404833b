import {
  type Age,
  ageWords,
  channelWords,
  kindWords,
  type Other,
  others,
  otherWords,
  type Requester,
  type RequestKind,
  requesterWords,
  sayOther,
  takenBy,
} from "#domain/registers/requests/kinds";
import { askingProblem } from "#domain/registers/requests/who";
import type { FieldSpec } from "#lib/components/form/field-spec.ts";

const waysWords = Object.fromEntries(takenBy.map((way) => [way, channelWords[way]]));
const isOther = (value: string): value is Other => (others as readonly string[]).includes(value);

/** What is asked first, at the desk or on the phone. Who is no requester of right is told what it is instead. */
export const takeFields: readonly FieldSpec[] = [
  { id: "kind", kind: "select", label: "What is asked", words: kindWords, empty: "Choose what is asked" },
  {
    id: "requester",
    kind: "select",
    label: "Who asks",
    words: { ...requesterWords, ...otherWords },
    empty: "Choose who asks",
    check: (value, { kind = "access", age = "adult" }) =>
      isOther(value) ? sayOther(value) : askingProblem(kind as RequestKind, value as Requester, age as Age),
  },
  { id: "age", kind: "select", label: "How old the patient is", words: ageWords, empty: "Choose" },
  { id: "channel", kind: "select", label: "How it came", words: waysWords, empty: "Choose how it came" },
  { id: "receivedOn", kind: "day", label: "It came on", hint: "The clock begins then, also on a Sunday" },
  {
    id: "doubt",
    kind: "choice",
    label: "Is there a reasonable doubt who they are?",
    words: { no: "No, known to me", yes: "Yes" },
    empty: "Say whether",
  },
  {
    id: "record",
    kind: "line",
    asItIs: true,
    longest: 300,
    label: "Which record",
    hint: "Its reference or address. Never a name; it can be named later.",
    optional: true,
  },
  {
    id: "system",
    kind: "line",
    longest: 120,
    label: "In which system",
    hint: "Such as cliniko:harbour.uk2",
    empty: "Say in which system the record is",
    when: ({ record = "" }) => record !== "",
  },
  {
    id: "name",
    kind: "line",
    own: true,
    longest: 120,
    label: "Who asks, by name",
    hint: "So that the answer reaches them. Read by those who work this request alone; goes three years after it is ended.",
    optional: true,
  },
  {
    id: "reach",
    kind: "line",
    asItIs: true,
    longest: 300,
    label: "Where the answer goes",
    hint: "Address, or the way they chose. Kept as the name is.",
    optional: true,
  },
];
