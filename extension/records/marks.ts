import * as z from "zod/mini";
import { milliseconds } from "#domain/policy-number";
import { pagePolicy } from "#domain/policy-of-pages";
import { stored } from "../stored.ts";

/**
 * Marks of what was downloaded or copied from the clinical system, so that the guard can say where a document came from.
 * A mark holds digests under the clinic's key, a size and a kind: no name, no word. It is kept in this browser for a week.
 */
const mark = z.object({
  /** Of the visit to the record; '' once something was sent under it. */
  trace: z.string(),
  /** Name of the system, for the dialog; with its tenant, as events name it. */
  system: z.string(),
  from: z.optional(z.string()),
  /** The record, as events name it. */
  ref: z.optional(z.string()),
  /** Digest by which the record's addresses are found (cards.ts). */
  card: z.optional(z.string()),
  at: z.number(),
  how: z.enum(["downloaded", "copied"]),
  name: z.optional(z.string()),
  text: z.optional(z.string()),
  /** Chosen by the page's script, so that what the bytes are can be said once they were read. */
  key: z.optional(z.string()),
  /** Of the file's bytes: it is known again under any name. */
  bytes: z.optional(z.string()),
  size: z.optional(z.number()),
  kind: z.optional(z.string()),
});
export type Mark = z.infer<typeof mark>;

/** More than a busy desk downloads and copies in a week; the oldest marks go first. */
const most = 500;

const marks = stored<Mark[]>("local:marks", z.array(mark), []);

const fresh = (all: readonly Mark[], now: number): Mark[] =>
  all.filter((one) => now - one.at >= 0 && now - one.at < milliseconds(pagePolicy.documentRemembered));

/** Whether a mark is of minutes ago: only so long a mere name tells that a file is the same. */
export const isRecent = ({ at }: Mark, now: number): boolean =>
  now - at < milliseconds(pagePolicy.documentMarkLives);

export async function currentMarks(now: number): Promise<Mark[]> {
  return fresh(await marks.get(), now);
}

export async function addMark(added: Mark): Promise<void> {
  await marks.change((all) => [...fresh(all, added.at), added].slice(-most));
}

/** The bytes of what was downloaded were read. */
export async function addBytes(key: string, read: Pick<Mark, "bytes" | "size" | "kind">): Promise<void> {
  await marks.change((all) => all.map((one) => (one.key === key && !one.bytes ? { ...one, ...read } : one)));
}

/** A document went out under this trace: in another message it is another attempt. */
export async function spendTrace(trace: string): Promise<void> {
  await marks.change((all) => all.map((one) => (one.trace === trace ? { ...one, trace: "" } : one)));
}

export const forgetMarks = (): Promise<void> => marks.remove();

/**
 * A file's name as it is compared: browsers add " (1)" to a second download, and change characters that a disk
 * does not take.
 */
export const comparedName = (name: string): string =>
  name
    .normalize("NFC")
    .toLowerCase()
    .replace(/ ?\(\d+\)(?=\.[^.]+$|$)/, "")
    .replace(/[^\p{L}\p{N}.]+/gu, "_");

/** What a document is compared by, each under the clinic's key. */
export interface Compared {
  readonly name?: string;
  readonly text?: string;
  readonly bytes?: string;
}

/**
 * The newest mark that this document bears: the same bytes or the same text, within the week; the same name, within
 * minutes. Nothing else makes it the same.
 */
export function markOf(all: readonly Mark[], document: Compared, now: number): Mark | undefined {
  const newest = [...all].reverse();
  const bears = (what: keyof Compared) =>
    newest.find(
      (one) =>
        one[what] !== undefined && one[what] === document[what] && (what !== "name" || isRecent(one, now)),
    );
  return bears("bytes") ?? bears("text") ?? bears("name");
}
