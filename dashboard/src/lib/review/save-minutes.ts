import { saveAs } from "#lib/api/client.ts";
import { Problem } from "#lib/api/problem.ts";
import { exportMinutes, type Review } from "#lib/api/reviews.ts";
import { mediaTypes, pdfOf } from "#lib/export/files-of.ts";
import { frozenMinutes } from "#lib/export/frozen.ts";
import { minutesPaper } from "#lib/export/papers/minutes-paper.ts";

/**
 * Hands minutes to the browser's downloads, rendered here from what was signed.
 *
 * @throws {Problem} If they are not the ones whose hash the ledger holds.
 */
export async function saveMinutes(review: Review, format: "pdf" | "json"): Promise<void> {
  const json = await exportMinutes(review.id);
  const { value, hash } = frozenMinutes(await json.text());
  if (hash !== review.hash) {
    throw new Problem("strange-answer", {
      says: "These minutes are not the ones that were signed. Tell the lead.",
    });
  }
  const name = `weekly-review-${review.number}.${format}`;
  if (format === "json") return saveAs(json, name);
  saveAs(new Blob([await pdfOf(minutesPaper(value, hash))], { type: mediaTypes.pdf }), name);
}
