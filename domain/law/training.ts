import { type FourAnswers, nations, worksForNhs } from "./four-answers.ts";
import { from, type LawRule } from "./rule.ts";

/** A target for training: a setting with a source, never "required by law". */
export interface TrainingTarget extends LawRule {
  readonly applies: (answers: FourAnswers) => boolean;
}

const englishNhs = (answers: FourAnswers) => answers.nation === "england" && worksForNhs(answers);

export const trainingTargets: readonly TrainingTarget[] = [
  {
    id: "training-two-years",
    nations,
    binds: "Whoever reports a breach",
    text: "The report form asks what training the person had; two years before the breach is our own reading",
    source: from("Start page of the breach report form, ico.org.uk", "no period seen"),
    sure: "check",
    policy: true,
    applies: () => true,
  },
  {
    id: "training-dspt",
    nations: ["england"],
    binds: "Who has access to NHS patient data or systems",
    text: "The Data Security and Protection Toolkit: 95 % of staff in the 12 months before by one page, no percentage by another; for small providers unresolved",
    source: from("DSPT news and the small providers’ tool, digitalcarehub.co.uk", "3.2.1"),
    sure: "check",
    policy: true,
    applies: englishNhs,
  },
  {
    id: "training-dspt-quiz",
    nations: ["england"],
    binds: "Who uses that quiz",
    text: "80 % to pass, of the Digital Care Hub’s quiz alone",
    source: from("Digital Care Hub", "its tool’s page"),
    sure: "second-hand",
    policy: true,
    applies: englishNhs,
  },
];

export const trainingTargetsFor = (answers: FourAnswers): readonly TrainingTarget[] =>
  trainingTargets.filter((one) => one.nations.includes(answers.nation) && one.applies(answers));
