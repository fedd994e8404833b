import { shortDate } from "../../base/local-words.ts";
import { monthsAfter } from "../../law/working-days.ts";
import {
  isOffice,
  type Relation,
  type ReleaseState,
  relations,
  type Scope,
  scopeKeys,
  scopes,
} from "./release.ts";

const listed = (words: readonly string[], last: "and" | "or"): string =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;

/** Kept as its keys with a blank between: "appointments bills". */
export const keysIn = <Key extends string>(kept: string, all: readonly Key[]): Key[] =>
  all.filter((key) => kept.split(" ").includes(key));

/** "appointments only", "letters and bills only", "everything". */
export function scopeWords(kept: readonly Scope[]): string {
  if (kept.length === scopeKeys.length) return "everything";
  return `${listed(
    kept.map((scope) => scopes[scope]),
    "and",
  )} only`;
}

/** "Not treatment, letters or bills."; '' where all may be told. */
export function notWords(kept: readonly Scope[]): string {
  const left = scopeKeys.filter((scope) => !kept.includes(scope)).map((scope) => scopes[scope]);
  return left.length === 0 ? "" : `Not ${listed(left, "or")}.`;
}

/** "Daughter Ann", "Solicitor, Marlow & Finch", "Sister" once the name is gone. */
export function whoWords(one: {
  readonly relation: Relation;
  readonly name: string;
  readonly organisation: string;
}): string {
  const relation = relations[one.relation];
  const said = relation.charAt(0).toUpperCase() + relation.slice(1);
  const named = isOffice(one.relation) ? one.organisation : one.name;
  if (named === "") return said;
  return isOffice(one.relation) || one.relation === "other" ? `${said}, ${named}` : `${said} ${named}`;
}

/** Why it is no, after "no, "; '' of one that stands. */
export const stateWords: Readonly<Record<ReleaseState, string>> = {
  stands: "",
  "not-yet": "not yet",
  ended: "it ended",
  revoked: "the patient took it back",
  used: "it was for one time",
};

/** "3 May"; with its year where it is a year away or more. @param today - Civil date at the clinic. */
export function untilWords(day: string, today: string): string {
  const far = day >= monthsAfter(today, 12) || day < monthsAfter(today, -12);
  return far ? shortDate(day) : shortDate(day).slice(0, -5);
}
