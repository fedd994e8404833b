import { type PurposeKey, purposeOf } from "../../law/sharing-purposes.ts";
import { type Relation, type Scope, scopes } from "../releases/release.ts";
import { whoWords } from "../releases/words.ts";
import { countsToday, type Decided, type DecidedDays, defaultOf } from "./consent.ts";

/** Words of a line at most. */
export const bannerWords = 5;

export interface BannerRelease {
  readonly relation: Relation;
  readonly name: string;
  readonly organisation: string;
  readonly scopes: readonly Scope[];
}

/**
 * What stands on an open record: what this patient decided that differs from what always holds, and whom they let us tell.
 * At most five words each; marks first.
 *
 * @param today - Civil date at the clinic.
 */
export function bannerLines(
  decided: readonly (DecidedDays & { readonly purpose: PurposeKey })[],
  releases: readonly BannerRelease[],
  today: string,
): string[] {
  const departs = decided.flatMap((one) => {
    const counts: Decided | undefined = countsToday(one, today);
    const { can, banner } = purposeOf(one.purpose);
    if (counts === undefined || can === "nothing") return [];
    const said = can === "consent" ? counts === "no" : counts !== defaultOf(can);
    return said && banner !== "" ? [{ first: can === "mark" ? 0 : 1, says: banner }] : [];
  });
  departs.sort((one, other) => one.first - other.first);
  return [...departs.map(({ says }) => says), ...releases.map(releaseLine)];
}

/** "Ann: appointments only", "Solicitor: letters, results"; as many kinds as fit into five words. */
function releaseLine({ relation, name, scopes: kept }: BannerRelease): string {
  const who = name === "" ? whoWords({ relation, name: "", organisation: "" }) : name;
  const room = bannerWords - who.split(/\s+/).length;
  if (kept.length === 1 && room >= 2) return `${who}: ${scopes[kept[0] as Scope]} only`;
  if (kept.length === Object.keys(scopes).length) return `${shortened(who, 4)}: everything`;
  if (kept.length <= room) return `${who}: ${kept.map((scope) => scopes[scope]).join(", ")}`;
  return `${shortened(who, 2)}: ${kept.length} kinds only`;
}

const shortened = (who: string, words: number): string => who.split(/\s+/).slice(0, words).join(" ");
