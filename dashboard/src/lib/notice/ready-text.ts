import { inFull, type RegulatorNames } from "#domain/law/regulators";
import { retentionMonths } from "#domain/policy";
import type { Clinic } from "#lib/api/clinic.ts";

/** A notice that is true of this version of Chaperone; the clinic changes what does not fit it. */
export function readyText(clinic: Clinic, leadName: string, regulator: RegulatorNames): string {
  const kept = retentionMonths("record");
  const lead = leadName === "" ? `the ${clinic.leadTitle}` : `${leadName}, ${clinic.leadTitle}`;
  return [
    `How ${clinic.name} watches over patients’ records`,
    "Why. Patients trust us with their health. The law asks us to know who opened which record, and to keep documents about patients from leaving by mistake.",
    "What is recorded. On the clinic’s browsers: that a patient’s record was opened, searched, printed, copied, exported or downloaded, when, in which browser and by whom, with the record’s number in the clinical system. In the web mail: that a document was held, what kinds of detail were seen in it, whether the address was inside or outside, and what you then chose.",
    "What is never recorded. Patients’ names or details, what you read or write, file names, e-mail addresses, other websites, how long something was open, when you start or stop, or how much you do. There is no picture of your screen and no recording of keys.",
    `Who sees it. The ${clinic.leadTitle} and the manager, and an auditor for a set time. Each look is itself recorded, and you see it under My record, with everything recorded about you.`,
    "What follows from it. A view without a known reason is a question, asked by a person in working hours. Nothing is decided by a machine.",
    `How long. ${kept} months, then the entries are emptied.`,
    "Your own devices. On your own computer nothing is recorded unless the lead allows it with a reason that you can read.",
    `Your rights. You may see, question and object at any time. With a complaint please come to us first: speak to ${lead}. You may also go to the ${inFull(regulator)}.`,
  ].join("\n\n");
}

/** A scope that matches the ready text. */
export const readyScope =
  "Record views, searches, prints, copies, exports and downloads in the clinical systems named in the settings, and documents held in web mail, on paired browsers of the clinic. Nothing on other websites, no content, no durations.";
