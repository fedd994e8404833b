import type { Nation } from "../four-answers.ts";
import type { LawSource, Sure } from "../rule.ts";

/** What a clinic's policy says and the law does not, and by which words it is known. */
export interface PolicyError {
  readonly id: string;
  /** Where it is wrong; a sentence may be right in another nation. */
  readonly nations: readonly Nation[];
  /** All have to stand in the sentence, as `normalText` writes it. */
  readonly words: readonly RegExp[];
  /** None of these may. */
  readonly unless?: readonly RegExp[];
  /** Why it is wrong, in one or two sentences. */
  readonly why: string;
  /** A sentence that is right, to copy. */
  readonly right: string;
  readonly source: LawSource;
  /** Only what was read is told as law. */
  readonly sure: Sure;
}

/** The day on which these were last compared with the stored texts. */
const readOn = "2026-11-30";
export const from = (title: string, section: string): LawSource => ({ title, section, read: readOn });
export const gdpr = "UK GDPR";
export const dpa = "Data Protection Act 2018";
export const duaa = "Data (Use and Access) Act 2025";
