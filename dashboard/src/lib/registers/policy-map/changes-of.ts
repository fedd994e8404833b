import { compareVersions, type Stretch, wordChanges } from "#domain/registers/policy-map/compare";
import type { MapRow } from "#domain/registers/policy-map/map";

/** A sentence of the new version that differs, or of the old one that is gone. */
export type ChangedSentence = {
  readonly is: "added" | "removed" | "moved" | "reworded";
  /** In the version in which it stands; 0 where it has none. */
  readonly number: number;
  readonly stretches: readonly Stretch[];
};

export type Changes = {
  readonly changed: readonly ChangedSentence[];
  /** Sentences that keep their state. */
  readonly same: number;
};

const whole = ({ lead, text }: MapRow): string => (lead === "" ? text : `${lead} ${text}`);

/** What a version changes in the one before, sentence by sentence. */
export function changesOf(before: readonly MapRow[], after: readonly MapRow[]): Changes {
  const changes = compareVersions(before, after);
  const changed = changes.flatMap((one): ChangedSentence[] => {
    if (one.is === "same") return [];
    const was = "was" in one ? before[one.was] : undefined;
    const now = "now" in one ? after[one.now] : undefined;
    const number = now?.number ?? was?.number ?? 0;
    if (one.is === "reworded" && was && now)
      return [{ is: "reworded", number, stretches: wordChanges(whole(was), whole(now)) }];
    const row = now ?? was;
    const is = one.is === "added" ? "now" : one.is === "removed" ? "was" : "same";
    return row ? [{ is: one.is, number, stretches: [{ is, text: whole(row) }] }] : [];
  });
  return { changed, same: changes.filter(({ is }) => is === "same" || is === "moved").length };
}
