import type { Nation } from "../../law/four-answers.ts";
import { type Age, deadAct, type Requester, type RequestKind } from "./kinds.ts";

/** Who asks for what, as far as a ground looks at it. */
export interface Asking {
  readonly kind: RequestKind;
  readonly requester: Requester;
  readonly age: Age;
  readonly nation: Nation;
}

/** A reason for which one item is held back or blacked out. */
export interface Ground {
  readonly name: string;
  readonly law: string;
  readonly sure: boolean;
  /** No letter names it: to name it would tell what it protects. */
  readonly silent?: true;
  fits(asking: Asking): boolean;
  /** Said where it does not fit. */
  readonly else: string;
}

const living = ({ kind }: Asking): boolean => kind !== "access-dead";
const dead = ({ kind }: Asking): boolean => kind === "access-dead";
const onBehalf = ({ requester }: Asking): boolean => requester === "parent" || requester === "court";
const isChild = ({ age, nation }: Asking): boolean =>
  nation === "scotland" ? age === "12-15" || age === "under-12" : age !== "adult";
const always = (): boolean => true;

/** Grounds by key, with where they are written. */
export const grounds = {
  "third-party": {
    name: "about somebody else who does not agree, and not reasonable without",
    law: "DPA 2018 Sch 2 paras 16 and 17",
    sure: true,
    fits: living,
    else: "For a dead patient the law on such records has its own ground about other people.",
  },
  "serious-harm": {
    name: "likely to cause serious harm to somebody",
    law: "DPA 2018 Sch 3 paras 2 and 5",
    sure: true,
    fits: living,
    else: "For a dead patient the law on such records has its own ground of serious harm.",
  },
  "patient-wish": {
    name: "told in the expectation that it would not reach who asks",
    law: "DPA 2018 Sch 3 para 4",
    sure: true,
    fits: (asking) =>
      living(asking) && ((asking.requester === "parent" && isChild(asking)) || asking.requester === "court"),
    else: "Only where a parent of a child, or somebody appointed by a court, asks.",
  },
  "child-abuse": {
    name: "child abuse data, not in the child’s best interests",
    law: "DPA 2018 Sch 3 para 21",
    sure: true,
    silent: true,
    fits: (asking) => living(asking) && onBehalf(asking) && asking.nation !== "scotland",
    else: "Only where a parent or somebody appointed by a court asks, and not in Scotland.",
  },
  privilege: {
    name: "legal advice or privilege",
    law: "DPA 2018 Sch 2 para 19",
    sure: true,
    fits: always,
    else: "",
  },
  crime: {
    name: "would prejudice the prevention or investigation of crime",
    law: "DPA 2018 Sch 2 para 2",
    sure: true,
    silent: true,
    fits: living,
    else: "Not for a dead patient’s record.",
  },
  reference: {
    name: "a reference given or to be given in confidence",
    law: "DPA 2018 Sch 2 para 24",
    sure: true,
    fits: living,
    else: "Not for a dead patient’s record.",
  },
  negotiations: {
    name: "would prejudice negotiations with who asks",
    law: "DPA 2018 Sch 2 para 23",
    sure: true,
    fits: living,
    else: "Not for a dead patient’s record.",
  },
  hfea: {
    name: "shows that somebody was or may be born from treatment under the HFE Act",
    law: "DPA 2018 Sch 4 para 2",
    sure: false,
    silent: true,
    fits: living,
    else: "Not for a dead patient’s record.",
  },
  "dead-harm": {
    name: "likely to cause serious harm to somebody",
    law: "Access to Health Records Act 1990 s.5(1)(a)(i)",
    sure: true,
    fits: dead,
    else: "Only for a dead patient’s record.",
  },
  "dead-other": {
    name: "about somebody else who can be known and does not agree",
    law: "Access to Health Records Act 1990 s.5(1)(a)(ii)",
    sure: true,
    fits: dead,
    else: "Only for a dead patient’s record.",
  },
  "dead-confidence": {
    name: "told in confidence from this applicant",
    law: "Access to Health Records Act 1990 s.5(3)",
    sure: true,
    fits: dead,
    else: "Only for a dead patient’s record.",
  },
  "dead-relevance": {
    name: "not relevant to the claim",
    law: "Access to Health Records Act 1990 s.5(4)",
    sure: true,
    fits: (asking) => dead(asking) && asking.requester === "claimant",
    else: "Only for whoever has a claim: a personal representative gets the whole (Re AB [2020] EWHC 691 (Fam)).",
  },
  "dead-before": {
    name: "made before that law began, and not needed to understand the later part",
    law: "Access to Health Records Act 1990 s.5(1)(b) and (2)",
    sure: true,
    fits: dead,
    else: "Only for a dead patient’s record.",
  },
  "dead-note": {
    name: "the patient’s own note that no access be given",
    law: "Access to Health Records Act 1990 s.4(3)",
    sure: true,
    fits: dead,
    else: "Only for a dead patient’s record.",
  },
} as const satisfies Readonly<Record<string, Ground>>;
export type GroundKey = keyof typeof grounds;
export const groundKeys = Object.keys(grounds) as [GroundKey, ...GroundKey[]];

/** Where a ground is written, in this nation. */
export const lawOfGround = (key: GroundKey, nation: Nation): string => {
  const { law } = grounds[key];
  return nation === "northern-ireland" && law.startsWith(deadAct("england")) ? deadAct(nation) : law;
};

/** Grounds that may be used here. */
export const groundsFor = (asking: Asking): readonly GroundKey[] =>
  groundKeys.filter((key) => grounds[key].fits(asking));

/** What becomes of one item that has something in it. */
export const itemFates = ["given", "black", "held"] as const;
export type ItemFate = (typeof itemFates)[number];
export const fateWords: Readonly<Record<ItemFate, string>> = {
  given: "given whole",
  black: "given with words blacked out",
  held: "held back",
};

/** Why an item about somebody else is given nevertheless. */
export const thirdPartyViews = ["consents", "reasonable", "professional", "refuses", "not-asked"] as const;
export type ThirdPartyView = (typeof thirdPartyViews)[number];
export const viewWords: Readonly<Record<ThirdPartyView, string>> = {
  consents: "they agree",
  reasonable: "reasonable without asking them",
  professional: "a health professional who wrote it or took part in the care",
  refuses: "they do not agree",
  "not-asked": "they could not be asked",
};
