import { readingAt } from "#domain/base/local-time";
import { longDate } from "#domain/base/local-words";
import { inFull, type RegulatorNames } from "#domain/law/regulators";
import type { IncidentReport } from "#domain/registers/incidents/report";
import { incidentName } from "#domain/registers/incidents/words";
import { offsetIn } from "#lib/format/offset-at.ts";
import type { Block, Paper } from "../paper.ts";

/** Version of the words below; it is noted for each person told. */
export const letterVersion = "2026-11-2";

/** What the clinic writes in outside, in its own word processor: Chaperone holds no patient's name or address. */
export const letterPlaceholders = {
  name: "[Name of the patient]",
  address: "[Address]",
  date: "[Date]",
  reference: "[Your own reference]",
  what: "[Say in one or two plain sentences which information of theirs it was]",
  telephone: "[Telephone number for questions]",
  signature: "[Name and signature]",
} as const;

/** What the lead says to all who are told, in plain words; checked by the detector like every text of the report. */
export interface LetterWords {
  readonly happened: string;
  readonly consequences: string;
  readonly done: string;
  readonly advice: string;
}

const section = (text: string): Block => ({ is: "heading", level: 2, text });
const says = (text: string): Block => ({ is: "paragraph", text });

/**
 * The letter to a person whose data it was, in the plain words that Art 34(2) asks for, without their name.
 *
 * @param regulator - As it is called on the day of the letter: it goes out then, whichever version it rests on.
 * @param isFrozen - Whether it rests on a version, or on what is known before there is one.
 */
export function letterPaper(
  report: IncidentReport,
  words: LetterWords,
  regulator: RegulatorNames,
  isFrozen = true,
): Paper {
  const { clinic, times, number, version } = report;
  const gap = letterPlaceholders;
  const from =
    times.occurredFrom && readingAt(Date.parse(times.occurredFrom), offsetIn(clinic.timeZone)).slice(0, 10);
  const when = from ? ` on ${longDate(from)}` : "";
  return {
    title: "About your personal information",
    subject: "Letter under UK GDPR Article 34",
    author: clinic.name,
    madeAtMs: Date.parse(report.madeAt),
    foot: [
      clinic.name,
      `Letter ${letterVersion}, ${incidentName(number)}, ${isFrozen ? `version ${version}` : "before its first version"}`,
    ],
    blocks: [
      says(`${clinic.name}\n${clinic.address}`),
      says(`${gap.name}\n${gap.address}`),
      says(`${gap.date}\n${gap.reference}`),
      says(`Dear ${gap.name},`),
      says(
        `We are writing to tell you that something went wrong with your personal information${when}. We are sorry.`,
      ),
      section("What happened"),
      says(words.happened),
      says(gap.what),
      section("What it may mean for you"),
      says(words.consequences),
      section("What we have done"),
      says(words.done),
      section("What you can do"),
      says(words.advice),
      section("Whom you can ask"),
      says(`${clinic.lead}, ${clinic.leadTitle}\n${clinic.name}, ${clinic.address}\n${gap.telephone}`),
      says(
        `If you are not happy with how we have dealt with this, please come to us first. You may also go to the ${inFull(regulator)}, at any time.`,
      ),
      says(`Yours sincerely,\n\n${gap.signature}`),
    ],
  };
}
