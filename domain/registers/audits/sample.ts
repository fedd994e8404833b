import * as z from "zod/mini";

/**
 * The week's sample of accesses and mail decisions. Nobody chooses it, and nobody can steer it: the last event that came
 * before the week was over draws, by its hash, which nobody knows before it is there and nobody can change after.
 *
 * Rule: number the week's accesses and mail decisions in the order in which they came, from 0. For i = 1, 2, 3 … take
 * SHA-256 of "<hash of that last event> <i>" in hex; its first 13 digits, as a number, modulo how many there are, say which
 * one is next. One that was drawn already is passed over.
 */
export function* drawn(
  of: number,
  headHash: string,
  sha256: (text: string) => string,
): Generator<number, void> {
  const taken = new Set<number>();
  for (let i = 1; taken.size < of; i += 1) {
    const place = Number.parseInt(sha256(`${headHash} ${i}`).slice(0, 13), 16) % of;
    if (taken.has(place)) continue;
    taken.add(place);
    yield place;
  }
}

/**
 * Whether what a sample holds was drawn by the rule: each of it in the order of the draw, up to `passed` in between that
 * could not be taken (erased by then, or of a case that is kept apart).
 *
 * @param wanted - Places of what it holds, in its order.
 */
export function isDrawnSo(
  wanted: readonly number[],
  of: number,
  headHash: string,
  sha256: (text: string) => string,
): { readonly same: boolean; readonly passed: number } {
  let at = 0;
  let passed = 0;
  for (const place of drawn(of, headHash, sha256)) {
    if (at === wanted.length) break;
    if (place === wanted[at]) at += 1;
    else passed += 1;
  }
  return { same: at === wanted.length, passed };
}

/** What somebody found who looked at one. */
export const sampleResults = ["in-order", "asked", "no-reason", "not-clear"] as const;
export type SampleResult = (typeof sampleResults)[number];

export const sampleResultWords: Readonly<Record<SampleResult, string>> = {
  "in-order": "in order",
  asked: "in order, after asking",
  "no-reason": "no reason found",
  "not-clear": "not clear yet",
};

/** Results that need a word of explanation. */
export const needsNote = (result: SampleResult): boolean => result !== "in-order";

/** Why this person may not look at one; undefined where they may. @param selves - Ids of whoever looks. */
export const whyNotLook = (selves: readonly string[], user: string): string | undefined =>
  user !== "" && selves.includes(user) ? "This is your own: somebody else looks at it." : undefined;

export const sampleItem = z.object({
  id: z.string(),
  version: z.int(),
  /** The entry in the log, by its id; '' once it was erased or has expired. */
  entry: z.string(),
  kind: z.string(),
  occurredAt: z.string(),
  user: z.string(),
  system: z.string(),
  recordRef: z.string(),
  detail: z.string(),
  result: z.enum(["", ...sampleResults]),
  note: z.string(),
  lookedBy: z.string(),
  lookedAt: z.string(),
  /** The request that explains it, as REQ-31: whoever looked worked on it while it was open; '' for none. */
  explained: z.string(),
  /** It is the reader's own. */
  own: z.boolean(),
});
export type SampleItem = z.infer<typeof sampleItem>;

/** `GET /samples?week`: the sample of a week, and which weeks there are. */
export const sampleAnswer = z.object({
  sample: z.nullable(
    z.object({
      id: z.string(),
      /** Monday of the week that it is of. */
      weekOf: z.string(),
      drawnAt: z.string(),
      of: z.int(),
      headHash: z.string(),
      /** For the lead alone: the event that drew. */
      head: z.nullable(z.int()),
      items: z.array(sampleItem),
    }),
  ),
  /** Mondays, the newest first. */
  weeks: z.array(z.string()),
});
export type SampleAnswer = z.infer<typeof sampleAnswer>;
export type Sample = NonNullable<SampleAnswer["sample"]>;

/** `GET /samples/again?week`: whether it is drawn the same when it is drawn again. */
export const againAnswer = z.object({ same: z.boolean(), passed: z.int(), why: z.string() });
