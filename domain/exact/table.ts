/**
 * The clinic's own patients as keyed tokens, in one run of bytes.
 *
 * - A token is the first 48 bits of HMAC-SHA-256 under the list's own key (`tokens.ts` says of what). The tokens of all
 *   kinds stand sorted, six bytes each, and are searched by halving; nothing is unpacked.
 * - Layout: "CPX1", the key (32 bytes), how many tokens (4 bytes, the highest first), the tokens.
 * - Size: a patient with one first name, a number and an address is three tokens, and birthdays alone add 40,000 at most.
 *   200,000 patients are at most 640,000 tokens and 3.84 MB; second first names of half of them add 0.6 MB.
 * - False matches: what is in no list answers yes by chance with tokens / 2^48. With 640,000 tokens that is 2.3e-9 a
 *   question. A text asks `askedAtMost` questions at the very most: 1 in 140,000 such texts. A clinic that judges 1,000 texts a day
 *   with 100 questions each waits twelve years for one.
 * - Why no filter: a binary fuse filter with 16 bits (18 a token) would be 1.4 MB and answer wrongly once in 65,536
 *   questions, which that clinic would meet every day; with 32 bits (36 a token) it is 2.9 MB and 2.3e-10. A quarter less is not worth
 *   a format that nobody can look into. 40 bits here would be 3.2 MB, and one false match in 17 days.
 * - The key lies beside the tokens: whoever computes tokens needs it. So the table hides nobody from its holder, who can
 *   try names, birthdays and numbers one by one; ten thousand million NHS numbers are an afternoon. It only keeps names out of
 *   sight, and its answers to those who already know whom to ask for.
 */
export const tokenBytes = 6;
export const keyBytes = 32;
const mark = [0x43, 0x50, 0x58, 0x31] as const;
export const headBytes = mark.length + keyBytes + 4;
/** Tokens of one list: 200,000 patients with every name, number and address that they may have. */
export const tokensAtMost = 1_250_000;
export const tableBytesAtMost = headBytes + tokensAtMost * tokenBytes;

/** Keyed text as the number that its first 48 bits are. Each engine gives its own HMAC. */
export type Token = (text: string) => number;

/** The first 48 bits of bytes. */
export const first48 = (bytes: Uint8Array): number =>
  (((bytes[0] ?? 0) << 16) | ((bytes[1] ?? 0) << 8) | (bytes[2] ?? 0)) * 0x1000000 +
  (((bytes[3] ?? 0) << 16) | ((bytes[4] ?? 0) << 8) | (bytes[5] ?? 0));

/** Chance that one question about somebody who is in no list is answered with yes. */
export const falseMatch = (tokens: number): number => tokens / 2 ** (tokenBytes * 8);

/**
 * @param tokens - In any order; those that stand there twice are written once.
 * @throws {RangeError} For a key of another length, or more tokens than a list takes.
 */
export function tableOf(key: Uint8Array, tokens: Float64Array): Uint8Array<ArrayBuffer> {
  if (key.length !== keyBytes) throw new RangeError("a key has 32 bytes");
  const sorted = tokens.slice().sort();
  let count = 0;
  for (let place = 0; place < sorted.length; place++)
    if (place === 0 || sorted[place] !== sorted[place - 1]) sorted[count++] = sorted[place] ?? 0;
  if (count > tokensAtMost) throw new RangeError("too many tokens for one list");
  const bytes = new Uint8Array(headBytes + count * tokenBytes);
  bytes.set(mark);
  bytes.set(key, mark.length);
  new DataView(bytes.buffer).setUint32(headBytes - 4, count);
  for (let place = 0; place < count; place++) {
    const token = sorted[place] ?? 0;
    const high = Math.floor(token / 0x1000000);
    const low = token % 0x1000000;
    const at = headBytes + place * tokenBytes;
    bytes.set([high >> 16, (high >> 8) & 255, high & 255, low >> 16, (low >> 8) & 255, low & 255], at);
  }
  return bytes;
}

/**
 * How many tokens a table says it holds, by its head.
 *
 * @param length - Of the whole, in bytes.
 * @returns undefined where it is no table, or not whole.
 */
export function tokensIn(head: ArrayLike<number>, length: number): number | undefined {
  if (length < headBytes || mark.some((byte, place) => head[place] !== byte)) return undefined;
  let count = 0;
  for (let place = headBytes - 4; place < headBytes; place++) count = count * 256 + (head[place] ?? 0);
  return count <= tokensAtMost && length === headBytes + count * tokenBytes ? count : undefined;
}

/** A table that is asked. */
export interface KnownTable {
  readonly key: Uint8Array;
  readonly count: number;
  has(token: number): boolean;
}

/** @returns undefined where the bytes are no whole table. */
export function readTable(bytes: Uint8Array): KnownTable | undefined {
  const count = tokensIn(bytes, bytes.length);
  if (count === undefined) return undefined;
  const tokenAt = (place: number): number => {
    const at = headBytes + place * tokenBytes;
    return first48(bytes.subarray(at, at + tokenBytes));
  };
  return {
    key: bytes.slice(mark.length, mark.length + keyBytes),
    count,
    has(token) {
      let low = 0;
      let high = count;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (tokenAt(middle) < token) low = middle + 1;
        else high = middle;
      }
      return low < count && tokenAt(low) === token;
    },
  };
}
