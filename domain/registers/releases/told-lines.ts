import type { ToldRelease } from "./answer.ts";
import { scopeKeys } from "./release.ts";
import { keysIn, notWords, scopeWords, untilWords, whoWords } from "./words.ts";

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A release as it is read out of the screen, during a call. */
export interface ToldLines {
  /** "Daughter Ann: yes". */
  readonly answer: string;
  /** "Appointments only, until 3 May". */
  readonly scope: string;
  /** What not, and how to be sure of the voice. */
  readonly beside: string;
}

const until = ({ expiresOn }: ToldRelease, today: string) => `until ${untilWords(expiresOn, today)}`;

/** @param today - Civil date at the clinic. */
export function toldLines(release: ToldRelease, today: string): ToldLines {
  const who = whoWords(release);
  if (release.state !== "stands") return { answer: `${who}: no`, ...whyNot(release, today) };
  const kept = keysIn(release.scopes, scopeKeys);
  return {
    answer: `${who}: yes`,
    scope: capital(`${scopeWords(kept)}${release.once ? ", once" : ""}, ${until(release, today)}`),
    beside: [notWords(kept), recordsOf(release, today), exceptOf(release), voiceOf(release)]
      .filter(Boolean)
      .join(" "),
  };
}

function whyNot(release: ToldRelease, today: string): Pick<ToldLines, "scope" | "beside"> {
  const asks = "Don’t say why. Ask the patient for a new one.";
  const day = (date: string) => untilWords(date, today);
  if (release.state === "not-yet")
    return { scope: `Not yet: from ${day(release.validFrom)} on`, beside: "Don’t say why." };
  if (release.state === "revoked") return { scope: "The patient took it back", beside: asks };
  if (release.state === "used") return { scope: "It was for one time, which is over", beside: asks };
  return { scope: `It ended on ${day(release.expiresOn)}`, beside: asks };
}

function recordsOf({ fromDay, toDay }: ToldRelease, today: string): string {
  if (fromDay === "" && toDay === "") return "";
  const from = fromDay === "" ? "" : ` from ${untilWords(fromDay, today)}`;
  return `Only of records${from}${toDay === "" ? " on" : ` to ${untilWords(toDay, today)}`}.`;
}

const exceptOf = ({ exclusions }: ToldRelease): string =>
  exclusions === "" ? "" : `Left out: ${exclusions}`;
const voiceOf = ({ phoneEnding }: ToldRelease): string =>
  phoneEnding === "" ? "" : `If you don’t know the voice, ring back the number ending ${phoneEnding}.`;
