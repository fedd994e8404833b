import { parentPort } from "node:worker_threads";
import type { Receipt } from "#domain/ledger/event";
import { digestAfter, receiptsBySeq, type WholeRange, wholeRange } from "#domain/ledger/verify-range";
import { linesIn } from "./pieces.ts";
import { sha256 } from "./sha256.ts";

/** What a worker is told: which receipts there are, at the beginning of a file; to verify a piece; then, in the order of the pieces, to digest it or to forget it. */
export type Told =
  | { readonly receipts: readonly Receipt[] }
  | { readonly verify: Uint8Array }
  | { readonly digestAfter: string }
  | { readonly forget: true };
/** What it answers to a piece and for a digest. */
export type Answer = { readonly range: WholeRange | undefined } | { readonly digest: string };

const port = parentPort;
if (!port) throw new Error("runs as a worker");
let receipts = receiptsBySeq([]);
let held: (readonly string[])[] = [];

port.on("message", (told: Told) => {
  if ("receipts" in told) {
    receipts = receiptsBySeq(told.receipts);
    held = [];
    return;
  }
  if ("verify" in told) {
    const bytes = told.verify;
    const lines = linesIn(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const found = wholeRange(lines, sha256, receipts);
    held.push(found?.values ?? []);
    port.postMessage({ range: found?.range } satisfies Answer);
    return;
  }
  const values = held.shift() ?? [];
  if ("digestAfter" in told)
    port.postMessage({ digest: digestAfter(told.digestAfter, values, sha256) } satisfies Answer);
});
