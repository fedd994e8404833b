import type { CandourFacts } from "./candour-facts.ts";
import { type CandourRule, candourRules } from "./candour-rules.ts";
import type { FourAnswers } from "./four-answers.ts";
import { notAnswered, worksForNhs } from "./four-answers.ts";

/**
 * Whether a duty of candour binds the clinic in a case. `asks`: the settings or the case lack an answer. `check`: the
 * law that we read does not settle it.
 */
export type CandourBinds = "law" | "policy" | "no" | "asks" | "check";

export interface Candour {
  readonly binds: CandourBinds;
  /** One sentence: why it binds, or not. */
  readonly why: string;
  /** The rule that speaks; undefined where none does. */
  readonly rule: CandourRule | undefined;
  /** Whether what happened is what the duty is about, as far as it has been said. */
  readonly met: "yes" | "no" | "not-known-yet";
  /** What is still to be said in the case. */
  readonly missing: readonly ("care" | "resulted" | "harm" | "opinion")[];
}

type Bound = Pick<Candour, "binds" | "why"> & { readonly rule?: CandourRule };

/**
 * Which duty of candour a case falls under, by the clinic's four answers and by what is known of the person harmed.
 * Candour turns on harm to a person through their care: a breach of personal data alone starts none.
 */
export function candourFor(clinic: FourAnswers, facts: CandourFacts): Candour {
  const { rule, ...bound } = boundOf(clinic, facts);
  if (!rule || bound.binds === "no" || bound.binds === "asks") {
    const missing = bound.binds === "asks" && notAnswered(clinic).length === 0 ? (["care"] as const) : [];
    return { ...bound, rule, met: bound.binds === "no" ? "no" : "not-known-yet", missing };
  }
  const missing = missingOf(rule, facts);
  const met = metBy(rule, facts);
  return {
    ...bound,
    rule,
    met: met === "yes" && missing.length > 0 ? "not-known-yet" : met,
    missing: met === "no" ? [] : missing,
  };
}

function boundOf(clinic: FourAnswers, facts: CandourFacts): Bound {
  return { england, scotland, wales, "northern-ireland": northernIreland }[clinic.nation](clinic, facts);
}

const unanswered = (question: string): Bound => ({
  binds: "asks",
  why: `The settings do not say ${question}: the duty cannot be told without it.`,
});

function england({ careRegulator, legalForm }: FourAnswers): Bound {
  const rules = candourRules;
  if (legalForm === "nhs-body" && careRegulator !== "none") {
    return {
      binds: "law",
      why: "England, a health service body: also what could result.",
      rule: rules["england-nhs"],
    };
  }
  if (careRegulator === "") return unanswered("whether the clinic is registered with the CQC");
  if (careRegulator !== "cqc") {
    return { binds: "no", why: "England’s duty binds only who is registered with the CQC." };
  }
  if (legalForm === "") return unanswered("what the clinic is in law");
  return {
    binds: "law",
    why: "England, a provider that is no health service body: only what appears to have resulted.",
    rule: rules["england-private"],
  };
}

function scotland({ careRegulator, legalForm, nhsWork }: FourAnswers, { care }: CandourFacts): Bound {
  const rule = candourRules.scotland;
  if (legalForm === "") return unanswered("what the clinic is in law");
  if (legalForm === "person") {
    return { binds: "no", why: "Scotland’s duty binds no practitioner who trades in their own name." };
  }
  if (legalForm === "nhs-body") return { binds: "law", why: "Scotland, a body of the health service.", rule };
  if (careRegulator === "his") {
    return { binds: "law", why: "Scotland, a body that provides an independent health care service.", rule };
  }
  if (careRegulator === "") return unanswered("whether the clinic is registered with HIS");
  if (nhsWork === "") return unanswered("whether the clinic works for the NHS");
  if (nhsWork === "yes" && care === "") {
    return { binds: "asks", why: "Under contract with a Health Board: say whose patient it is.", rule };
  }
  if (nhsWork === "yes" && care !== "private") {
    return { binds: "law", why: "Scotland, a body under contract with a Health Board.", rule };
  }
  return {
    binds: "check",
    why: "Scotland, a body that HIS has not registered: bound if it provides an independent health care service, whose meaning (s.10F of the 1978 Act) we have not read.",
    rule,
  };
}

function wales(clinic: FourAnswers, { care }: CandourFacts): Bound {
  const own = clinic.legalForm === "nhs-body";
  const rule = own ? candourRules["wales-nhs"] : candourRules["wales-for-nhs"];
  if (care === "private") return { binds: "no", why: "Wales: the duty is never owed to a private patient." };
  if (!own && clinic.nhsWork === "") return unanswered("whether the clinic works for the NHS");
  if (!worksForNhs(clinic)) {
    return { binds: "no", why: "Wales: the duty binds NHS bodies, and is never owed to a private patient." };
  }
  if (care === "") return { binds: "asks", why: "Wales: say whether it is an NHS patient.", rule };
  return {
    binds: "law",
    why: own
      ? "Wales, an NHS body."
      : "Wales, care for an NHS body: it counts as that body’s own, and a primary-care contractor is bound so far as it acts for a board.",
    rule,
  };
}

function northernIreland(clinic: FourAnswers): Bound {
  const rule = candourRules["northern-ireland"];
  return {
    binds: "policy",
    why: worksForNhs(clinic)
      ? "Northern Ireland: no duty in law was found; the health service’s Being Open framework is policy."
      : "Northern Ireland: no duty in law was found; the health service’s Being Open framework is policy, and not written for a private clinic.",
    rule,
  };
}

/** What has to be said before it is known whether the duty is met. */
function missingOf(rule: CandourRule, facts: CandourFacts): Candour["missing"] {
  const opinion =
    rule.opinion === "none" ||
    facts.opinion === "uninvolved" ||
    (rule.opinion === "any" && facts.opinion !== "");
  return [
    ...(facts.resulted === "" ? (["resulted"] as const) : []),
    ...(facts.harm === "" && facts.resulted !== "no" ? (["harm"] as const) : []),
    ...(opinion || facts.resulted === "no" ? [] : (["opinion"] as const)),
  ];
}

function metBy(rule: CandourRule, { resulted, harm }: CandourFacts): Candour["met"] {
  if (resulted === "no") return "no";
  if (harm !== "" && !rule.harms.includes(harm)) return "no";
  // Treatment that was needed to prevent it counts by itself, though nothing had resulted (England reg 20(9)(b)).
  if (harm === "prevented" && resulted !== "") return "yes";
  // Until the harm is said it may be one that treatment prevented.
  if (resulted === "could" && !rule.could) return harm === "" ? "not-known-yet" : "no";
  return resulted === "" || harm === "" ? "not-known-yet" : "yes";
}
