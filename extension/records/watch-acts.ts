import type { ClinicalAdapter } from "#domain/clinical-adapter";
import { policy } from "#domain/policy";
import { actOf } from "./acts.ts";
import type { Place } from "./route.ts";
import { about, type Tell } from "./teller.ts";
import { textMark } from "./text-mark.ts";

/** A record's text is longer than a field of the event holds only where somebody copied a book. */
const mostCounted = 1_000_000;

/** Tells what is taken out of the open record: printed, downloaded, exported, copied. By counts, never by content. */
export function watchActs(
  adapter: ClinicalAdapter,
  current: () => Place | undefined,
  tell: Tell,
  signal: AbortSignal,
): void {
  const printed = (): void => {
    const place = current();
    if (place?.id) tell({ ...about(place), kind: "record.print" });
  };
  const clicked = (event: MouseEvent): void => {
    const target = event.composedPath().find((one) => one instanceof Element);
    const place = current();
    const act = target && actOf(adapter, target, place?.id);
    if (!act) return;
    const { kind, what, id, name } = act;
    const record = id ? { id, recordKind: place?.page.recordKind ?? "patient" } : {};
    tell({ ...about(place), ...record, kind, what, ...(name ? { mark: { name } } : {}) });
  };
  const copied = async (): Promise<void> => {
    const place = current();
    const text = selectedText();
    if (!place?.id || text.length < policy.largeCopy.amount) return;
    const results = Math.min(text.length, mostCounted);
    tell({ ...about(place), kind: "record.copy", results, mark: { text: await textMark(text) } });
  };
  addEventListener("beforeprint", printed, { signal });
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
