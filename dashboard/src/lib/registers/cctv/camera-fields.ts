import { policy } from "#domain/policy";
import {
  type CameraFacts,
  cameraPlaces,
  cameraProblem,
  cameraPurposes,
  daysProblem,
} from "#domain/registers/cctv/camera";
import type { CameraRow, SystemRow } from "#domain/registers/cctv/rows";
import type { FieldSpec, FieldValues } from "#lib/components/form/field-spec.ts";

const whole = (text: string): number => (/^\d{1,4}$/.test(text) ? Number(text) : Number.NaN);

export const systemFields: readonly FieldSpec[] = [
  {
    id: "name",
    kind: "line",
    hint: "As people call it, for example “Front entrance and yard”",
    longest: 80,
    label: "What it is called",
    empty: "Say what it is called",
  },
  {
    id: "site",
    kind: "line",
    longest: 80,
    label: "Site",
    hint: "For example Whitstable",
    empty: "Say where it is",
  },
  {
    id: "recorder",
    kind: "line",
    label: "Recorder",
    hint: "What it is, and the locked place where it stands",
    empty: "Say where the recorder stands",
  },
  {
    id: "responsible",
    kind: "person",
    hint: "Answers for the system, and is told what is late",
    label: "Who is responsible for it",
    empty: "Choose who is responsible",
  },
  {
    id: "ceiling",
    kind: "line",
    numeric: true,
    longest: 3,
    label: "For how many days at most its pictures are kept",
    hint: `The clinic’s policy says ${policy.cctvCeiling.amount}; fewer may be set here. No law of the UK sets a number.`,
    empty: "Enter a number of days",
    check: (value) => daysProblem(whole(value), policy.cctvCeiling.amount),
  },
];

export const assessFields: readonly FieldSpec[] = [
  {
    id: "day",
    kind: "day",
    hint: "The day on which the assessment (DPIA) was finished or looked at again",
    label: "Assessed on",
  },
  {
    id: "decision",
    kind: "sentence",
    hint: "What the assessment came to: needed or not, and what was changed for people’s privacy",
    rows: 3,
    label: "What was decided, and why",
    empty: "Say what was decided",
  },
  {
    id: "nextOn",
    kind: "day",
    hint: "Within a year or two, and whenever a camera is moved or added",
    label: "Assessed again by",
  },
];

const problemOf = (field: keyof CameraFacts, ceiling: number) => (_: string, values: FieldValues) => {
  const facts = {
    place: values.place,
    audioOff: values.audioOff === "yes",
    visitorsOnly: values.visitorsOnly === "yes",
    days: whole(values.days ?? ""),
  } as CameraFacts;
  const problem = cameraProblem(facts, ceiling);
  return problem?.field === field ? problem.says : undefined;
};

/** @param ceiling - Days above which its system keeps no pictures. */
export const cameraFields = (ceiling: number): readonly FieldSpec[] => [
  {
    id: "name",
    kind: "line",
    hint: "As people call it, for example “Front entrance”",
    longest: 80,
    label: "What it is called",
    empty: "Say what it is called",
  },
  {
    id: "place",
    kind: "select",
    hint: "Treatment and changing rooms are refused: nobody may be seen there",
    label: "Where it hangs",
    words: cameraPlaces,
    empty: "Choose where it hangs",
    check: problemOf("place", ceiling),
  },
  {
    id: "sees",
    kind: "line",
    hint: "In words: “The door and two metres of the path”. Two pictures prove it",
    longest: 200,
    label: "What it sees",
    empty: "Say what it sees",
  },
  {
    id: "purpose",
    kind: "select",
    hint: "One of the purposes that the clinic’s policy names; another needs a new assessment",
    label: "For what",
    words: cameraPurposes,
    empty: "Choose for what",
  },
  {
    id: "days",
    kind: "line",
    numeric: true,
    longest: 3,
    label: "For how many days it keeps pictures",
    hint: `At most ${ceiling}.`,
    empty: "Enter a number of days",
    check: (value) => daysProblem(whole(value), ceiling),
  },
  {
    id: "audioOff",
    kind: "tick",
    hint: "Sound is a second intrusion: leave this unticked, and the camera is refused",
    label: "Its microphone is off, or it has none",
    empty: "Switch its microphone off first",
  },
  {
    id: "visitorsOnly",
    kind: "tick",
    label: "It sees visitors of the clinic, and nobody next door",
    hint: "Two pictures show it; add them below its name.",
    empty: "Turn it first",
  },
];
export const usedFrom: FieldSpec = {
  id: "usedFrom",
  kind: "day",
  hint: "The first day on which it kept pictures",
  label: "Used from",
};

export const retireFields: readonly FieldSpec[] = [
  { id: "day", kind: "day", hint: "The last day on which it kept pictures", label: "Taken down on" },
  {
    id: "reason",
    kind: "sentence",
    hint: "In a sentence: it stays with the camera’s history",
    label: "Why",
    empty: "Say why",
  },
];

/** What the camera acts are sent, from what was said. */
export const asSystem = (said: FieldValues) => ({ ...said, ceiling: Number(said.ceiling) });
export const asCamera = ({ audioOff, visitorsOnly, days, ...said }: FieldValues) => ({
  ...said,
  days: Number(days),
  audioOff: audioOff === "yes",
  visitorsOnly: visitorsOnly === "yes",
});

/** The same the other way: what stands in the fields at first. */
export const saidOfSystem = ({ name, site, recorder, responsible, ceiling }: SystemRow): FieldValues => ({
  name,
  site,
  recorder,
  responsible,
  ceiling: String(ceiling),
});
const yesOf = (value: boolean): string => (value ? "yes" : "");
export const saidOfCamera = (camera: CameraRow): FieldValues => ({
  name: camera.name,
  place: camera.place,
  sees: camera.sees,
  purpose: camera.purpose,
  days: String(camera.days),
  audioOff: yesOf(camera.audioOff),
  visitorsOnly: yesOf(camera.visitorsOnly),
});
