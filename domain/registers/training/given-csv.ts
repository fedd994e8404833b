import type { CsvColumn } from "../list-csv.ts";
import type { Finding, GivenLessonRow, GivenState } from "./given.ts";

export const givenStateWords: Readonly<Record<GivenState, string>> = {
  open: "not taken yet",
  late: "late",
  taken: "taken",
  "taken-back": "taken back",
};

export const findingWords: Readonly<Record<Finding, string>> = {
  none: "given without a finding",
  mail: "after a mail that was sent anyway",
  incident: "after an incident",
};

export const givenLessonColumns: readonly CsvColumn<GivenLessonRow>[] = [
  ["Person", ({ user }, nameOf) => nameOf(user)],
  ["Course", ({ courseName }) => courseName],
  ["Why", ({ reason }) => reason],
  ["After", ({ finding, incidentName }) => incidentName || findingWords[finding]],
  ["Given on", ({ givenOn }) => givenOn],
  ["Given by", ({ by }, nameOf) => nameOf(by)],
  ["By when", ({ due }) => due],
  ["State", ({ state }) => givenStateWords[state]],
  ["Taken on", ({ takenOn }) => takenOn],
  ["Taken back (UTC)", ({ takenBackAt }) => takenBackAt],
  ["Why taken back", ({ takenBackWhy }) => takenBackWhy],
];
