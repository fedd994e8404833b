import { judge } from "#domain/detector/judge";
import { share } from "./share.ts";

/** A generator of numbers that are the same in every run (Numerical Recipes, LCG). */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const seed = 12;
const kinds: readonly (readonly [before: string, split: boolean])[] = [
  ["ISBN ", false],
  ["Tel ", false],
  ["Tel: 07", false],
  ["Invoice no. ", false],
  ["Tracking number ", false],
  ["Order ", false],
  ["", false],
  ["id=", false],
  ["", true],
  ["Account ", true],
  ["Part no. ", true],
  ["Ref ", false],
];

/** How many of so many ten-digit numbers that are nobody's are taken for an NHS number, and how many make a line flagged. */
export function junk(count: number, isSaid = true) {
  const random = chance(seed);
  let taken = 0;
  let flagged = 0;
  for (let row = 0; row < count; row++) {
    const [before, split] = kinds[row % kinds.length] ?? ["", false];
    const length = before.endsWith("07") ? 8 : 10;
    const digits = Array.from({ length }, () => Math.floor(random() * 10)).join("");
    const number = split ? `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}` : digits;
    const text = `${before}${number}`;
    const verdict = judge({ text, format: "text", read: { unit: "byte", done: 1, of: 1 } });
    if (verdict.findings.some(({ kind }) => kind.endsWith("-number") && kind !== "hospital-number")) taken++;
    if (verdict.strength !== "none") flagged++;
  }
  if (!isSaid) return { count, taken, flagged };
  console.log(
    `\n${count} ten-digit numbers of other things (ISBN, telephone, invoice, tracking, ids; seed ${seed})`,
  );
  console.log(`taken for an NHS, CHI or H&C number  ${share(taken, count)}`);
  console.log(`line flagged as a patient's          ${share(flagged, count)}`);
  return { count, taken, flagged };
}
