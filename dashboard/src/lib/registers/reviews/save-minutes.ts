import { saveAs } from "#lib/api/client.ts";
import { Problem } from "#lib/api/problem.ts";
import { mediaTypes, pdfOf } from "#lib/export/files-of.ts";
import { frozenMinutes } from "#lib/export/frozen.ts";
import { minutesPdf } from "#lib/export/papers/minutes-pdf.ts";
import { exportMinutes, type Review } from "#lib/registers/reviews/api.ts";

/**
 * Hands minutes to the browser's downloads, rendered here from what was signed; `wider` are for circulation, and name
 * roles instead of people.
 *
 * @throws {Problem} If they are not the ones whose hash the ledger holds.
 */
export async function saveMinutes(review: Review, as: "pdf" | "wider" | "json"): Promise<void> {
  const json = await exportMinutes(review.id);
  const { value, hash } = frozenMinutes(await json.text());
  if (hash !== review.hash) {
    throw new Problem("strange-answer", {
      says: "These minutes are not the ones that were signed. Tell the lead.",
    });
  }
  const name = `weekly-review-${review.number}`;
  if (as === "json") return saveAs(json, `${name}.json`);
  const copy = as === "wider" ? "wider" : "those-who-were-there";
  const pdf = await minutesPdf(value, hash, copy, pdfOf);
  saveAs(new Blob([pdf], { type: mediaTypes.pdf }), `${name}${as === "wider" ? "-without-names" : ""}.pdf`);
}
