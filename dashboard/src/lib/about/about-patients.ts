import { dataRegulatorOn, inFull } from "#domain/law/regulators";
import { retentionMonths } from "#domain/policy";
import type { HeldNow } from "#domain/work/held";

/** What is never held, in the clinic's words. */
export const neverHeld =
  "Files of evidence aside, and what staff write in their own words, which is screened but may hold what the screen does not find: no name, date of birth, NHS number, address, diagnosis, letter, message, file name or recipient, and no picture of a page.";

/**
 * A paragraph for the clinic's own privacy notice to patients: what the log holds, and what each register has to tell.
 *
 * @param today - Civil date at the clinic: the regulator is called as it is that day.
 */
export function paragraphFor(clinic: string, held: readonly Pick<HeldNow, "tells">[], today: string): string {
  const registers = [...new Set(held.flatMap(({ tells }) => (tells ? [tells] : [])))];
  return [
    `${clinic} keeps a log of which member of staff opened which patient’s record and when, and checks documents on our computers before they are sent by e-mail. The log holds your record’s number in our clinical system, not your name or anything from your record. We use it to make sure that only people involved in your care look at your record, as the UK GDPR (articles 5(1)(f) and 32) asks of us; our lawful bases are our legitimate interest in keeping your information secure (article 6(1)(f)) and the management of health care (article 9(2)(h)). It is kept on our own server for ${retentionMonths("record")} months and shared with nobody, except where the law requires it.`,
    ...registers,
    `You may ask us who has looked at your record, ask for a copy of what we hold about you, and object to it. You can complain to us; you can also go to the ${inFull(dataRegulatorOn(today))}.`,
  ].join(" ");
}
