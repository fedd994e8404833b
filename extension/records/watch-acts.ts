import { pagePolicy } from "#domain/policy-of-pages";
import type { ClinicalAdapter } from "#domain/sites/clinical-adapter";
import { newId } from "../new-id.ts";
import { send } from "../send.ts";
import { actOf } from "./acts.ts";
import { isDrawn } from "./drawn.ts";
import { printedWithin } from "./printed-within.ts";
import { readBytes } from "./read-bytes.ts";
import type { Place } from "./route.ts";
import { about, type Tell } from "./teller.ts";
import { textMark } from "./text-mark.ts";

/** A record's text is longer than a field of the event holds only where somebody copied a book. */
const mostCounted = 1_000_000;
/** The right button opens a menu and takes nothing out. */
const rightButton = 2;

/** Tells what is taken out of the open record: printed, downloaded, exported, copied. By counts, never by content. */
export function watchActs(
  adapter: ClinicalAdapter,
  current: () => Place | undefined,
  tell: Tell,
  signal: AbortSignal,
): void {
  /** The record that is on the screen: at its address a form to sign in may stand instead. */
  const shown = (): Place | undefined => {
    const place = current();
    return place?.id !== undefined && isDrawn(place.page) ? place : undefined;
  };
  let isTold = false;
  const printed = (): void => {
    const place = shown();
    // A page is printed with its frames, each of which says so right after: that is one print.
    if (!place || isTold) return;
    isTold = true;
    setTimeout(() =>
      setTimeout(() => {
        isTold = false;
      }),
    );
    tell({ ...about(place), kind: "record.print" });
  };
  const clicked = (event: MouseEvent): void => {
    if (event.button >= rightButton) return;
    const target = event.composedPath().find((one) => one instanceof Element);
    const place = shown();
    const act = target && actOf(adapter, target, place?.id);
    if (!act || (act.by === "control" && event.type !== "click")) return;
    const { kind, what, id, name } = act;
    // Which note or letter is open says nothing of which one was taken.
    const { item: _, ...open } = place ? about(place) : {};
    const record = id === place?.id ? open : { id, recordKind: "patient" };
    const key = act.file === undefined ? undefined : newId();
    const mark = { ...(name ? { name } : {}), ...(key ? { key } : {}) };
    const fact = {
      ...(id === undefined ? {} : record),
      ...{ kind, what },
      ...(name || key ? { mark } : {}),
    };
    if (act.by === "control") {
      tell(fact);
      return;
    }
    // What a script made for this click may be gone when it is over.
    const made = act.file && /^(?:blob|data):/.test(act.file) ? readBytes(act.file, signal) : undefined;
    // The page may turn a click on a link down: that is known once all of its listeners have run.
    setTimeout(async () => {
      if (event.defaultPrevented) return;
      tell(fact);
      if (act.file === undefined || key === undefined) return;
      const read = await (made ?? readBytes(act.file, signal));
      if (read) send("mark-bytes", { key, ...read }).catch(() => undefined);
    });
  };
  const copied = async (): Promise<void> => {
    const place = shown();
    const text = selectedText();
    if (!place || text.length < pagePolicy.largeCopy.amount) return;
    const results = Math.min(text.length, mostCounted);
    tell({ ...about(place), kind: "record.copy", results, mark: { text: await textMark(text) } });
  };
  addEventListener("beforeprint", printed, { signal });
  document.addEventListener(printedWithin, printed, { signal });
  document.addEventListener("click", clicked, { signal, capture: true });
  document.addEventListener("auxclick", clicked, { signal, capture: true });
  document.addEventListener("copy", copied, { signal, capture: true });
}

/** What is about to be copied: the page's selection, or that of the field it stands in. */
function selectedText(): string {
  const field = document.activeElement;
  if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) {
    return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
  }
  return getSelection()?.toString() ?? "";
}
