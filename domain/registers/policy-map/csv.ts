import type { CsvValue } from "../../base/csv.ts";
import { pageWords } from "./pages.ts";
import { type ClaimState, stateWords } from "./states.ts";
import { type OwnTest, ownTests } from "./tests.ts";

/** A sentence of the policy with what is known of it, for a file. */
export interface MappedSentence {
  readonly number: number;
  readonly section: string;
  readonly lead: string;
  readonly text: string;
  readonly state: ClaimState | "";
  readonly page: string;
  readonly test: string;
  readonly audit: string;
  /** Names. */
  readonly owner: string;
  readonly by: string;
  readonly due: string;
  readonly checkedOn: string;
  readonly kept: string;
  readonly why: string;
  readonly source: string;
  /** Instant, UTC. */
  readonly at: string;
  /** What breaks it today, in words; '' where nothing does, or it was not asked. */
  readonly broken: string;
}

export const mapHead = [
  "No.",
  "Heading",
  "Sentence",
  "State",
  "Broken today",
  "Kept by",
  "Who looks",
  "Look by",
  "Last looked",
  "Why",
  "Source",
  "Said by",
  "Said (UTC)",
] as const;

/** What keeps a sentence, in words: a page, a test, an audit. */
export function keptByWords({
  state,
  page,
  test,
  audit,
}: Pick<MappedSentence, "state" | "page" | "test" | "audit">): string {
  if (state === "screen") return pageWords[page] ?? page;
  if (state === "test") return ownTests[test as OwnTest]?.name ?? "";
  return state === "people" ? audit : "";
}

export const mapCells = (one: MappedSentence): CsvValue[] => [
  one.number,
  one.section,
  one.lead === "" ? one.text : `${one.lead} ${one.text}`,
  stateWords[one.state],
  one.broken,
  keptByWords(one),
  one.owner,
  one.due,
  one.checkedOn === "" ? "" : `${one.checkedOn}, ${one.kept === "no" ? "not kept" : "kept"}`,
  one.why,
  one.source,
  one.by,
  one.at,
];
