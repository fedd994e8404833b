import type { Reading, UnreadableReason } from "#domain/detector/verdict";

/** A file inside a file, unpacked when its turn comes. */
export type Inside = () => Promise<Blob>;

/**
 * What a reader made of a file. Each reader answers what it did not look at: what it can't open itself it hands on as
 * `inside`, and for all else it says `unreadable`.
 */
export interface Taken {
  readonly format: string;
  /** Its own words. */
  readonly text: string;
  /** How much of its own words was read; all of one part where it is left out. */
  readonly read?: Reading["read"];
  readonly unreadable?: UnreadableReason | undefined;
  readonly missed?: readonly number[];
  /** Files inside it, which are told and read by their bytes like any other. */
  readonly inside?: readonly Inside[];
  /** Files that were put in to be sent with it: pictures among them are looked at as ones that come by themselves. */
  readonly attached?: readonly Inside[];
}

export const oneOf = (bytes: Uint8Array): Inside => {
  const blob = new Blob([new Uint8Array(bytes)]);
  return () => Promise.resolve(blob);
};
