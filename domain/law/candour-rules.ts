import { policy } from "../policy.ts";
import type { CandourHarm } from "./candour-facts.ts";
import { from, type LawRule } from "./rule.ts";

/** A step that a duty of candour asks for, once it is met. */
export interface CandourStep {
  readonly id: string;
  readonly text: string;
  readonly section: string;
  /** How long there is, in words. */
  readonly words: string;
  /**
   * What its end is counted by. `at-once`: from when the duty is met, without a number. `opinion`: months from the
   * opinion. `after`: working days after the step with that id was taken. `none`: nothing is counted.
   */
  readonly counts: "at-once" | "opinion" | "none" | { readonly after: string };
}

/** A duty of candour: whom it binds, what starts it, and its steps. */
export interface CandourRule extends LawRule {
  /** Whether what could result starts it, or only what appears to have resulted. */
  readonly could: boolean;
  /** Harm that starts it. */
  readonly harms: readonly CandourHarm[];
  /** Whose opinion it takes. */
  readonly opinion: "any" | "uninvolved" | "none";
  readonly steps: readonly CandourStep[];
}

const reg20 = "HSCA 2008 (Regulated Activities) Regulations 2014";
const act2016 = "Health (Tobacco, Nicotine etc. and Care) (Scotland) Act 2016";
const scottish = "Duty of Candour Procedure (Scotland) Regulations 2018";
const welshAct = "Health and Social Care (Quality and Engagement) (Wales) Act 2020";
const welsh = "Duty of Candour Procedure (Wales) Regulations 2023";

const englishSteps: readonly CandourStep[] = [
  {
    id: "candour-england-told",
    text: "Told in person by a representative: a true account, what will be enquired into, an apology; written down. Where they decline or can’t be reached, the attempts are written down",
    section: "reg 20(2), (3), (5)",
    words: "as soon as reasonably practicable",
    counts: "at-once",
  },
  {
    id: "candour-england-written",
    text: "Then in writing, with the results of the enquiries and an apology; a copy of all letters kept",
    section: "reg 20(4), (6)",
    words: "no number of days in the regulation",
    counts: "none",
  },
];

/** Who follows the duty; each has steps of its own, for what is noted of one says nothing of the other. */
const welshSteps = (whose: "wales" | "wales-for-nhs", first: string): readonly CandourStep[] => [
  {
    id: `candour-${whose}-told`,
    text: `${first}Told in person; telephone and video count. Later than ${policy.candourExplainedWales.amount} working days after awareness: it says why`,
    section: "regs 2(3), 4",
    words: "when first aware",
    counts: "at-once",
  },
  {
    id: `candour-${whose}-written`,
    text: `${first}A letter sent after that notice, by all reasonable steps`,
    section: "reg 4",
    words: `within ${policy.candourLetterWales.amount} working days after telling them in person`,
    counts: { after: `candour-${whose}-told` },
  },
];

