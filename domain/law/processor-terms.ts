import { nations } from "./four-answers.ts";
import type { LawRule } from "./rule.ts";

/** What a contract with somebody who works on the clinic's word has to say, by the letters of Art 28(3). */
export const termKeys = ["a", "b", "c", "d", "e", "f", "g", "h"] as const;
export type TermKey = (typeof termKeys)[number];

/** In short words of ours. */
export const termWords: Readonly<Record<TermKey, string>> = {
  a: "works on our written word only",
  b: "its people are bound to confidence",
  c: "security, Art. 32",
  d: "names who else it uses, and binds them too",
  e: "helps with patients’ requests",
  f: "helps with breaches, tells us without delay",
  g: "deletes or gives back at the end",
  h: "lets us check",
};

/** Where the eight stand. Read in a stored page of the regulator's, not in the Article itself: so "check before use". */
export const processorTerms: LawRule = {
  id: "processor-terms",
  nations,
  binds: "Whoever has personal data worked on by somebody else",
  text: "A written contract with eight terms, a to h",
  source: {
    title: "UK GDPR",
    section: "Art 28(3), as listed by ico.org.uk, “What needs to be included in the contract?”",
    read: "2026-11-30",
  },
  sure: "check",
};

/** What needs a ground before data goes abroad. */
export const transferRule: LawRule = {
  id: "transfer-grounds",
  nations,
  binds: "Whoever lets personal data lie or be seen outside the United Kingdom",
  text: "A country that the UK finds adequate, or an agreement (IDTA, Addendum) with the risk weighed",
  source: { title: "UK GDPR", section: "Arts 45 and 46: not read, from memory", read: "" },
  sure: "check",
};
