import { cameraPurposes } from "#domain/registers/cctv/camera";
import type { FieldSpec, FieldValues } from "#lib/components/form/field-spec.ts";
import { heldByFields } from "#lib/registers/holds/fields.ts";

type Words = Readonly<Record<string, string>>;

const camera = (cameras: Words): FieldSpec => ({
  id: "camera",
  kind: "select",
  hint: "By its name on the page CCTV",
  label: "Which camera",
  words: cameras,
  empty: "Choose the camera",
});
const clock: FieldSpec = {
  id: "clockOff",
  kind: "line",
  numeric: true,
  longest: 6,
  label: "Its clock is off by so many seconds",
  hint: "40 where it is ahead, -40 where it is behind. Compare it with a telephone.",
  optional: true,
  check: (value) => (/^-?\d{1,5}$/.test(value) ? undefined : "Enter seconds, for example -40"),
};
const days: readonly FieldSpec[] = [
  { id: "fromDay", kind: "day", hint: "The first day that is asked for", label: "First day of the pictures" },
  {
    id: "toDay",
    kind: "day",
    hint: "The last day that is asked for; only these days are kept",
    label: "Last day of the pictures",
    check: (value, { fromDay = "" }) => (value < fromDay ? "The last day comes before the first" : undefined),
  },
];

export const holdFields = (cameras: Words, incidents: Words): readonly FieldSpec[] => [
  camera(cameras),
  ...days,
  clock,
  ...heldByFields(incidents),
];

export const lookFields = (cameras: Words): readonly FieldSpec[] => [
  camera(cameras),
  { id: "day", kind: "day", hint: "The day on which somebody stood at the recorder", label: "Looked on" },
  {
    id: "oldest",
    kind: "day",
    label: "The oldest picture is from",
    hint: "As the recorder shows it, without what is held. For example 22 09 2026",
    check: (value, { day = "" }) =>
      day !== "" && value > day ? "No picture is newer than the day you looked" : undefined,
  },
  {
    id: "clear",
    kind: "choice",
    hint: "Whether a person could be recognised: pictures that show nothing serve no purpose",
    label: "Are its pictures good?",
    words: { yes: "Yes", no: "No" },
    empty: "Say whether they are good",
  },
  clock,
  {
    id: "note",
    kind: "sentence",
    hint: "What is not in order; nobody who is seen in a picture is named",
    label: "Note",
    optional: true,
  },
];

export const viewingFields = (cameras: Words): readonly FieldSpec[] => [
  camera(cameras),
  { id: "day", kind: "day", hint: "The day of the viewing, not of the pictures", label: "Looked at on" },
  ...days,
  {
    id: "viewer",
    kind: "person",
    hint: "Whoever saw the pictures; those who stood by are named below",
    label: "Who looked",
    empty: "Choose who looked",
  },
  {
    id: "present",
    kind: "line",
    label: "Who else was there",
    hint: "By what they are, for example a police officer",
    optional: true,
  },
  {
    id: "purpose",
    kind: "select",
    hint: "What the policy allows pictures to be looked at for",
    label: "For what",
    words: cameraPurposes,
    empty: "Choose for what",
  },
  {
    id: "reason",
    kind: "sentence",
    hint: "What happened, without naming who is seen: “A bag was gone from the waiting room”",
    label: "Why",
    empty: "Say why",
  },
];

export const exportFields: readonly FieldSpec[] = [
  {
    id: "kept",
    kind: "line",
    label: "Where it is kept",
    hint: "For example encrypted stick 2, in the safe",
    empty: "Say where it is kept",
  },
  clock,
];
export const failedFields: readonly FieldSpec[] = [
  {
    id: "again",
    kind: "choice",
    hint: "A copy that does not play proves nothing: make it again while the recorder has it",
    label: "What now",
    words: { yes: "Export it again", no: "Give it up: there is nothing to export any more" },
    empty: "Say what now",
  },
  {
    id: "reason",
    kind: "sentence",
    hint: "What was tried: the recorder’s message, the file that does not open",
    label: "What went wrong",
    empty: "Say what went wrong",
  },
];

/** Numbers and yes or no in what was said. */
export function asFootage(said: FieldValues): { [name: string]: string | number | boolean } {
  const sent: { [name: string]: string | number | boolean } = { ...said };
  if (said.clockOff !== undefined) sent.clockOff = Number(said.clockOff);
  for (const id of ["clear", "again"]) if (said[id] !== undefined) sent[id] = said[id] === "yes";
  return sent;
}