export const candourRules = {
  "england-private": {
    id: "candour-england-private",
    nations: ["england"],
    binds: "Registered persons (CQC) that are no health service body",
    text: "Duty of candour: an unintended or unexpected incident in care that appears to have resulted in death, an impairment, pain or psychological harm of 28 days or more, a changed body structure or a shorter life, or that took treatment to prevent those",
    source: from(reg20, "reg 20(9)"),
    sure: "read",
    could: false,
    harms: ["lasting", "severe", "death", "prevented"],
    opinion: "any",
    steps: englishSteps,
  },
  "england-nhs": {
    id: "candour-england-nhs",
    nations: ["england"],
    binds: "Health service bodies registered with the CQC",
    text: "Duty of candour: an unintended or unexpected incident in care that could result in, or appears to have resulted in, death, severe or moderate harm, or psychological harm of 28 days or more",
    source: from(reg20, "reg 20(8)"),
    sure: "read",
    could: true,
    harms: ["more-treatment", "lasting", "severe", "death", "prevented"],
    opinion: "any",
    steps: englishSteps,
  },
  scotland: {
    id: "candour-scotland",
    nations: ["scotland"],
    binds:
      "Bodies, not individuals, that provide an independent health care service or work under contract with a Health Board",
    text: "Duty of candour: an unintended or unexpected incident in care that appears to have resulted in, or could result in, harm that the Act lists, in the opinion of a health professional who was not involved",
    source: from(act2016, "ss.21 and 25"),
    sure: "read",
    could: true,
    harms: ["more-treatment", "lasting", "severe", "death", "prevented"],
    opinion: "uninvolved",
    steps: [
      {
        id: "candour-scotland-told",
        text: "The person told. Where the opinion came later than a month after the incident, the notice says why",
        section: `${scottish}, reg 4`,
        words: "as soon as reasonably practicable",
        counts: "at-once",
      },
      {
        id: "candour-scotland-apology",
        text: "A written apology offered; a meeting offered, held and noted",
        section: `${scottish}, regs 5 and 6`,
        words: "no number of days in the regulation",
        counts: "none",
      },
      {
        id: "candour-scotland-review",
        text: "The circumstances reviewed; where it takes longer, why is explained. A file of everything kept",
        section: `${scottish}, regs 7 and 9`,
        words: `${policy.candourReviewScotland.amount} months from the opinion; after that, explain`,
        counts: "opinion",
      },
    ],
  },
  "wales-nhs": {
    id: "candour-wales-nhs",
    nations: ["wales"],
    binds: "NHS bodies",
    text: "Duty of candour: an NHS patient could suffer, or has suffered, harm that is more than minimal",
    source: from(welshAct, "ss.3 and 11"),
    sure: "read",
    could: true,
    harms: ["more-than-minimal", "more-treatment", "lasting", "severe", "death", "prevented"],
    opinion: "none",
    steps: welshSteps("wales", ""),
  },
  "wales-for-nhs": {
    id: "candour-wales-for-nhs",
    nations: ["wales"],
    binds:
      "The NHS body whose patient it is: other providers’ work counts as its own; a primary-care contractor so far as it acts for a board",
    text: "Duty of candour of the NHS body: its patient could suffer, or has suffered, harm that is more than minimal",
    source: from(welshAct, `s.11(6), with ${welsh}, reg 2(5)`),
    sure: "read",
    could: true,
    harms: ["more-than-minimal", "more-treatment", "lasting", "severe", "death", "prevented"],
    opinion: "none",
    steps: [
      {
        id: "candour-wales-body",
        text: "The NHS body whose patient it is told, so that it can follow its duty",
        section: "s.11(6)",
        words: "when first aware",
        counts: "at-once",
      },
      ...welshSteps("wales-for-nhs", "Agreed with the NHS body who does it: "),
    ],
  },
  "northern-ireland": {
    id: "candour-northern-ireland",
    nations: ["northern-ireland"],
    binds: "The health service, as its policy; no statute found",
    text: "Being open with a person who was harmed: the framework of 19 February 2026",
    source: from(
      "Being Open Framework, Department of Health",
      "written statement of 19 February 2026; date of any Act",
    ),
    sure: "check",
    policy: true,
    could: true,
    harms: ["more-than-minimal", "more-treatment", "lasting", "severe", "death", "prevented"],
    opinion: "none",
    steps: [
      {
        id: "candour-ni-told",
        text: "The person told openly, with an apology (policy, not law)",
        section: "",
        words: "no number in what we read",
        counts: "none",
      },
    ],
  },
} as const satisfies Record<string, CandourRule>;

/** All steps there are, of whichever nation; the two English rules share theirs. */
export const candourSteps: readonly CandourStep[] = Object.values<CandourRule>(candourRules)
  .flatMap(({ steps }) => steps)
  .filter((step, i, all) => all.findIndex(({ id }) => id === step.id) === i);
