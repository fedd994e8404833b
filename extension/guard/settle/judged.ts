import type { Context, Reading, UnreadableReason, Verdict } from "#domain/detector/verdict";

/** Why a document was not judged at all, beside what the detector itself says of a file. */
export const unreadBecause = ["no-desk", "stopped", "came-along", "folder"] as const;
export type UnreadBecause = (typeof unreadBecause)[number];

/** What became of checking one document. Only a verdict of `none` lets it pass unasked. */
export type Judged =
  | { readonly kind: "verdict"; readonly verdict: Verdict; readonly provenance?: Context["provenance"] }
  /** Not finished within the budget; `seconds` is how much longer it would take, where that can be told. */
  | { readonly kind: "late"; readonly read?: Reading["read"]; readonly seconds?: number }
  | { readonly kind: "unread"; readonly why: UnreadBecause };

export interface JudgeAt {
  readonly context: Context;
  readonly progress: (read: Reading["read"]) => void;
  readonly signal: AbortSignal;
  /** `performance.now()` at which the verdict must stand. */
  readonly until: number;
}

/** Where documents are judged. */
export interface Judges {
  judge(document: File | string, at: JudgeAt): Promise<Judged>;
}

/** A document of a held gesture or message. */
export interface HeldDocument {
  readonly kind: "file" | "text";
  /** File name, for this computer's eyes alone; '' for text. */
  readonly name: string;
  /** Words of a text. */
  readonly words?: number;
  /** A picture by its type. */
  readonly picture?: boolean;
  readonly judged: Judged;
  /** What was judged, where it was opened here: of it a digest may be made. It stays in this page. */
  readonly content?: File | string;
}

/** Whether a document may go on without a question. */
export const isFine = ({ judged }: HeldDocument): boolean =>
  judged.kind === "verdict" && judged.verdict.strength === "none";

/** Whether a document was read and something about a patient was seen in it. */
export const namesSomebody = ({ judged }: HeldDocument): boolean =>
  judged.kind === "verdict" && (judged.verdict.strength === "strong" || judged.verdict.strength === "weak");

/** Whether a document was read and is about a patient, as far as can be told. */
export const isStrong = ({ judged }: HeldDocument): boolean =>
  judged.kind === "verdict" && judged.verdict.strength === "strong";

/** Whether a document is no patient's but about a member of staff. */
export const isAboutStaff = ({ judged }: HeldDocument): boolean =>
  judged.kind === "verdict" && judged.verdict.about === "staff";

/** Why a document could not be read, in the words of events and strings; undefined if it was. */
export function whyUnread({ judged }: HeldDocument): UnreadableReason | UnreadBecause | undefined {
  if (judged.kind === "unread") return judged.why;
  if (judged.kind === "late") return "timed-out";
  return judged.verdict.strength === "unreadable" ? (judged.verdict.unreadable ?? "unknown-kind") : undefined;
}
