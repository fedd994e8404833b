import { createReadStream, readFileSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { type Receipt, receipt } from "#domain/ledger/event";
import type { Verdict } from "#domain/ledger/verify-ledger";
import { Refusal, runMain } from "./base/refusal.mjs";
import { verifies } from "./signatures.ts";
import { RangeThread } from "./verify/range-thread.ts";
import { sha256 } from "./verify/sha256.ts";
import { verifyStream } from "./verify/verify-stream.ts";

const usage = "Use: npm run -s verify -- FILE.jsonl [--receipts FILE] [--key 64 HEX DIGITS] [--workers N]";

/** A smaller file, in bytes, is verified before a second thread has begun. */
const worthThreads = 8_000_000;
const mostThreads = 16;

await runMain(async () => {
  const { file, receipts, key, workers } = options();
  for (const name of [file, receipts]) {
    if (name !== undefined && !isThere(name)) throw new Refusal(`There is no file ${name}.`);
  }
  const means = {
    sha256,
    verifies,
    receipts: receipts === undefined ? [] : receiptsIn(receipts),
    ...(key === undefined ? {} : { key }),
  };
  const count = workers ?? threadsFor(file);
  const threads = Array.from({ length: count < 2 ? 0 : count }, () => new RangeThread());
  const verdict = await verifyStream(createReadStream(file), means, threads);
  await Promise.all(threads.map((thread) => thread.end()));
  console.log(sentence(verdict));
  for (const line of aboutTheClock(verdict)) console.log(line);
  return verdict.finding ? 1 : 0;
});

/** A pipe serves as well as a file. */
function isThere(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isDirectory() === false;
}

/** Two at most by itself: one more thread writes nothing, and a server may run beside it. */
function threadsFor(file: string): number {
  const isLarge = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) >= worthThreads;
  return isLarge ? Math.min(2, availableParallelism()) : 1;
}

function options() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { receipts: { type: "string" }, key: { type: "string" }, workers: { type: "string" } },
    });
    const [file, ...more] = positionals;
    const isKey = values.key === undefined || /^[0-9a-f]{64}$/.test(values.key);
    const workers = values.workers === undefined ? undefined : Number(values.workers);
    const isNumber =
      workers === undefined || (Number.isInteger(workers) && workers >= 1 && workers <= mostThreads);
    if (file !== undefined && more.length === 0 && isKey && isNumber)
      return { file, receipts: values.receipts, key: values.key, workers };
  } catch {
    // Falls through to the usage.
  }
  throw new Refusal(usage);
}

function receiptsIn(file: string): Receipt[] {
  const lines = readFileSync(file, "utf8").split("\n");
  const receipts = lines.flatMap((line, i) => {
    if (line.trim() === "") return [];
    // A server's answer to an event may stand here as it came, with more in it.
    const { seq, hash } = Object(jsonIn(line));
    const parsed = receipt.safeParse({ seq, hash });
    if (!parsed.success) throw new Refusal(`${file}, line ${i + 1}: not a receipt {"seq": …, "hash": …}.`);
    return [parsed.data];
  });
  // Nothing to hold the log against would pass for a log that was held against all of it.
  if (receipts.length === 0) throw new Refusal(`${file} holds no receipt.`);
  return receipts;
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function sentence({ events, erased, expired, withheld, head, finding, malformed }: Verdict): string {
  const line = malformed ? ` Line ${malformed.line} of the file ${malformed.why}.` : "";
  if (finding) return `Broken at event ${finding.seq}: ${finding.fault}.${line}`;
  const unseen = withheld === 0 ? "" : `; ${withheld} withheld and not checked`;
  return `${events} events, whole, ${erased} erased, ${expired} expired, head ${head.seq} ${head.hash}${unseen}`;
}

/** What the times say of the server's clock: a remark, for the chain proves what was written and not that it was right. */
function aboutTheClock({ clock }: Verdict): string[] {
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
