/** Who is told: people of the patient's own, and those who act for an office. */
export const relations = {
  partner: "partner",
  mother: "mother",
  father: "father",
  daughter: "daughter",
  son: "son",
  sister: "sister",
  brother: "brother",
  relative: "relative",
  friend: "friend",
  carer: "carer",
  attorney: "attorney or deputy",
  solicitor: "solicitor",
  insurer: "insurer",
  employer: "employer",
  clinic: "another clinic",
  other: "somebody else",
} as const;
export type Relation = keyof typeof relations;

const offices: readonly Relation[] = ["solicitor", "insurer", "employer", "clinic"];
/** Named by their organisation, not by a name. */
export const isOffice = (relation: string): boolean => (offices as readonly string[]).includes(relation);

/** What may be told or given, as it is said on the telephone. */
export const scopes = {
  appointments: "appointments",
  treatment: "treatment",
  letters: "letters",
  results: "results",
  pictures: "pictures",
  bills: "bills",
} as const;
export type Scope = keyof typeof scopes;
export const scopeKeys = Object.keys(scopes) as Scope[];

/** By which way; e-mail is none of them (DOMAIN.md 7.3). */
export const channels = {
  phone: "by telephone",
  person: "in person",
  post: "by tracked post",
  system: "through the clinical system",
  copy: "an encrypted copy, handed over",
} as const;
export type Channel = keyof typeof channels;
export const channelKeys = Object.keys(channels) as Channel[];

/** By what the clinic knows that the patient said so (DOMAIN.md 7.5). */
export const proofs = {
  signed: "the patient signed the form",
  witnessed: "the patient said it, and somebody of the clinic witnessed it",
} as const;
export type Proof = keyof typeof proofs;

/** How a patient took it back: said is as good as written. */
export const takenBackHow = {
  person: "said here, in person",
  phone: "said on the telephone",
  letter: "written",
  system: "through the clinical system",
} as const;

export interface ReleaseDays {
  /** Civil dates, both within. */
  readonly validFrom: string;
  readonly expiresOn: string;
  /** Instants; '' where it was not. */
  readonly revokedAt: string;
  readonly usedAt: string;
}

/** `used`: was for one time, and that was it. */
export type ReleaseState = "stands" | "not-yet" | "ended" | "revoked" | "used";

/** @param today - Civil date at the clinic. */
export function releaseState(release: ReleaseDays, today: string): ReleaseState {
  if (release.revokedAt !== "") return "revoked";
  if (release.usedAt !== "") return "used";
  if (release.expiresOn < today) return "ended";
  return release.validFrom > today ? "not-yet" : "stands";
}
