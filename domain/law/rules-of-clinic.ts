import { candourFor } from "./candour.ts";
import { nothingSaid } from "./candour-facts.ts";
import { candourYearRule, owesCandourYear } from "./candour-year.ts";
import { complaintsFor } from "./complaints.ts";
import type { FourAnswers } from "./four-answers.ts";
import { careNoticesOf, writtenNoticesOf } from "./notices.ts";
import { retentionFor } from "./retention.ts";
import type { LawRule } from "./rule.ts";
import { trainingTargetsFor } from "./training.ts";

/** Rules of one matter that a clinic with these answers works under, and what is to be said beside them. */
export interface RulesOfMatter {
  readonly matter: "candour" | "notices" | "complaints" | "retention" | "training";
  readonly says: string;
  readonly rules: readonly LawRule[];
}

/** All that follows from the four answers, by matter. */
export function rulesOfClinic(answers: FourAnswers): RulesOfMatter[] {
  const candour = candourOf(answers);
  return [
    candour,
    {
      matter: "notices",
      says: noticesSay(answers),
      rules: [...careNoticesOf(answers.careRegulator), ...writtenNoticesOf(answers.careRegulator)],
    },
    { matter: "complaints", says: "", rules: complaintsFor(answers) },
    {
      matter: "retention",
      says:
        answers.careRegulator === "" && (answers.nation === "wales" || answers.nation === "northern-ireland")
          ? "Whether the clinic is registered is not said: the periods that are law for registered clinics are left out."
          : "",
      rules: retentionFor(answers),
    },
    {
      matter: "training",
      says: "Targets are settings with a source. None is required by law.",
      rules: trainingTargetsFor(answers),
    },
  ];
}

function candourOf(answers: FourAnswers): RulesOfMatter {
  const { binds, why, rule } = candourFor(answers, nothingSaid);
  // Whose patient it is, is asked in each case: the rule is shown with the words that say so.
  const rules: LawRule[] = rule && binds !== "no" ? [rule] : [];
  const yearly = owesCandourYear(answers) ? [candourYearRule] : [];
  return { matter: "candour", says: why, rules: [...rules, ...yearly] };
}

function noticesSay({ careRegulator }: FourAnswers): string {
  if (careRegulator === "") return "Whether the clinic is registered is not said.";
  return careRegulator === "none" ? "Registered with nobody: no regulator of care is told." : "";
}
