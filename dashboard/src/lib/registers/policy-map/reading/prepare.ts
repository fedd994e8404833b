import type { Reading, UnreadableReason } from "#domain/detector/verdict";
import { policy } from "#domain/policy";
import type { PolicyFormat } from "#domain/registers/policy-map/acts";
import { mayHoldNumber } from "#domain/registers/policy-map/screened";
import { linesOf } from "#domain/registers/policy-map/split";
import { hasState } from "#domain/registers/policy-map/states";
import { namedIn, numberedIn } from "#domain/registers/screened";
import type { ReadPolicy, ReadProgress } from "./messages.ts";

const whyNothing: Readonly<Record<UnreadableReason, string>> = {
  locked: "This file is locked with a password. Save it without one, or paste its text.",
  damaged: "This file is damaged and could not be read. Save it anew, or paste its text.",
  "unknown-kind":
    "This kind of file is not read here: text, Word, PDF and Markdown are. Paste its text instead.",
  "too-faint":
    "This file holds pictures of pages and no words, as a scan does. Nothing here reads pictures: use the file that was printed, or have the scan made into text, and look it through.",
  empty: "There is no text in this.",
  "too-large": "This file is too large to be read as a policy. Put it in by chapter.",
  picture:
    "This file holds pictures of pages and no words, as a scan does. Nothing here reads pictures: use the file that was printed, or have the scan made into text, and look it through.",
  garbled: "The letters of this file can’t be made out. Save it anew, or paste its text.",
  part: "What this file holds could not be opened. Paste its text instead.",
  "timed-out": "This file was not read within two minutes. Save it as text, or put it in by chapter.",
};
const whyPart: Readonly<Partial<Record<UnreadableReason, string>>> = {
  "too-faint": "they are pictures, as in a scan",
  damaged: "they are damaged",
  "too-large": "the file is too large",
  "timed-out": "it took too long",
  "unknown-kind": "a part of it is of another kind",
  locked: "a part of it is locked",
  picture: "they are pictures, as in a scan",
  garbled: "their letters can’t be made out",
  part: "a part of it could not be opened",
};

/** "7, 8, 12 and 140 others": pages that were not read. */
function pagesInWords(pages: readonly number[]): string {
  const most = 12;
  const shown = pages.slice(0, most).join(", ");
  return pages.length > most ? `${shown} and ${pages.length - most} others` : shown;
}

/** What could not be read, as a sentence; '' where all was. */
export function notReadOf({ read, unreadable, missed = [] }: Reading): string {
  if (unreadable === undefined || unreadable === "empty") return "";
  const why = whyPart[unreadable] ?? "";
  const left = read.of - read.done;
  const of =
    read.unit === "page"
      ? `${left} of ${read.of} pages ${left === 1 ? "was" : "were"} not read`
      : "Not all of the file was read";
  const which =
    missed.length > 0 ? ` (${missed.length === 1 ? "page" : "pages"} ${pagesInWords(missed)})` : "";
  return `${of}${which}${why === "" ? "" : `: ${why}`}.`;
}

/** Why there is nothing of a file to take, as a sentence; undefined where there is. */
export function whyNotTaken(reading: Reading): string | undefined {
  return reading.text.trim() === "" ? whyNothing[reading.unreadable ?? "empty"] : undefined;
}

const formatOf = ({ format, text }: Reading, name: string): PolicyFormat => {
  if (format === "pdf" || format === "docx") return format;
  if (format !== "text") return "other";
  return /\.(?:md|markdown)$/i.test(name) || /^#{1,4} \S/m.test(text) ? "markdown" : "text";
};

/** Lines between two words of progress. */
const told = 200;

/**
 * Cuts what was read into lines and looks through each: what holds a patient's number is not sent, and what names somebody
 * is shown to a person first.
 *
 * @throws {Error} With a sentence to show, where it is no policy that can be taken.
 */
export function prepared(reading: Reading, name: string, tell: (progress: ReadProgress) => void): ReadPolicy {
  const refused = whyNotTaken(reading);
  if (refused !== undefined) throw new Error(refused);
  const lines = linesOf(reading.text);
  const most = policy.policyLinesMost.amount;
  if (lines.length > most)
    throw new Error(
      `This has ${lines.length.toLocaleString("en-GB")} sentences; a policy map takes ${most.toLocaleString("en-GB")}, some 300 pages. Put it in by chapter.`,
    );
  if (!lines.some(hasState)) throw new Error("There is no sentence in this.");
  const numbered: number[] = [];
  const named: number[] = [];
  lines.forEach((line, place) => {
    const words = [line.section, line.lead, line.text];
    if (words.some((text) => mayHoldNumber(text) && numberedIn(text).length > 0)) numbered.push(place);
    else if (namedIn(line.text).length > 0) named.push(place);
    if (place % told === 0) tell({ doing: "looking", unit: "sentence", done: place, of: lines.length });
  });
  const heading = lines
    .filter(({ kind }) => kind === "heading")
    .find(({ text }) => /polic|procedure|notice|code/i.test(text));
  const title =
    heading?.text ??
    (name
      .replace(/\.[^.]*$/, "")
      .replace(/[_-]+/g, " ")
      .trim() ||
      "Policy");
  const pages = reading.read.unit === "page" ? reading.read.of : 0;
  const format = formatOf(reading, name);
  return { title: title.slice(0, 160), format, pages, notRead: notReadOf(reading), lines, numbered, named };
}
