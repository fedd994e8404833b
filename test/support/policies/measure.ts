import { normalText } from "#domain/registers/policy-map/normal";
import { linesOf } from "#domain/registers/policy-map/split";
import { hasState } from "#domain/registers/policy-map/states";
import { type Suggestion, suggest } from "#domain/registers/policy-map/suggest";
import { type InventedPolicy, rowText, type Told } from "./policies.ts";

/** How a policy's first suggestions compare with what a careful reader says. */
export interface Measured {
  readonly of: number;
  /** Sentences that were cut as they stand in the policy. */
  readonly found: number;
  readonly right: number;
  /** Wrong in law, of those that are, and of those that are said to be. */
  readonly wrongInLaw: { readonly are: number; readonly known: number; readonly said: number };
  readonly misses: readonly { readonly told: Told; readonly said: Suggestion | undefined }[];
}

/** All pages are taken to be there, as in the dashboard of a whole build. */
const clinic = { nation: "england", hasPage: () => true } as const;

export function measure({ told, parts }: InventedPolicy, text: string): Measured {
  const lines = new Map(
    linesOf(text)
      .filter(hasState)
      .map((line) => [normalText({ lead: "", text: line.text }), line]),
  );
  const titles = parts.flatMap((part) => (part.is === "title" ? [part.text] : []));
  const title = titles[titles.length - 1] ?? "";
  const all = told.map((one) => {
    const words = one.kind === "row" ? rowText(one.text) : one.text;
    const line = lines.get(normalText({ lead: "", text: words }));
    return { told: one, line, said: line && suggest(line, clinic, title) };
  });
  const isWrong = (state: string | undefined) => state === "wrong";
  return {
    of: all.length,
    found: all.filter(({ line }) => line !== undefined).length,
    right: all.filter(({ told: one, said }) => said?.state === one.state).length,
    wrongInLaw: {
      are: all.filter(({ told: one }) => isWrong(one.state)).length,
      known: all.filter(({ told: one, said }) => isWrong(one.state) && isWrong(said?.state)).length,
      said: all.filter(({ said }) => isWrong(said?.state)).length,
    },
    misses: all.filter(({ told: one, said }) => said?.state !== one.state),
  };
}
