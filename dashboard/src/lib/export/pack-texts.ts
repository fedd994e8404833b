import { longDate, longMoment } from "#domain/base/local-words";
import { incidentFileName } from "#domain/registers/incidents/words";
import { usualTraining } from "#domain/registers/training/training";
import type { PackNotice, PackPlan } from "#domain/work/evidence-pack";
import { offsetIn } from "#lib/format/offset-at.ts";
import { csvOf } from "./csv.ts";

/** Something that a reader of a pack may look for and does not find. */
export type LeftOut = { readonly what: string; readonly why: string };

/** What a pack says of itself. */
export type PackAbout = {
  readonly clinic: string;
  readonly timeZone: string;
  /** Civil dates at the clinic, both within. */
  readonly from: string;
  readonly to: string;
  /** Instant, from the server's answer and not from this machine's clock. */
  readonly madeAt: string;
  readonly madeBy: string;
  /** The event log's head: what was recorded up to here can't have been changed since unseen. */
  readonly ledger: { readonly seq: number; readonly hash: string };
  readonly leftOut: readonly LeftOut[];
};

export const packReadMe = (about: PackAbout): string => `Evidence pack of ${about.clinic}
${longDate(about.from)} to ${longDate(about.to)}, days of ${about.timeZone}
Made ${about.madeAt} by ${about.madeBy}, with Chaperone

WHAT IS IN IT
register/    the register of personal data breaches (UK GDPR Art 33(5)) as PDF, CSV and JSON; evidence-files.csv names
             each evidence file by its hash
incidents/   each version of each report as it was frozen (JSON), as PDF, and as Word where one was made
reviews/     minutes of the weekly reviews as they were signed, and weeks.csv: every week, and why one was not held
training/    training.csv: data protection training as it was entered, with what was corrected
notices/     what staff were told of the recording, each with its impact assessment, and shown.csv: to whom and when
ledger/      the whole event log
No patient's identity stands in it. People affected are counted; staff in a report stand without names.

WHAT IS LEFT OUT, AND WHY
${about.leftOut.map(({ what, why }) => `- ${what}: ${why}`).join("\n")}

TO CHECK THE FILES
manifest.json names every file with its SHA-256 and size; SHA256SUMS holds the same for a program:
  sha256sum -c SHA256SUMS             (macOS: shasum -a 256 -c SHA256SUMS)
  certutil -hashfile FILE SHA256      (Windows, one file)

TO CHECK THE EVENT LOG
The head of the log when this was made is entry ${about.ledger.seq}, hash
  ${about.ledger.hash || "(the log is empty)"}
and that entry tells of this pack. ledger/ledger.jsonl holds it and everything before it, a signed head at its end.
With a copy of Chaperone, on any machine and offline:
  npm run -s verify -- ledger/ledger.jsonl
It computes every hash anew and names the first line that does not fit.

HOW THEY BELONG TOGETHER
The SHA-256 of each version-n.json stands in the log: the event breach_reports.act with the action "version" that was
recorded when it was made. That of signed minutes stands in reviews.act with the action "sign".
`;

/** Folder of an incident, for example `incidents/INC-14`. */
export const folderOf = (incident: number): string => `incidents/${incidentFileName(incident)}`;

export const evidenceCsv = ({ evidence }: PackPlan): string =>
  csvOf([
    ["Incident", "Added (UTC)", "Type", "Bytes", "SHA-256"],
    ...evidence.map(({ incident, at, mime, size, sha256 }) => [
      folderOf(incident).slice("incidents/".length),
      at,
      mime,
      String(size),
      sha256,
    ]),
  ]);

export const weeksCsv = ({ reviews }: PackPlan): string =>
  csvOf([
    ["Week of", "Review", "Signed (UTC)", "Why it was not held", "SHA-256 of the minutes"],
    ...reviews.map(({ weekOf, number, state, signedAt, missedReason, hash }) => [
      weekOf,
      state === "signed" ? String(number) : "",
      signedAt,
      missedReason,
      hash,
    ]),
  ]);

/** Each entry with what became of it: it counts, or another stands in its place. */
export function trainingCsv({ training }: PackPlan): string {
  const mended = new Set(training.map(({ corrects }) => corrects));
  const state = ({ id, completedOn }: PackPlan["training"][number]) =>
    mended.has(id) ? "corrected by a later entry" : completedOn === "" ? "taken back" : "counts";
  return csvOf([
    ["Person", "Training", "Completed on", "State", "Entered by", "Entered (UTC)", "Why corrected"],
    ...training.map((entry) => [
      entry.person,
      entry.what || usualTraining,
      entry.completedOn,
      state(entry),
      entry.enteredBy,
      entry.enteredAt,
      entry.reason,
    ]),
  ]);
}

export const shownCsv = ({ shown }: PackPlan): string =>
  csvOf([["Notice", "Shown to", "At (UTC)"], ...shown.map(({ notice, to, at }) => [String(notice), to, at])]);

/** A notice as people read it, with the impact assessment (DPIA) that allows it. */
export function noticeText(notice: PackNotice, timeZone: string): string {
  const parts = [
    `Notice ${notice.number}`,
    `Recorded ${longMoment(notice.recordedAt, offsetIn(timeZone))} by ${notice.recordedBy}`,
    "",
    notice.text,
    "",
    "SCOPE",
    notice.scope,
    "",
    "IMPACT ASSESSMENT",
    `Decided by ${notice.assessedBy} on ${longDate(notice.assessedOn)}`,
    notice.assessmentDecision,
    "",
    notice.viewsSought ? "VIEWS OF THE WORKERS" : "VIEWS OF THE WORKERS WERE NOT SOUGHT",
    notice.views,
    "",
  ];
  return parts.join("\n");
}
