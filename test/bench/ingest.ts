/**
 * Measures how fast events are stored, with their chain, beside PocketBase's own record creates and bare SQLite on the
 * same columns and indexes, in turns: what one run finds of the three can be held against each other.
 *
 *   npm run -s bench:ingest [-- --seconds 3] [--rounds 2] [--writers 1,4,16] [--batches 1,50,200]
 *
 * Of the rounds the best counts.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { dataPaths } from "../../scripts/serving/server.mjs";
import { freePort } from "../support/server/server.ts";
import { type Measured, measured, type Send } from "./ingest/load.ts";
import { openSqlite, shapeOf, startPocketbase } from "./ingest/peers.ts";
import { startProduct } from "./ingest/product.ts";

const { values: options } = parseArgs({
  options: {
    seconds: { type: "string", default: "3" },
    rounds: { type: "string", default: "2" },
    writers: { type: "string", default: "1,4,16" },
    batches: { type: "string", default: "1,50,200" },
  },
});
const numbers = (text: string) => text.split(",").map(Number);
const milliseconds = Number(options.seconds) * 1_000;
const [writers, batches] = [numbers(options.writers), numbers(options.batches)];
const most = Math.max(...writers);

const folder = mkdtempSync(join(tmpdir(), "chaperone-bench-"));
const stops: (() => unknown)[] = [];
try {
  const data = join(folder, "data");
  const product = await startProduct(data, await freePort(), most);
  stops.push(product.stop);
  const shape = shapeOf(dataPaths(data).database);
  const pocketbase = await startPocketbase(join(folder, "peer"), await freePort(), shape);
  stops.push(pocketbase.stop);
  const bare = openSqlite(folder, shape);
  stops.push(bare.stop);
  const all: readonly (readonly [string, Send])[] = [
    ["chaperone", product.send],
    ["pocketbase", pocketbase.send],
    ["sqlite", bare.send],
  ];
  // Engines load what they run when they first run it.
  for (const [, send] of all) await measured(send, most, 1, milliseconds);

  console.log(`${cpus().length} cores, ${cpus()[0]?.model}; ${shape.indexes.length + 1} indexes`);
  console.log("writers  batch  what        events/s    p50 ms    p95 ms   x pocketbase");
  for (const count of writers)
    for (const batch of batches) {
      const found = new Map<string, Measured>();
      for (let round = 0; round < Number(options.rounds); round += 1)
        for (const [name, send] of all) {
          const one = await measured(send, count, batch, milliseconds);
          if (one.perSecond > (found.get(name)?.perSecond ?? 0)) found.set(name, one);
        }
      const peer = found.get("pocketbase")?.perSecond ?? 0;
      for (const [name, { perSecond, p50, p95 }] of found)
        console.log(
          `${String(count).padStart(7)}${String(batch).padStart(7)}  ${name.padEnd(10)}${perSecond.toFixed(0).padStart(10)}${p50.toFixed(1).padStart(10)}${p95.toFixed(1).padStart(10)}${(perSecond / peer).toFixed(1).padStart(15)}`,
        );
    }
} finally {
  for (const stop of stops.reverse()) await stop();
  rmSync(folder, { recursive: true, force: true });
}
