import * as z from "zod/mini";
import { type Candour, candourFor } from "../../../law/candour.ts";
import {
  type CandourFacts,
  careWords,
  harmWords,
  nothingSaid,
  opinionWords,
  resultedWords,
} from "../../../law/candour-facts.ts";
import type { FourAnswers } from "../../../law/four-answers.ts";
import { careNotices } from "../../../law/notices.ts";
import { dataRegulatorOn, dataRegulators, type RegulatorNames } from "../../../law/regulators.ts";
import { type LawRule, sourceWords } from "../../../law/rule.ts";
import type { CandourAnswer, CareAnswer } from "./answers.ts";
import { careAnswered } from "./clocks.ts";

const text = z.string();
const rule = z.strictObject({
  id: text,
  text,
  binds: text,
  source: text,
  /** Civil date on which it was read. */
  read: text,
  sure: z.enum(["read", "second-hand", "check"]),
});

/** The law that a report was made under, frozen with it: the regulator's name, the four answers, what followed. */
export const lawThen = z.strictObject({
  regulator: z.strictObject({ name: text, short: text, web: text }),
  careRegulator: text,
  legalForm: text,
  nhsWork: text,
  /** Whether the regulator of care had to be told; null where nobody had said it. */
  care: z.nullable(
    z.strictObject({ lines: z.array(z.extend(rule, { applies: z.boolean() })), reason: text, at: text }),
  ),
  candour: z.strictObject({
    binds: z.enum(["law", "policy", "no", "asks", "check"]),
    why: text,
    met: z.enum(["yes", "no", "not-known-yet"]),
    rule: z.nullable(rule),
    /** What was said of it, in words. */
    said: z.array(z.strictObject({ what: text, words: text })),
    reason: text,
  }),
});
export type LawThen = z.infer<typeof lawThen>;

/**
 * The law as it is to be frozen.
 *
 * @param day - Civil date at the clinic.
 */
export function lawOn(
  day: string,
  clinic: FourAnswers,
  { care, candour }: { readonly care: CareAnswer | null; readonly candour: CandourAnswer | null },
): LawThen {
  const { name, short, web } = dataRegulatorOn(day);
  const facts: CandourFacts = candour ?? nothingSaid;
  const found: Candour = candourFor(clinic, facts);
  return {
    regulator: { name, short, web },
    careRegulator: clinic.careRegulator,
    legalForm: clinic.legalForm,
    nhsWork: clinic.nhsWork,
    care:
      care === null || !careAnswered(clinic, care)
        ? null
        : {
            lines: careNotices
              .filter(({ id }) => care.lines.includes(id))
              .map((line) => ({ ...ruleThen(line), applies: care.applies.includes(line.id) })),
            reason: care.reason,
            at: care.at,
          },
    candour: {
      binds: found.binds,
      why: found.why,
      met: found.met,
      rule: found.rule ? ruleThen(found.rule) : null,
      said: candour ? saidOf(facts) : [],
      reason: candour?.reason ?? "",
    },
  };
}

const ruleThen = ({ id, text, binds, source, sure }: LawRule) => ({
  id,
  text,
  binds,
  source: sourceWords(source),
  read: source.read,
  sure,
});

const saidOf = ({ care, resulted, harm, opinion }: CandourFacts) => [
  { what: "Whose patient", words: careWords[care] },
  { what: "What came of it", words: resultedWords[resulted] },
  { what: "The gravest harm", words: harmWords[harm] },
  { what: "Whose opinion", words: opinionWords[opinion] },
];

/** The regulator that a version names: the one frozen with it, or what was printed before one was. */
export const regulatorOf = (report: { readonly law?: LawThen | undefined }): RegulatorNames =>
  report.law?.regulator ?? dataRegulators[0];
