import { policy } from "#domain/policy";
import type { PolicyLine } from "#domain/registers/policy-map/states";
import { act } from "#lib/api/act.ts";
import { pressed } from "#lib/state/seen.svelte.ts";
import type { ReadPolicy } from "./reading/messages.ts";

/** Bytes of one act, well within what the server takes. */
const bytesMost = 180_000;

/** Lines in parts of which each fits one act. */
export function partsOf(lines: readonly PolicyLine[]): PolicyLine[][] {
  const parts: PolicyLine[][] = [];
  let bytes = 0;
  for (const line of lines) {
    const own = new Blob([JSON.stringify(line)]).size + 1;
    const last = parts.at(-1);
    if (last && last.length < policy.policyLinesAtOnce.amount && bytes + own <= bytesMost) {
      last.push(line);
      bytes += own;
    } else {
      parts.push([line]);
      bytes = own;
    }
  }
  return parts;
}

/**
 * Puts a version in: announces it, then sends its lines in parts. What did not arrive whole is no version, and the next
 * attempt takes its place.
 *
 * @param without - Places of lines that are left out.
 * @param onsent - Hears how many lines have come, of all.
 * @returns Its id.
 */
export async function putIn(
  { title, format, pages, notRead, lines }: ReadPolicy,
  without: ReadonlySet<number>,
  onsent: (sent: number, of: number) => void,
): Promise<string> {
  const kept = lines.filter((_, place) => !without.has(place));
  const leftOut = lines.length - kept.length;
  const made = await act("policy_versions.add", {
    title,
    format,
    pages,
    notRead,
    leftOut,
    lines: kept.length,
  });
  const row = pressed(made);
  let at = 0;
  for (const part of partsOf(kept)) {
    await act("policy_versions.lines", { at, lines: part }, row);
    at += part.length;
    onsent(at, kept.length);
  }
  return made.id;
}
