import { counted } from "#lib/format/sentence.ts";
import type { ReviewItem } from "#lib/registers/reviews/api.ts";

/** The items of a review as the page before signing sums them up, each once. */
export interface SignOffGroups {
  /** Nobody has decided or left it yet, and whoever signs may. */
  readonly undecided: readonly ReviewItem[];
  /** Left open with a reason: it comes back in the next review. */
  readonly left: readonly ReviewItem[];
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
    left: having("leave"),
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
  left,
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
    [undecided.length + left.length + concerning.length, "still open"],
  ] as const;
  const said = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return `${said.length === 0 ? "Nothing needed a decision" : said.join(", ")}. Signing closes the minutes, not what is open.`;
}

/** Why it can't be signed yet; '' where it can. */
export function refusedWhy(of: {
  /** Somebody changed something since the page was opened. */
  readonly changed: boolean;
  /** Items that nobody decided, and nobody left open. */
  readonly undecided: number;
  readonly message: "send" | "none";
  readonly written: boolean;
}): string {
  if (of.changed) return "Something was changed since you opened this page: look at it first.";
  if (of.undecided > 0)
    return `${counted(of.undecided, "item is", "items are")} neither decided nor left open with a reason.`;
  return of.message === "send" && !of.written ? "There is no message to send yet." : "";
}
