import type { Verdict } from "#domain/ledger/verify-ledger";

/** What a verdict says, in a line. */
export function sentence({ events, erased, expired, withheld, head, finding, malformed }: Verdict): string {
  const line = malformed ? ` Line ${malformed.line} of the file ${malformed.why}.` : "";
  if (finding) return `Broken at event ${finding.seq}: ${finding.fault}.${line}`;
  const unseen = withheld === 0 ? "" : `; ${withheld} withheld and not checked`;
  return `${events} events, whole, ${erased} erased, ${expired} expired, head ${head.seq} ${head.hash}${unseen}`;
}

/** What the times say of the server's clock: a remark, for the chain proves what was written and not that it was right. */
export function aboutTheClock({ clock }: Verdict): string[] {
  const lines = clock.steps.map(({ seq, is, by }) => `Remark at event ${seq}: ${is}, by ${spanOf(by)}.`);
  const more = clock.count - lines.length;
  return more > 0 ? [...lines, `${more} more like these.`] : lines;
}

/** "1096 days", "3 h 20 min". */
function spanOf(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes >= 2_880) return `${Math.floor(minutes / 1_440)} days`;
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
