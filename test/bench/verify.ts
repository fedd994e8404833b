/**
 * Measures the verifier on an export, with one thread and with two, and holds their findings against each other.
 *
 *   npm run -s bench:verify [-- --events 200000] [--rounds 3] [--file FILE.jsonl]
 *
 * Of the rounds the best counts. Without a file one is made, a chain of views, each line as a server writes it.
 */
import assert from "node:assert/strict";
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { parseArgs } from "node:util";
import {
  bodyHash,
  type EventRow,
  eventColumns,
  fileDigest,
  linkHash,
  nextLink,
  rowValues,
} from "#domain/ledger/ledger";
import type { Verdict } from "#domain/ledger/verify-ledger";
import { verifies } from "../../scripts/signatures.ts";
import { RangeThread } from "../../scripts/verify/range-thread.ts";
import { sha256 } from "../../scripts/verify/sha256.ts";
import { verifyStream } from "../../scripts/verify/verify-stream.ts";
import { draft, signed, signer } from "../support/server/chain.ts";

const { values: options } = parseArgs({
  options: {
    events: { type: "string", default: "200000" },
    rounds: { type: "string", default: "3" },
    file: { type: "string" },
  },
});

/** Writes a chain line by line, as large as one likes. */
async function makeFile(file: string, events: number): Promise<void> {
  const out = createWriteStream(file);
  let last = { seq: 0, hash: "" };
  let digest = "";
  for (let i = 1; i <= events; i += 1) {
    const more = {
      kind: "record.view",
      system: "cliniko:harbour.uk2",
      recordRef: String(900_000 + (i % 5_000)),
    };
    const detail = '{"adapter":3,"page":"patient","v":2}';
    const row = nextLink(last, draft(i, { ...more, recordKind: "patient", detail }), sha256);
    digest = fileDigest(digest, rowValues(row), sha256);
    last = row;
    if (!out.write(`${JSON.stringify(row, eventColumns as unknown as string[])}\n`))
      await new Promise((resolve) => out.once("drain", resolve));
  }
  out.end(`${JSON.stringify({ head: { ...signed(last, signer()), file: digest } })}\n`);
  await finished(out);
}

/** Events a second that one core parses, brings to their canonical form and hashes twice: what no verifier is spared. */
async function floorOf(file: string): Promise<number> {
  const lines = (await readFile(file, "utf8")).split("\n").slice(0, -2);
  let best = 0;
  for (let round = 0; round < Number(options.rounds); round += 1) {
    const begun = performance.now();
    for (const line of lines) {
      const row: EventRow = JSON.parse(line);
      bodyHash(row, sha256);
      linkHash(row, sha256);
    }
    best = Math.max(best, (lines.length / (performance.now() - begun)) * 1_000);
  }
  return best;
}

const folder = mkdtempSync(join(tmpdir(), "chaperone-bench-"));
const threads = [new RangeThread(), new RangeThread()];
try {
  const file = options.file ?? join(folder, "events.jsonl");
  if (options.file === undefined) await makeFile(file, Number(options.events));
  console.log(`${cpus().length} cores, ${cpus()[0]?.model}`);
  const floor = await floorOf(file);
  console.log(
    `floor     ${Math.round(floor)} events/s (one core: parsed, its canonical form, two hashes; nothing compared)`,
  );
  const verdicts: Verdict[] = [];
  for (const count of [1, 2]) {
    let best = Number.POSITIVE_INFINITY;
    // Says more than the clock where others run beside it.
    let leastUsed = Number.POSITIVE_INFINITY;
    for (let round = 0; round < Number(options.rounds); round += 1) {
      const begun = performance.now();
      const used = process.cpuUsage();
      const means = { sha256, verifies };
      const verdict = await verifyStream(createReadStream(file), means, count === 1 ? [] : threads);
      best = Math.min(best, performance.now() - begun);
      const { user, system } = process.cpuUsage(used);
      leastUsed = Math.min(leastUsed, (user + system) / verdict.events);
      verdicts.push(verdict);
      assert.deepEqual(verdict, verdicts[0]);
    }
    const { events = 0, finding } = verdicts[0] ?? {};
    const memory = Math.round(process.memoryUsage.rss() / 1e6);
    console.log(
      `${count} ${count === 1 ? "thread " : "threads"} ${Math.round((events / best) * 1_000)} events/s (${events} in ${Math.round(best)} ms; ${leastUsed.toFixed(1)} µs of processor an event; ${memory} MB), ${finding ? `broken at ${finding.seq}` : "whole"}`,
    );
  }
} finally {
  for (const thread of threads) await thread.end();
  rmSync(folder, { recursive: true, force: true });
}
