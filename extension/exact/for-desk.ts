import type { MessageData } from "../messages.ts";
import { toBase64 } from "./base64.ts";
import { refreshList } from "./refresh.ts";
import { wantedList } from "./standing.ts";
import { dropList, type KeptList, keptHash, keptList } from "./store.ts";

/** What a desk asks of now: its hash, '' for none, and the list itself where the desk holds another. */
export interface ListForDesk {
  readonly sha256: string;
  /** In base64; null where the desk holds it, or there is none. */
  readonly list: string | null;
}
const none: ListForDesk = { sha256: "", list: null };

/**
 * Answers a desk before each document, so that what was erased or replaced is gone there too. An older list than the policy
 * names is given until the next one has come. What is damaged goes and is fetched anew first. What can't be read is none here,
 * and is told as that (`standing.ts`).
 *
 * @param tell - Called where the list was found damaged or could not be read.
 */
export async function listForDesk(
  { holds }: MessageData<"exact-list">,
  tell: () => void,
): Promise<ListForDesk> {
  if (!(await wantedList(Date.now()))) return none;
  try {
    const sha256 = await keptHash();
    if (sha256 === "" || sha256 === holds) return { sha256, list: null };
    const kept = (await keptList()) ?? (await anew());
    if (kept) return { sha256: kept.sha256, list: toBase64(kept.bytes) };
  } catch {
    // Told below, as every other reason why there is none.
  }
  tell();
  return none;
}

/** The list fetched again in place of one that is damaged. */
async function anew(): Promise<KeptList | undefined> {
  await dropList();
  await refreshList();
  return keptList();
}
