import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { csvLines, separatorIn } from "#domain/base/csv-lines";
import { scheduleFor } from "#domain/law/retention-lines";
import { placesIn } from "#domain/registers/retention/columns";
import { Computing } from "#domain/registers/retention/compute";

/** How long the dates of a list take, in one thread of the engine that Chromium has too. `node test/bench/retention.ts` */
const schedule = scheduleFor({ nation: "england", careRegulator: "cqc", legalForm: "body", nhsWork: "no" });
const key = new Uint8Array(32).fill(7);

function listOf(rows: number): string {
  const day = (n: number): string =>
    new Date(Date.UTC(1950, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
  const lines = ["Patient ID,Last appointment,Date of birth,Class"];
  for (let i = 0; i < rows; i += 1)
    lines.push(`18054652${String(10_000_000 + i)},${day(23_000 + (i % 4_800))},${day((i * 7) % 22_000)},`);
  return lines.join("\r\n");
}

for (const [rows, keyed] of [
  [200_000, false],
  [200_000, true],
  [1_000_000, false],
] as const) {
  const text = listOf(rows);
  const begun = performance.now();
  const lines = csvLines(text, separatorIn(text));
  const head = lines.next().value;
  const computing = new Computing({
    places: placesIn(head?.cells ?? []),
    dates: "iso",
    system: "cliniko:harbour.uk2",
    schedule,
    confirmed: new Map(),
    today: "2026-11-30",
    keyed: keyed ? (ref) => `k1:${bytesToHex(hmac(sha256, key, utf8ToBytes(`record\n${ref}`)))}` : undefined,
  });
  for (const { cells, line } of lines) computing.take(cells, line);
  const { rows: taken, faulty } = computing.result;
  const seconds = ((performance.now() - begun) / 1_000).toFixed(2);
  console.log(
    `${rows} rows${keyed ? ", keyed" : ""}: ${seconds} s (${taken.length} taken, ${faulty} refused)`,
  );
}
