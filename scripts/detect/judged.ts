import { type Part, partsOf } from "#domain/detector/explain";
import {
  type FindingKind,
  findingKinds,
  type UnreadableReason,
  type Verdict,
} from "#domain/detector/verdict";

/** Why a file was not judged: a reader's reason, or one of the place where the file lies. */
export type Reason = UnreadableReason | "not-there" | "not-a-file" | "no-permission" | "disk-error";

/** What the command says of a file beside its name. It holds kinds and counts, never a word of the file. */
export interface Judged {
  /** Size of the file. */
  readonly bytes: number;
  /** How it was read, by its bytes; `unknown` where it was not. */
  readonly format: string;
  readonly strength: Verdict["strength"];
  /** 0 to 1. */
  readonly score: number;
  /** Kinds that were seen, in the order of `findingKinds`. */
  readonly findings: readonly { readonly kind: FindingKind; readonly count: number }[];
  /** Milliseconds that reading and judging took. */
  readonly ms: number;
  /** Why the file, or a part of it, was not read. */
  readonly unreadable?: Reason;
  /** Set where it is about a member of staff and no patient. */
  readonly about?: "staff";
  /** Each kind's part in the score, with what spoke against it and the bias: asked for by `--why`. */
  readonly parts?: readonly Part[];
}

export function judgedBy(verdict: Verdict, bytes: number, ms: number, why = false): Judged {
  const { format, strength, score, findings, unreadable, about } = verdict;
  const counts = findingKinds.map((kind) => ({
    kind,
    count: findings.filter((finding) => finding.kind === kind).length,
  }));
  const seen = counts.filter(({ count }) => count > 0);
  return {
    bytes,
    format,
    strength,
    score,
    findings: seen,
    ms: tenths(ms),
    ...(unreadable && { unreadable }),
    ...(about && { about }),
    ...(why && { parts: partsOf(verdict) }),
  };
}

/** Of a file that was not read at all. */
export function notRead(unreadable: Reason, bytes = 0, ms = 0): Judged {
  return {
    bytes,
    format: "unknown",
    strength: "unreadable",
    score: 0,
    findings: [],
    ms: tenths(ms),
    unreadable,
  };
}

const tenths = (ms: number) => Math.round(ms * 10) / 10;

/** What an error of the file system says of a file. */
export function reasonOf(problem: unknown): Reason {
  const code = (problem as NodeJS.ErrnoException | undefined)?.code ?? "";
  if (["ENOENT", "ENOTDIR", "ELOOP"].includes(code)) return "not-there";
  return code === "EACCES" || code === "EPERM" ? "no-permission" : "disk-error";
}
