import type { ReviewMinutes } from "#domain/registers/reviews/minutes";
import { withoutNames } from "#domain/registers/reviews/wider";
import type { Paper } from "../paper.ts";
import { pagesOf } from "../pdf/pages-of.ts";
import { textOf } from "../text-of.ts";
import { minutesDetails } from "./minutes-detail.ts";
import { type MinutesFor, minutesPaper } from "./minutes-paper.ts";

/** Pages that minutes take at most (DOMAIN.md 8; issue 4, item 8). */
const mostPages = 2;

/** More letters than two pages of ours hold, whatever they are: such a paper need not be laid out to know. */
const mostLetters = 14_000;

/**
 * Minutes as a PDF of two pages at most: a week too full for them is shortened step by step, and says so.
 *
 * @param render - A paper as PDF.
 */
export async function minutesPdf<Bytes extends Uint8Array>(
  minutes: ReviewMinutes,
  hash: string,
  copy: MinutesFor,
  render: (paper: Paper) => Promise<Bytes>,
): Promise<Bytes> {
  const said = copy === "wider" ? withoutNames(minutes) : minutes;
  const papers = minutesDetails.map((detail) => minutesPaper(said, hash, copy, detail));
  const last = papers[papers.length - 1] ?? minutesPaper(said, hash, copy);
  for (const paper of papers) {
    if (paper === last || textOf(paper).length > mostLetters) continue;
    const bytes = await render(paper);
    if (pagesOf(bytes) <= mostPages) return bytes;
  }
  return await render(last);
}
