import type { Hook } from "./hook.ts";
import { empty } from "./let-in.ts";
import { listen, stop } from "./originals.ts";

/** @see extension/dialog/strings.ts, "updated": the same words, as this script carries nothing else of the dialog. */
const words =
  "Chaperone was updated. Reload this page so that it is checked. See that your draft is saved first.";

const carriesFiles = (event: Event): boolean => {
  const input = event.composedPath()[0];
  if (event.type === "input" || event.type === "change") {
    return input instanceof HTMLInputElement && input.type === "file" && (input.files?.length ?? 0) > 0;
  }
  const data = (event as DragEvent).dataTransfer ?? (event as ClipboardEvent).clipboardData;
  return (data?.files.length ?? 0) > 0;
};

/**
 * The last line: Firefox ends the guard's script when the extension is updated and leaves this one behind. Files are
 * then held here and the person is told; nothing passes unchecked.
 */
export function holdWhenOrphaned(hook: Hook): () => void {
  const heard = (event: Event): void => {
    if (!hook.awake || hook.replaying || !carriesFiles(event) || hook.guarded) return;
    stop(event);
    const input = event.composedPath()[0];
    if (input instanceof HTMLInputElement) empty(input, event);
    tell();
  };
  // What is written goes unchecked from now on: the person hears of it at the first press, not only with a file.
  const touched = (): void => {
    if (hook.awake && hook.wasGuarded && !hook.guarded) tell();
  };
  return () => {
    for (const type of ["input", "change", "drop", "paste"]) listen(window, type, heard);
    listen(window, "pointerdown", touched);
  };
}

let told = false;

function tell(): void {
  if (told) return;
  told = true;
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "closed" });
  const notice = document.createElement("p");
  notice.setAttribute("role", "alert");
  notice.textContent = words;
  notice.style.cssText =
    "position:fixed;inset:12px 16px auto;z-index:2147483647;max-inline-size:560px;margin:auto;padding:10px 14px;" +
    "font:14px/20px system-ui,sans-serif;color:#1B2B2A;background:#FFFFFF;border:1px solid #84918F;border-radius:8px";
  root.append(notice);
  document.documentElement.append(host);
}
