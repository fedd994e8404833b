import type { CountParts, Trends } from "#domain/figures/trends";
import type { BarLook } from "#lib/charts/bars.ts";
import { begins, capital } from "#lib/format/sentence.ts";
import type { CountWords } from "#lib/register-words.ts";
import { changeWords, spanWords, sumOf, type Weekly } from "./change.ts";
import type { Cell, Figure } from "./figure.ts";
import { ofWeeks } from "./weeks.ts";

const looks: readonly BarLook[] = ["accent", "pale", "amber", "grey", "red"];

/** What a register counts, by week and part. */
export function countTrend({ weeks, since }: Trends, key: string, words: CountWords, now: number): Figure {
  const names = Object.entries(words.parts);
  const counts = weeks.map(({ registers }) => registers[key] ?? null);
  const each = (part: string): Weekly => counts.map((one) => one && (one[part] ?? 0));
  const all: Weekly = counts.map((one) => one && countAll(one));
  const total = sumOf(all);
  const cells = (of: (part: string) => number): Cell[] =>
    names.map(([part]) => ({ text: of(part).toLocaleString("en-GB") }));
  const when = spanWords(all, since.registers[key] ?? null, now);
  return {
    ...ofWeeks(weeks, now, ({ registers }) => {
      const counted = registers[key] ?? null;
      return counted && cells((part) => counted[part] ?? 0);
    }),
    says:
      total === 0
        ? `No ${words.one} ${when}.`
        : `${begins(total, words.one, words.many)} ${when}. ${changeWords(all)}`,
    series: names.map(([part, name], i) => ({
      name: capital(name),
      look: looks[i % looks.length] ?? "accent",
      values: each(part),
    })),
    heads: names.map(([, name]) => capital(name)),
    total: cells((part) => sumOf(each(part))),
  };
}

export const countAll = (parts: CountParts): number =>
  Object.values(parts).reduce((sum, count) => sum + count, 0);
