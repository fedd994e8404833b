import { LedgerVerifier, type Means, type Verdict } from "#domain/ledger/verify-ledger";
import type { WholeRange } from "#domain/ledger/verify-range";
import { linesIn, piecesOf } from "./pieces.ts";
import type { RangeThread } from "./range-thread.ts";

/** Bytes of a piece, some 1,500 events, and how many each thread has in hand: memory does not grow with the file. */
const pieceSize = 1_000_000;
const inHand = 2;

interface Piece {
  readonly bytes: Buffer;
  readonly thread: RangeThread;
  readonly range: Promise<WholeRange | undefined>;
}

/**
 * Verifies an export in one pass. With more than one thread each verifies pieces apart, and here they are joined: where a
 * piece is whole by itself and follows the one before, it is taken at once. Any other is verified here line by line, by
 * the very code that runs with one: so a finding is the same whatever the number of threads.
 *
 * @param threads - None, or two and more: they may be used for one file after another.
 * @param size - Of a piece, in bytes.
 */
export async function verifyStream(
  stream: AsyncIterable<Buffer>,
  means: Means,
  threads: readonly RangeThread[],
  size = pieceSize,
): Promise<Verdict> {
  const verifier = new LedgerVerifier(means);
  for (const thread of threads) thread.begin(means.receipts ?? []);
  const begun: Piece[] = [];
  let next = 0;
  for await (const bytes of piecesOf(stream, size)) {
    const thread = threads[next % threads.length];
    next += 1;
    if (!thread) {
      byLines(verifier, bytes);
      continue;
    }
    const range = thread.verify(bytes);
    // It is awaited in its turn; until then a failure must not end the process.
    range.catch(() => undefined);
    begun.push({ bytes, thread, range });
    const oldest = begun.length < threads.length * inHand ? undefined : begun.shift();
    if (oldest) await join(verifier, oldest);
  }
  for (const piece of begun) await join(verifier, piece);
  return verifier.end();
}

async function join(verifier: LedgerVerifier, { bytes, thread, range }: Piece): Promise<void> {
  const whole = await range;
  if (whole && verifier.canTake(whole)) {
    verifier.take(whole, await thread.digestAfter(verifier.digest));
    return;
  }
  thread.forget();
  byLines(verifier, bytes);
}

function byLines(verifier: LedgerVerifier, piece: Buffer): void {
  for (const line of linesIn(piece)) verifier.line(line);
}
