import { isolate } from "#domain/base/isolate";
import { type ProfessionKey, professions } from "#domain/law/professions";
import type { Step, StepKind } from "#domain/registers/requests/facts";
import { fateWords, type GroundKey, grounds, type ItemFate } from "#domain/registers/requests/grounds";
import { opinionUntil } from "#domain/registers/requests/machine";
import {
  type FoundThere,
  foundThere,
  type SearchPlace,
  searchPlaces,
} from "#domain/registers/requests/search-places";
import {
  type DecideGround,
  decideGrounds,
  handedHow,
  identityQuestions,
  identityWays,
  notNeededWords,
  outcomeWords,
  stateWords,
  stepWords,
} from "#domain/registers/requests/words";
import { shortDay } from "#lib/format/time.ts";

/** What an entry says behind a request: a headline and the rest below it. */
export interface StepLine {
  readonly title: string;
  readonly says: string;
}

const joined = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== "").join(". ");
const word = <Words extends Readonly<Record<string, string>>>(
  words: Words,
  key: string | undefined,
): string => (key === undefined ? "" : (words[key] ?? ""));

/** "physiotherapist, HCPC PH104417". */
const registered = ({ profession, number = "" }: Step["data"]): string => {
  const known = professions[profession as ProfessionKey];
  return `${known?.name ?? ""}, ${known?.body ?? ""} ${number}`;
};

export function lineOf({ kind, data }: Step, nameOf: (id: string) => string, nowMs: number): StepLine {
  const on = data.day ? shortDay(data.day, "UTC", nowMs) : "";
  const title = stepWords[kind];
  const line = (says: string, head = title): StepLine => ({ title: head, says });
  const lines: Readonly<Partial<Record<StepKind, () => StepLine>>> = {
    assign: () => line("", `Given to ${isolate(nameOf(data.to ?? ""))}`),
    opinionAsked: () => line("", `Asked ${isolate(nameOf(data.of ?? ""))} for an opinion`),
    identity: () =>
      line(
        joined(
          [data.first, data.second]
            .filter(Boolean)
            .map((one) => word(identityQuestions, one))
            .join(" · "),
          "No answer was kept",
        ),
        `Identity: ${word(identityWays, data.how)}, ${data.right === "yes" ? "it is them" : "not them"}`,
      ),
    search: () =>
      line(
        Object.entries(searchPlaces)
          .map(
            ([key, name]) => `${name}: ${word(foundThere, data[key as SearchPlace]) as FoundThere | string}`,
          )
          .join(", "),
        `Search finished in ${Object.keys(searchPlaces).length} places: ${data.papers} papers, ${data.seen} of them known`,
      ),
    opinion: () =>
      line(
        joined(
          registered(data),
          data.answer === "cant"
            ? ""
            : `It counts until ${shortDay(opinionUntil(data.day ?? ""), "UTC", nowMs)}`,
          data.reason,
        ),
        `Opinion: ${{ no: "no serious harm is likely", some: "some of it would be likely to cause serious harm", cant: "can’t say; another professional is asked" }[data.answer ?? "no"] ?? ""}`,
      ),
    opinionNotNeeded: () =>
      line(
        joined(
          word(notNeededWords, data.why),
          data.why === "own-name" && data.profession ? registered(data) : "",
          data.reason,
        ),
      ),
    item: () =>
      line(
        joined(data.ground ? grounds[data.ground as GroundKey]?.name : "", data.reason),
        `${data.what ?? ""}: ${fateWords[data.fate as ItemFate] ?? ""}`,
      ),
    decide: () =>
      line(
        joined(word(decideGrounds, data.ground as DecideGround), data.reason),
        `Decided: ${word(outcomeWords, data.outcome)}`,
      ),
    more: () =>
      line(
        data.counts === "no"
          ? joined("After the month: it does not count", data.reason)
          : (data.reason ?? ""),
        `Notice of more time, ${on} ${data.time ?? ""}`,
      ),
    fee: () => line(data.reason ?? "", `Fee of £${data.pounds ?? ""} asked, ${on}`),
    handOver: () =>
      line(joined("Who receives it was checked", data.word), `Went out ${on}: ${word(handedHow, data.how)}`),
    back: () => line(data.reason ?? "", `Asked anew: ${word(stateWords, data.to)}`),
    authority: () =>
      line(joined(data.paper, data.until ? `Until ${shortDay(data.until, "UTC", nowMs)}` : "")),
  };
  return (
    lines[kind]?.() ??
    line(
      joined(data.asked, data.note, data.reason, data.how, data.told, data.paper),
      on === "" ? title : `${title}, ${on}`,
    )
  );
}
