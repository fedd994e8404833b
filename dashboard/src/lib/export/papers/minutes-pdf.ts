import type { ReviewMinutes } from "#domain/registers/reviews/minutes";
import { withoutNames } from "#domain/registers/reviews/wider";
import type { Paper } from "../paper.ts";
import { pagesOf } from "../pdf/pages-of.ts";
import { textOf } from "../text-of.ts";
import { minutesDetails } from "./minutes-detail.ts";
import { type MinutesFor, minutesPaper } from "./minutes-paper.ts";

/** Pages that minutes take for the meeting, before an annex (DOMAIN.md 8; issue 4, item 8). */
const mostPages = 2;

/** More letters than two pages of ours hold, whatever they are: such a paper need not be laid out to know. */
const mostLetters = 14_000;

/**
 * Minutes as a PDF: two pages at most for the meeting. A week too full for them is shortened step by step, says so, and has
 * all of it in an annex.
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
  const [whole, ...shorter] = minutesDetails;
  const bytes = await fitting(minutesPaper(said, hash, copy, whole), render);
  if (bytes) return bytes;
  const last = shorter[shorter.length - 1] ?? whole;
  for (const detail of shorter) {
    if (detail !== last && !(await fitting(minutesPaper(said, hash, copy, detail), render))) continue;
    return await render(minutesPaper(said, hash, copy, detail, true));
  }
  return await render(minutesPaper(said, hash, copy, last, true));
}

/** A paper as PDF where it takes no more pages than the meeting's own. */
async function fitting<Bytes extends Uint8Array>(
  paper: Paper,
  render: (paper: Paper) => Promise<Bytes>,
): Promise<Bytes | undefined> {
  if (textOf(paper).length > mostLetters) return undefined;
  const bytes = await render(paper);
  return pagesOf(bytes) <= mostPages ? bytes : undefined;
}
