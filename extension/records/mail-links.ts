import { isFine, type Judged } from "../guard/settle/judged.ts";
import type { Place } from "./route.ts";
import { about, type Tell } from "./teller.ts";

/** The right button opens a menu and follows nothing. */
const rightButton = 2;
/** Characters of an address that are read. */
const longest = 20_000;

/**
 * Follows links to a mail program that carry a text of their own: what a program outside the browser sends, nobody sees
 * here. The link is never held up; that it was followed is told unless its text names nobody.
 */
export function watchMailLinks(
  shown: () => Place | undefined,
  tell: Tell,
  judge: (text: string) => Promise<Judged>,
  signal: AbortSignal,
): void {
  const followed = async (text: string, place: Place | undefined): Promise<void> => {
    const judged = await judge(text).catch((): Judged => ({ kind: "unread", why: "no-desk" }));
    if (signal.aborted || isFine({ kind: "text", name: "", judged })) return;
    const { item: _, ...open } = about(place);
    tell({ ...open, kind: "record.export", what: "mail-link" });
  };
  const clicked = (event: MouseEvent): void => {
    if (event.button >= rightButton) return;
    const target = event.composedPath().find((one) => one instanceof Element);
    const text = textOfMailLink(target?.closest("a[href], area[href]")?.getAttribute("href") ?? "");
    if (text === "") return;
    const place = shown();
    // The page may turn a click down: that is known once all of its listeners have run.
    setTimeout(() => event.defaultPrevented || void followed(text, place));
  };
  document.addEventListener("click", clicked, { signal, capture: true });
  document.addEventListener("auxclick", clicked, { signal, capture: true });
}

/** Subject and body that a link hands to a mail program; '' for one that only says whom to write to. */
export function textOfMailLink(address: string): string {
  if (!/^\s*mailto:/i.test(address)) return "";
  const [, query = ""] = address.slice(0, longest).split(/\?(.*)/s);
  const fields = query.split("&").map((field) => field.split(/=(.*)/s));
  return fields
    .filter(([name = ""]) => /^(?:subject|body)$/i.test(name))
    .map(([, value = ""]) => decoded(value).trim())
    .filter((value) => value !== "")
    .join("\n\n");
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
