import { createReadStream, readFileSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { type Receipt, receipt } from "#domain/ledger/event";
import { keyCode } from "#domain/ledger/witness/code";
import { Refusal, runMain } from "./base/refusal.mjs";
import { verifies } from "./signatures.ts";
import { keptElsewhere } from "./verify/kept-elsewhere.ts";
import { RangeThread } from "./verify/range-thread.ts";
import { sha256 } from "./verify/sha256.ts";
import { aboutTheClock, sentence } from "./verify/verdict-words.ts";
import { verifyFolder } from "./verify/verify-folder.ts";
import { verifyStream } from "./verify/verify-stream.ts";

const usage = [
  "Use: npm run -s verify -- FILE.jsonl [--receipts FILE] [--checkpoint FILE-OR-TEXT] [--key 64 HEX DIGITS] [--workers N]",
  "  or npm run -s verify -- --data DIR [--receipts FILE] [--checkpoint FILE-OR-TEXT] [--key 64 HEX DIGITS]",
].join("\n");

/** A smaller file, in bytes, is verified before a second thread has begun. */
const worthThreads = 8_000_000;
const mostThreads = 16;

await runMain(async () => {
  const given = options();
  const { file, receipts, key, workers, checkpoints } = given;
  for (const name of [file, receipts]) {
    if (name !== undefined && !isThere(name)) throw new Refusal(`There is no file ${name}.`);
  }
  const kept = checkpoints.map((one) => keptElsewhere(one));
  const known = receipts === undefined ? [] : receiptsIn(receipts);
  if (file === undefined) return verifyFolder(given.data ?? "", { kept, receipts: known, key });
  const witnesses = kept.flatMap((one) => [...one.witnesses]);
  const signedBy = key ?? witnesses.find(({ signed }) => signed)?.signed?.publicKey;
  const means = {
    sha256,
    verifies,
    receipts: [...known, ...witnesses],
    ...(signedBy === undefined ? {} : { key: signedBy }),
  };
  const count = workers ?? threadsFor(file);
  const threads = Array.from({ length: count < 2 ? 0 : count }, () => new RangeThread());
  const verdict = await verifyStream(createReadStream(file), means, threads);
  await Promise.all(threads.map((thread) => thread.end()));
  console.log(sentence(verdict));
  if (witnesses.length > 0 && !verdict.finding) console.log(`${witnesses.length} kept elsewhere agree.`);
  for (const line of aboutTheClock(verdict)) console.log(line);
  const otherKey = kept.some(({ keys }) => keys.some((one) => one !== keyCode(verdict.publicKey, sha256)));
  if (otherKey) console.log("It was signed with another key than the one whose code you kept.");
  return verdict.finding || otherKey ? 1 : 0;
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
      options: {
        data: { type: "string" },
        receipts: { type: "string" },
        checkpoint: { type: "string", multiple: true },
        key: { type: "string" },
        workers: { type: "string" },
      },
    });
    const [file, ...more] = positionals;
    const { data, receipts, key, checkpoint: checkpoints = [] } = values;
    const isKey = key === undefined || /^[0-9a-f]{64}$/.test(key);
    const workers = values.workers === undefined ? undefined : Number(values.workers);
    const isNumber =
      workers === undefined || (Number.isInteger(workers) && workers >= 1 && workers <= mostThreads);
    const isOne = (file === undefined) !== (data === undefined) && more.length === 0;
    if (isOne && isKey && isNumber) return { file, data, receipts, key, workers, checkpoints };
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
