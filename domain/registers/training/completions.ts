/**
 * By what a completion is known. `stated`: somebody entered it. `assessor`: somebody saw that it can be done.
 * `certificate`: its file is kept. `lesson`: answered here. `export`: from a list of an e-learning system.
 */
export const evidenceKinds = ["stated", "assessor", "certificate", "lesson", "export"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export const evidenceWords: Readonly<Record<EvidenceKind, string>> = {
  stated: "entered, without a proof",
  assessor: "seen by an assessor",
  certificate: "certificate kept",
  lesson: "lesson answered here",
  export: "list of an e-learning system",
};

/** Courses that come set up, by their fixed ids. */
export const setUpCourses = {
  dataProtection: "coursedataprote",
  confidentiality: "courseconfident",
  recordKeeping: "courserecordkee",
} as const;
