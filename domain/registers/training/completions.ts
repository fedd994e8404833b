/**
 * By what a completion is known. `stated`: somebody entered it. `assessor`: somebody saw that it can be done.
 * `certificate`: its file is kept. `lesson`: answered here. `export`: from a list of an e-learning system.
 * `acknowledged`: read and ticked here. `given-on`: not ticked; a manager gave it, or it was shown on a screen.
 */
export const evidenceKinds = [
  "stated",
  "assessor",
  "certificate",
  "lesson",
  "export",
  "acknowledged",
  "given-on",
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export const evidenceWords: Readonly<Record<EvidenceKind, string>> = {
  stated: "entered, without a proof",
  assessor: "seen by an assessor",
  certificate: "certificate kept",
  lesson: "lesson answered here",
  export: "list of an e-learning system",
  acknowledged: "read and acknowledged here",
  "given-on": "given on that day, not ticked",
};

/** The same with the paired browser in which it was: "lesson answered here, in the browser Front desk". */
export const evidenceSays = (evidence: EvidenceKind, browser: string): string =>
  browser === "" ? evidenceWords[evidence] : `${evidenceWords[evidence]}, in the browser ${browser}`;

/** What a course may be: `policy` is a document to read and acknowledge, `notice` the monitoring notice; '' teaches. */
export const courseKinds = ["", "policy", "notice"] as const;

/** Courses that come set up, by their fixed ids. */
export const setUpCourses = {
  dataProtection: "coursedataprote",
  confidentiality: "courseconfident",
  recordKeeping: "courserecordkee",
  monitoringNotice: "coursemonitorno",
} as const;
