/**
 * Measures the list of the clinic's own patients: how long it is made, how large it is, what it costs a desk, and how often
 * it answers yes by chance.
 *
 *   npm run -s bench:exact [-- --patients N] [--questions N]
 *
 * The patients are invented; their numbers are of the range that the NHS keeps for tests.
 */
import { parseArgs } from "node:util";
import { isHealthNumber } from "#domain/detector/check-digit";
import { knownIn } from "#domain/exact/known";
import { falseMatch, first48, keyBytes, readTable, tokenBytes } from "#domain/exact/table";
import { columnsIn } from "../../dashboard/src/lib/settings/exact/columns.ts";
import { headOf, lookAt, makeOf } from "../../dashboard/src/lib/settings/exact/work.ts";
import { fromBase64, toBase64 } from "../../extension/exact/base64.ts";
import { hexOf } from "../../extension/exact/hex-of.ts";
import { tokenBy } from "../unit/exact/mark.ts";

const { values } = parseArgs({
  options: {
    patients: { type: "string", default: "200000" },
    questions: { type: "string", default: "300000000" },
  },
});
const patients = Number(values.patients);
const syllables = "an el mor wen dai ros ka li to ne sha ri bo gu fer vin ade mun ola zi".split(" ");
const nameOf = (number: number, long: number): string =>
  Array.from({ length: long }, (_, place) => syllables[Math.floor(number / 20 ** place) % 20]).join("");

function csv(): Blob {
  const rows = ["First names,Surname,DOB,NHS number,E-mail"];
  let number = 9_990_000_000;
  for (let i = 0; i < patients; i++) {
    do number++;
    while (!isHealthNumber(String(number)));
    const day = new Date(Date.UTC(1925, 0, 1) + ((i * 7_919) % 36_500) * 86_400_000);
    const second = i % 2 === 0 ? "" : ` ${nameOf(i * 13, 2)}`;
    const born = day.toISOString().slice(0, 10).split("-").reverse().join("/");
    rows.push(`${nameOf(i, 3)}${second},${nameOf(i * 17 + 5, 4)},${born},${number},p${i}@mail.example`);
  }
  return new Blob([rows.join("\r\n")]);
}

/** Tells the processor's time: by the clock a busy machine says more. */
async function clocked<T>(what: string, run: () => T | Promise<T>): Promise<T> {
  const start = process.cpuUsage();
  const done = await run();
  const { user, system } = process.cpuUsage(start);
  const ms = (user + system) / 1_000;
  console.log(`${what}: ${ms.toFixed(ms < 10 ? 2 : 0)} ms of the processor`);
  return done;
}

/** Bytes that are held beside JavaScript's own memory. */
const heldNow = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().arrayBuffers;
};

const file = csv();
console.log(`${patients.toLocaleString("en-GB")} patients, a CSV of ${(file.size / 1e6).toFixed(1)} MB`);
const how = {
  columns: columnsIn(await headOf(file)),
  ...{ monthFirst: false, ownDomains: [], today: "2026-12-01" },
};
const looked = await clocked("look through it", () => lookAt(file, how, () => undefined));
const key = crypto.getRandomValues(new Uint8Array(keyBytes));
const { table: bytes } = await clocked("make the tokens", () =>
  makeOf(file, how, key, tokenBy(key), () => undefined),
);
console.log(`${looked.usable} of use, ${looked.tokens} tokens, ${bytes.length} bytes on each disk`);

await clocked("the background hashes it", () => hexOf(bytes));
const message = await clocked("and puts it into a message", () => toBase64(bytes));
console.log(`a message of ${(message.length / 1e6).toFixed(2)} MB`);
const before = heldNow();
const given = await clocked("the desk takes it out", () => fromBase64(message));
const table = await clocked("the worker reads it", () => readTable(given));
if (!table) throw new Error("no table");
console.log(
  `held in the worker, and once more in the desk: ${((heldNow() - before) / 1e6).toFixed(2)} MB each`,
);

const sentence = "On 3/4/2024 Anna Miller (born 12 March 1961, 999 000 0018) wrote to ada@mail.example. ";
const letter = sentence.repeat(Math.ceil(10_000 / sentence.length));
const token = tokenBy(table.key);
knownIn(letter, table, token);
await clocked("a letter of 10 kB is asked, all of its names, numbers and addresses", () =>
  knownIn(letter, table, token),
);

// Random questions, the same for each run: what HMAC gives is as evenly spread. The rate falls by half with every bit, and is
// measured at lengths where there is something to count, up to the whole 48.
const questions = Number(values.questions);
const tokens = Float64Array.from({ length: table.count }, (_, place) => {
  const at = bytes.length - (table.count - place) * tokenBytes;
  return first48(bytes.subarray(at, at + tokenBytes));
});
const heads = new Uint8Array(2 ** 21);
for (const one of tokens) {
  const head = Math.floor(one / 2 ** 24);
  heads[head >> 3] = (heads[head >> 3] ?? 0) | (1 << (head & 7));
}
const cuts = [32, 36, 40, 44, 48] as const;

/** For each length, how many questions share so many bits with a token: with one of its neighbours, for they are sorted. */
function chances(many: number): readonly number[] {
  const matched = cuts.map(() => 0);
  // Small fast counter, 128 bits of state: more than all pairs of numbers that are drawn.
  let [a, b, c, counter] = [20_261_201, 1, 2, 3];
  const next = (): number => {
    const drawn = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + drawn) | 0;
    return drawn >>> 8;
  };
  for (let i = 0; i < many; i++) {
    const head = next();
    const rest = next();
    if (!(((heads[head >> 3] ?? 0) >> (head & 7)) & 1)) continue;
    const asked = head * 2 ** 24 + rest;
    let [low, high] = [0, tokens.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tokens[middle] ?? 0) < asked) low = middle + 1;
      else high = middle;
    }
    cuts.forEach((bits, place) => {
      const part = 2 ** (48 - bits);
      const same = (one = -1) => Math.floor(one / part) === Math.floor(asked / part);
      if (same(tokens[low]) || same(tokens[low - 1])) matched[place] = (matched[place] ?? 0) + 1;
    });
  }
  return matched;
}
const matched = await clocked(`${questions.toLocaleString("en-GB")} questions about nobody`, () =>
  chances(questions),
);
cuts.forEach((bits, place) => {
  const reckoned = (questions * table.count) / 2 ** bits;
  console.log(`answered yes by chance with ${bits} bits: ${matched[place]}, reckoned ${reckoned.toFixed(1)}`);
});
console.log(`by reckoning ${falseMatch(table.count).toExponential(2)} a question`);
