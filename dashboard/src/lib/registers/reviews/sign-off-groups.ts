import type { ReviewItem } from "./api.ts";

/** The items of a review as the page before signing sums them up, each once. */
export interface SignOffGroups {
  /** Nobody has decided yet, and whoever signs may. */
  readonly undecided: readonly ReviewItem[];
  /** Concerns whoever signs, and nobody else decided it: signing puts it off. */
  readonly concerning: readonly ReviewItem[];
  readonly decided: readonly ReviewItem[];
  readonly referred: readonly ReviewItem[];
  readonly deferred: readonly ReviewItem[];
  readonly noted: readonly ReviewItem[];
}

/** @param locked - Items that concern whoever signs. */
export function signOffGroups(items: readonly ReviewItem[], locked: readonly string[]): SignOffGroups {
  const open = items.filter(({ decision }) => decision === "");
  const having = (...some: readonly ReviewItem["decision"][]) =>
    items.filter(({ decision }) => some.includes(decision));
  return {
    undecided: open.filter(({ id }) => !locked.includes(id)),
    concerning: open.filter(({ id }) => locked.includes(id)),
    decided: having("decide", "action"),
    referred: having("refer"),
    deferred: having("defer"),
    noted: having("note", "accept"),
  };
}

/** How the meeting stands, in a sentence or two. */
export function signOffSentence({
  undecided,
  concerning,
  decided,
  referred,
  deferred,
  noted,
}: SignOffGroups): string {
  const counts = [
    [decided.length, "decided"],
    [noted.length, "noted"],
    [deferred.length, "deferred"],
    [referred.length, "referred"],
    [undecided.length + concerning.length, "still open"],
  ] as const;
  const said = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return `${said.length === 0 ? "Nothing needed a decision" : said.join(", ")}. Signing closes the minutes, not what is open.`;
}
