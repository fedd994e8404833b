import type { Looked } from "#domain/sites/canary";
import { send } from "./send.ts";

/** Tells the background which facts of an adapter a page showed, and which not; an orphaned script tells nobody. */
export function tellLook(adapter: string, { found, missed }: Looked): void {
  if (found.length + missed.length === 0) return;
  send("canary", { adapter, found: [...found], missed: [...missed] }).catch(() => undefined);
}
