import type { Nation } from "./four-answers.ts";

/**
 * How sure we are of a rule. `read`: in the text of the law or on an official page. `second-hand`: told by others who
 * quote it. `check`: not found or not safe, and so shown as "check before use", never as law.
 */
export type Sure = "read" | "second-hand" | "check";

/** Where a rule was read. */
export interface LawSource {
  /** Of the Act, the regulations or the page. */
  readonly title: string;
  readonly section: string;
  /** Civil date on which the stored text was read; "" where it was not. */
  readonly read: string;
}

/** A rule of law or policy as data. */
export interface LawRule {
  readonly id: string;
  readonly nations: readonly Nation[];
  /** Whom it binds, in words. */
  readonly binds: string;
  readonly text: string;
  readonly source: LawSource;
  readonly sure: Sure;
  /** Policy of a health service, followed and not owed by law. */
  readonly policy?: true;
}

/** The day on which all rules of this folder were last compared with the stored texts. */
export const readOn = "2026-11-29";
export const from = (title: string, section: string): LawSource => ({ title, section, read: readOn });

/** How a page says how sure we are. */
export const sureWords: Readonly<Record<Sure, string>> = {
  read: "Read in the text",
  "second-hand": "Second-hand: check before use",
  check: "Check before use",
};

/** "HSCA 2008 (Regulated Activities) Regulations 2014, reg 20(9)". */
export const sourceWords = ({ title, section }: LawSource): string =>
  section === "" ? title : `${title}, ${section}`;

/** A rule's source as a line below it: what is only to be checked never passes for law. */
export const sourceLine = ({ source, sure }: LawRule): string =>
  sure === "read" ? sourceWords(source) : `Check before use: ${sourceWords(source)}`;
