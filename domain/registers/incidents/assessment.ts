import type { NotTellingGround } from "../../law/not-telling.ts";

/**
 * The two thresholds as questions: risk -> the regulator, high risk -> the people as well (UK GDPR Arts 33, 34;
 * ICO self-assessment, DOMAIN.md 1.4). The tool advises, the lead advises, the controller decides: three fields.
 */
export const assessmentVersion = "2026-11-2";

export interface Question<Answer extends string = string> {
  readonly id: string;
  readonly text: string;
  readonly hint?: string;
  readonly answers: Readonly<Record<Answer, string>>;
  readonly source: string;
}

const unsure = { unsure: "Not known yet" } as const;
const ico = "the regulator's self-assessment for data breaches (DOMAIN.md 1.4)";
const nhsEngland =
  "NHS England, information risk and impacts following personal data breaches (DOMAIN.md 1.4)";

export const questions = {
  living: {
    id: "living",
    text: "Does it involve personal data of living people?",
    hint: "Confidentiality goes on after death: it is kept in the register either way.",
    answers: { yes: "Yes", no: "No", ...unsure },
    source: ico,
  },
  risk: {
    id: "risk",
    text: "How likely is a risk to the people concerned?",
    hint: "Health data about a person who can be identified nearly always means a risk.",
    answers: { likely: "Likely or very likely", unlikely: "Unlikely", ...unsure },
    source: ico,
  },
  highRisk: {
    id: "highRisk",
    text: "Is there a high risk to them?",
    answers: { yes: "Yes", no: "No", ...unsure },
    source: ico,
  },
  whoHasIt: {
    id: "whoHasIt",
    text: "Who has it, and what do they mean to do with it?",
    answers: {
      "known-trusted": "Someone known, who has no interest in it",
      known: "Someone known",
      "known-hostile": "Someone known who may use it",
      unknown: "Nobody knows who",
      ...unsure,
    },
    source: nhsEngland,
  },
  ongoing: {
    id: "ongoing",
    text: "Does the access go on, or were copies taken?",
    answers: { no: "No", yes: "Yes", ...unsure },
    source: nhsEngland,
  },
  published: {
    id: "published",
    text: "Was it published more widely?",
    answers: { no: "No", yes: "Yes", ...unsure },
    source: nhsEngland,
  },
  unintelligible: {
    id: "unintelligible",
    text: "Can nobody read it, for example because it is encrypted?",
    answers: { no: "No", yes: "Yes", ...unsure },
    source: "UK GDPR Art 34(3)(a)",
  },
  sensitive: {
    id: "sensitive",
    text: "Does it tell of mental health, sexual health or a communicable disease?",
    answers: {
      no: "No",
      "mental-health": "Mental health",
      "sexual-health": "Sexual health",
      "communicable-disease": "A communicable disease",
      several: "More than one of these",
      ...unsure,
    },
    source: "NHS DSPT guide, floor rule (DOMAIN.md 1.6): check before use",
  },
} as const satisfies Record<string, Question>;
export type QuestionId = keyof typeof questions;
export type Answers = { readonly [Id in QuestionId]?: keyof (typeof questions)[Id]["answers"] };

export const advices = [
  "tell-ico-and-people",
  "tell-ico",
  "record-only",
  "not-personal-data",
  "answer-first",
] as const;
export type Advice = (typeof advices)[number];

/**
 * What the tool advises. Unknown counts against us: with a risk not ruled out the advice is to tell the ICO, since
 * more can follow (Art 33(4)).
 */
export function advise(answers: Answers): Advice {
  if (answers.living === "no") return "not-personal-data";
  if (answers.risk === undefined) return "answer-first";
  // A high risk is a risk, and so is what lies open to anybody, whatever was answered first.
  if (answers.risk === "unlikely" && answers.highRisk !== "yes" && !liesOpen(answers)) return "record-only";
  if (answers.highRisk === "yes" || answers.published === "yes" || answers.whoHasIt === "known-hostile") {
    return answers.unintelligible === "yes" ? "tell-ico" : "tell-ico-and-people";
  }
  return "tell-ico";
}

/** Published, or with somebody hostile or unknown, who can read it: "unlikely" does not hold there. */
const liesOpen = ({ published, whoHasIt, unintelligible }: Answers): boolean =>
  unintelligible !== "yes" && (published === "yes" || whoHasIt === "known-hostile" || whoHasIt === "unknown");

/** Whether the assessment stands at a high risk, so that the people are told or an exemption is named (Art 34). */
export const hasHighRisk = (answers: Answers): boolean =>
  answers.highRisk === "yes" || advise(answers) === "tell-ico-and-people";

/**
 * Whether nobody said why the people are not told of a high risk; "no high risk" is no answer there.
 *
 * @param ground - What was chosen; '' while nothing was.
 */
export const lacksExemption = (answers: Answers, people: string, ground: NotTellingGround | ""): boolean =>
  people === "not" && hasHighRisk(answers) && (ground === "" || ground === "no-high-risk");

/** What the controller decides: about the regulator, and about the people concerned. */
export const icoDecisions = ["tell", "record-only"] as const;
export type IcoDecision = (typeof icoDecisions)[number];
export const peopleDecisions = ["tell", "not"] as const;
export type PeopleDecision = (typeof peopleDecisions)[number];

/** Route of the NHS 5 x 5 grid, by the pair and not by the product (DOMAIN.md 1.6). */
export const nhsRoutes = ["internal", "ico", "ico-and-dhsc"] as const;
export type NhsRoute = (typeof nhsRoutes)[number];

/**
 * The grid's route for an NHS-commissioned clinic.
 *
 * @param likelihood - 1 (not occurred) to 5 (occurred).
 * @param impact - 1 (none) to 5 (death or catastrophe).
 * @param vulnerable - Vulnerable groups or the other grounds of the floor rule: at least 2 on each axis, unless contained.
 * @throws {RangeError} If a value is no whole number from 1 to 5.
 */
export function nhsRoute(likelihood: number, impact: number, vulnerable = false): NhsRoute {
  for (const value of [likelihood, impact]) {
    if (!Number.isInteger(value) || value < 1 || value > 5)
      throw new RangeError("the grid has values 1 to 5");
  }
  const floor = vulnerable ? 2 : 1;
  const [l, i] = [Math.max(likelihood, floor), Math.max(impact, floor)];
  if (l <= 2 || i === 1) return "internal";
  return i >= 4 ? "ico-and-dhsc" : "ico";
}
