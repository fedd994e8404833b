import { utf8ToBytes } from "@noble/hashes/utils.js";
import { type ReviewPack, reviewPack } from "#domain/registers/reviews/pack";
import { calling, pb, understand } from "#lib/api/client.ts";
import { pdfOf } from "#lib/export/files-of.ts";
import { digestOf, frozenMinutes } from "#lib/export/frozen.ts";
import { otherBytes, type PackFiles } from "#lib/export/pack-files.ts";
import type { PartOfPack } from "#lib/export/pack-work.ts";
import { minutesPaper } from "#lib/export/papers/minutes-paper.ts";
import { minutesRow } from "./api.ts";

/** Minutes as they were signed. */
export const packReviews: PartOfPack = (part, pack) =>
  understand(reviewPack, part).signed.map((review) => [
    `Minutes of the week of ${review.weekOf}`,
    () => addMinutes(pack, review),
  ]);

async function addMinutes(pack: PackFiles, review: ReviewPack["signed"][number]): Promise<void> {
  const path = `reviews/review-${review.weekOf}`;
  const row = await calling(() => pb.collection("reviews").getOne(review.id, { fields: "minutes" }));
  const text = understand(minutesRow, row).minutes;
  if (digestOf(utf8ToBytes(text)) !== review.hash) {
    pack.leaveOut(`${path}.json`, otherBytes);
    return;
  }
  pack.add(`${path}.json`, text);
  pack.add(`${path}.pdf`, await pdfOf(minutesPaper(frozenMinutes(text).value, review.hash)));
}
