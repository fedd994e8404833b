import type { Nation } from "../../law/four-answers.ts";
import type { PolicyError } from "../../law/policy-errors/error.ts";
import { policyErrors } from "../../law/policy-errors/index.ts";
import { normalText } from "./normal.ts";
import type { KeepRule } from "./rule.ts";
import { keepRules } from "./rules/index.ts";
import { type ClaimState, hasState, type PolicyLine } from "./states.ts";

/** What the rules say of a sentence before anybody has looked at it. */
export interface Suggestion {
  readonly state: ClaimState;
  /** Id of the rule; `duty` and `no-duty` where none knows the sentence. */
  readonly rule: string;
  /** The words of the sentence by which the rule knew it. */
  readonly words: readonly string[];
  readonly how: string;
  readonly page?: string;
  readonly test?: string;
  readonly audit?: { readonly what: string; readonly months: number };
  /** Of what is wrong in law. */
  readonly error?: PolicyError;
}

/** Where the clinic stands, and which pages its dashboard has: a page that is not there keeps nothing. */
export interface Clinic {
  readonly nation: Nation;
  readonly hasPage: (address: string) => boolean;
}

/**
 * The suggestion for a line; undefined of a heading. What is wrong in law goes before what would keep it.
 *
 * @param title - Of the policy: one that is of CCTV alone says what its sentences are about.
 */
export function suggest(line: PolicyLine, clinic: Clinic, title = ""): Suggestion | undefined {
  if (!hasState(line)) return undefined;
  const text = normalText(line);
  const told = line.text.trim().endsWith(":") ? `${text}:` : text;
  const above = aboveOf(line.section, title);
  for (const error of policyErrors) {
    if (!error.nations.includes(clinic.nation)) continue;
    const words = matched(error, told);
    if (words) return { state: "wrong", rule: error.id, words, how: error.why, error };
  }
  for (const rule of keepRules) {
    const words = matchedUnder(rule, told, above);
    if (words) return suggestionOf(rule, words, clinic);
  }
  return fallback(told);
}

function suggestionOf(rule: KeepRule, words: readonly string[], { hasPage }: Clinic): Suggestion {
  const { id, how, page, test, audit, otherwise } = rule;
  const isThere = page === undefined || hasPage(page);
  const state = isThere ? rule.state : (otherwise ?? "none");
  return {
    state,
    rule: id,
    words,
    how: isThere ? how : "no page here shows it yet",
    ...(page !== undefined && isThere && { page }),
    ...(test !== undefined && { test }),
    ...(audit !== undefined && state === "people" && { audit }),
  };
}

/** What stands above a sentence: its heading, and the title of a policy that is about one thing. */
function aboveOf(section: string, title: string): string {
  const own = normalText({ lead: "", text: section });
  const whole = normalText({ lead: "", text: title });
  return /data protection|confidential|privacy|information|records/.test(whole) ? own : `${own} / ${whole}`;
}

interface Worded {
  readonly words: readonly RegExp[];
  readonly unless?: readonly RegExp[];
}

/** The words by which a rule knows a text; undefined where it does not. */
function matched({ words, unless = [] }: Worded, text: string): string[] | undefined {
  const found = words.map((one) => one.exec(text)?.[0]);
  if (found.some((one) => one === undefined) || unless.some((one) => one.test(text))) return undefined;
  return [...new Set(found.map((one) => (one ?? "").trim()).filter((one) => one !== ""))];
}

/** The same of a rule that a heading can bring: it is asked where heading or sentence names its matter. */
function matchedUnder(rule: KeepRule, text: string, above: string): string[] | undefined {
  const words = matched(rule, text);
  if (!words || rule.under === undefined) return words;
  const under = rule.under.exec(text)?.[0] ?? rule.under.exec(above)?.[0];
  return under === undefined ? undefined : [...new Set([...words, under])];
}

/** A sentence that begins by telling somebody to do something. */
const toldToDo =
  /^(?:to )?(?:keep|maintain|ensure|make sure|report|lock|use|check|protect|avoid|provide|inform|store|ask|take care|do not|don't|always|never)\b/;
/** Words of a promise. */
const duty =
  /\b(?:must|shall|will|never|only|not|no|always|are (?:kept|stored|sent|given|used|checked|held|made|locked|destroyed|returned|reviewed|recorded)|is (?:kept|stored|sent|given|used|checked|held|made|locked|destroyed|returned|reviewed|recorded|carried|prohibited|required|not)|has to|have to|should|may not|ensures?|makes? sure)\b/;

function fallback(text: string): Suggestion {
  const word = (toldToDo.exec(text) ?? duty.exec(text))?.[0];
  return word === undefined
    ? { state: "says", rule: "no-duty", words: [], how: "no word of a promise stands in it" }
    : { state: "none", rule: "duty", words: [word], how: "no rule knows these words" };
}
