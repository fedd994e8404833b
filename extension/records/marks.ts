import * as z from "zod/mini";
import { milliseconds, policy } from "#domain/policy";
import { stored } from "../stored.ts";

/**
 * Marks of what was downloaded or copied from the clinical system minutes ago, so that the guard can say where a
 * document came from. A mark holds keyed digests; it lives in memory and is gone when the browser closes.
 */
const mark = z.object({
  /** Of the visit to the record; '' once something was sent under it. */
  trace: z.string(),
  system: z.string(),
  at: z.number(),
  how: z.enum(["downloaded", "copied"]),
  name: z.optional(z.string()),
  text: z.optional(z.string()),
});
export type Mark = z.infer<typeof mark>;

/** More downloads than this in minutes are an export; the oldest marks go first. */
const most = 50;

const marks = stored<Mark[]>("session:marks", z.array(mark), []);

const fresh = (all: readonly Mark[], now: number): Mark[] =>
  all.filter((one) => now - one.at >= 0 && now - one.at < milliseconds(policy.documentMarkLives));

export async function currentMarks(now: number): Promise<Mark[]> {
  return fresh(await marks.get(), now);
}

export async function addMark(added: Mark): Promise<void> {
  await marks.change((all) => [...fresh(all, added.at), added].slice(-most));
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

/** The newest mark that this document bears: the same name or the same text. Nothing else makes it the same. */
export function markOf(
  all: readonly Mark[],
  document: { readonly name?: string; readonly text?: string },
): Mark | undefined {
  return [...all]
    .reverse()
    .find(
      (one) =>
        (one.name !== undefined && one.name === document.name) ||
        (one.text !== undefined && one.text === document.text),
    );
}
