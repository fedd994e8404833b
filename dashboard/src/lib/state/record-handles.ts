import { newId } from "#lib/new-id.ts";

const place = "chaperone-record-handles";
const most = 500;
/** What this tab knows: by a handle, which says nothing, what it stands for. */
let known: [handle: string, text: string][] = read();

/**
 * A word for a record's reference in this tab's addresses: made by chance, so that no address, history or server's log
 * holds the reference itself. Another tab, or another person, learns nothing by it.
 */
export function handleOf(text: string): string {
  const before = known.find(([, one]) => one === text);
  if (before) return before[0];
  const handle = `~${newId()}`;
  known = [...known.slice(1 - most), [handle, text]];
  try {
    sessionStorage.setItem(place, JSON.stringify(known));
  } catch {
    // Without storage the handle serves until the page is read anew.
  }
  return handle;
}

/** What a handle stands for; '' where this tab does not know it. */
export const behind = (handle: string): string => known.find(([one]) => one === handle)?.[1] ?? "";

function read(): [string, string][] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isPair).slice(-most) : [];
  } catch {
    return [];
  }
}

/** A declaration: what is kept is read before this line is reached. */
function isPair(one: unknown): one is [string, string] {
  return Array.isArray(one) && one.length === 2 && one.every((text) => typeof text === "string");
}
