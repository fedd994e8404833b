import type { MapAnswer, MapFilter, PolicyVersion } from "#domain/registers/policy-map/map";
import { stateWords, type VersionState } from "#domain/registers/policy-map/states";
import { counted } from "#lib/format/sentence.ts";

export const filterWords: Readonly<Record<MapFilter, string>> = {
  screen: "By a screen",
  test: "By a test",
  people: "By people",
  broken: "Broken today",
  none: stateWords.none,
  wrong: stateWords.wrong,
  says: stateWords.says,
  open: stateWords[""],
};

export const versionWords: Readonly<Record<VersionState, string>> = {
  arriving: "has not arrived whole",
  draft: "is not in force yet",
  "in-force": "is in force",
  replaced: "was followed by another",
  withdrawn: "was taken back",
};

/** How the version stands in one sentence, which adds up: what promises nothing is not among the promises. */
export function mapSentence({ counts, shown }: Pick<MapAnswer, "counts" | "shown">): string {
  if (shown === "") return "What keeps each sentence of the clinic’s policy.";
  const { screen, test, people, broken, none, wrong, says, open } = counts;
  const kept = screen + test + people;
  const all = kept + broken + none + wrong + open;
  const rest = [
    ...(broken > 0 ? [`${broken} ${broken === 1 ? "is" : "are"} broken today`] : []),
    ...(wrong > 0 ? [`${wrong} ${wrong === 1 ? "is" : "are"} wrong in law`] : []),
    ...(none > 0 ? [`${none} ${none === 1 ? "is" : "are"} not covered`] : []),
    ...(open > 0 ? [`${open} to confirm`] : []),
  ];
  const beside =
    says > 0 ? ` ${counted(says, "sentence")} more ${says === 1 ? "promises" : "promise"} nothing.` : "";
  const promises = `${kept} of ${counted(all, "promise")} ${all === 1 ? "is" : "are"} kept`;
  return `${promises}${rest.length > 0 ? `; ${rest.join(", ")}` : ""}.${beside}`;
}

/** "Policy, version 4, in force since 2 March 2026, to be reviewed by 2 March 2027." */
export function versionSentence(version: PolicyVersion, dayOf: (date: string) => string): string {
  const { title, number, state, inForceFrom, reviewBy, notRead, leftOut, endedReason } = version;
  const since = state === "in-force" ? `in force since ${dayOf(inForceFrom)}` : versionWords[state];
  const review = state === "in-force" && reviewBy !== "" ? `, to be reviewed by ${dayOf(reviewBy)}` : "";
  const left =
    leftOut > 0
      ? ` ${counted(leftOut, "sentence")} ${leftOut === 1 ? "was" : "were"} left out, since a patient’s number seemed to stand there.`
      : "";
  const ended = endedReason === "" ? "" : ` ${endedReason}`;
  return `${title}, version ${number}, ${since}${review}.${ended}${notRead === "" ? "" : ` ${notRead}`}${left}`;
}
