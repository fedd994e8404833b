import type { ReplayedGesture } from "../channel.ts";
import type { Link } from "../link.ts";
import { fileInputOf, letInto } from "./file-inputs.ts";
import type { HeldGesture } from "./gesture.ts";
import { type Carried, carriesFiles, type Gathered, inlaidIn, take } from "./transfer.ts";

const types = ["input", "change", "drop", "paste", "click"] as const;

/**
 * Takes file gestures off this frame. It listens on the window in the capture phase from document_start, so it hears
 * before the page does, stops what carries files, and hands it on.
 *
 * @param takes - Whether the guard holds here now.
 * @returns A function that listens again, after an editor's `document.open()` took the listeners away.
 */
export function captureFiles(
  link: Link,
  takes: () => boolean,
  hold: (gesture: HeldGesture) => void,
): () => void {
  let last = 0;
  const emptied = new WeakSet<HTMLInputElement>();
  const watched = new WeakSet<HTMLInputElement>();

  /** The `change` that follows a held `input` is stopped too; in a closed shadow root it never reaches the window. */
  const muteChange = (chosen: HTMLInputElement): void => {
    emptied.add(chosen);
    const mute = new AbortController();
    chosen.addEventListener("change", stop, { capture: true, once: true, signal: mute.signal });
    setTimeout(() => {
      emptied.delete(chosen);
      mute.abort();
    });
  };

  const input = (event: Event): void => {
    const chosen = fileInputOf(event);
    if (!chosen) return;
    const files = [...(chosen.files ?? [])];
    if (files.length === 0) {
      if (emptied.delete(chosen)) stop(event);
      return;
    }
    stop(event);
    chosen.value = "";
    if (event.type === "input") muteChange(chosen);
    hold({
      how: "chosen",
      moment: "attach",
      at: chosen,
      files: Promise.resolve({ files, missing: false }),
      together: !chosen.multiple,
      letIn: (kept) => link.during(() => letInto(chosen, kept)),
      end: () => {},
      again: () => chosen.click(),
    });
  };

  /** Pictures that come within the markup of a paste: they go in with it. */
  const pasteOfMarkup = (event: ClipboardEvent, data: DataTransfer): boolean => {
    const inlaid = inlaidIn(data);
    if (!inlaid) return false;
    const id = ++last;
    const target = event.composedPath()[0] ?? document;
    const { strings } = take(data);
    stop(event);
    const marked = link.mark(target, id);
    hold({
      how: "pasted",
      moment: "paste",
      at: target instanceof Element ? target : undefined,
      files: Promise.resolve({ files: inlaid.files, missing: inlaid.missing }),
      together: true,
      letIn(kept) {
        const markup = inlaid.without(inlaid.files.filter((file) => !kept.includes(file)));
        const left = strings.map(([type, text]) => [type, type === "text/html" ? markup : text] as const);
        if (marked) link.post({ kind: "replay", id, gesture: replayOf(event, left, [], undefined) });
      },
      end: () => {},
    });
    return true;
  };

  const dropOrPaste = (event: DragEvent | ClipboardEvent, data: DataTransfer | null): void => {
    if (!carriesFiles(data)) return;
    const id = ++last;
    const target = event.composedPath()[0] ?? document;
    const carried = take(data);
    stop(event);
    const marked = link.mark(target, id);
    let played = false;
    let gathered: Gathered | undefined;
    const files = carried.gathered.then((all) => {
      gathered = all;
      return all;
    });
    const play = (kept: readonly File[]): void => {
      played = true;
      const gesture = replayOf(event, carried.strings, kept, gathered);
      if (marked) link.post({ kind: "replay", id, gesture });
    };
    hold({
      how: event.type === "paste" ? "pasted" : "dropped",
      moment: event.type === "paste" ? "paste" : "attach",
      at: target instanceof Element ? target : undefined,
      files,
      // Text that came with a pasted picture goes in with it, once.
      together: event.type === "paste",
      letIn: play,
      end: () => void (event.type === "drop" && !played && link.post({ kind: "leave", id })),
    });
  };

  /** Follows an input that the page may take out of the document before the picker closes. */
  const click = (event: Event): void => {
    const input = fileInputOf(event);
    if (!input || watched.has(input)) return;
    watched.add(input);
    input.addEventListener("input", hear, true);
    input.addEventListener("change", hear, true);
  };

  const paste = (event: ClipboardEvent): void => {
    const data = event.clipboardData;
    if (data && (carriesFiles(data) || !pasteOfMarkup(event, data))) dropOrPaste(event, data);
  };

  const hear = (event: Event): void => {
    if (event.type === "click") click(event);
    else if (link.replaying || !takes()) return;
    else if (event.type === "drop") dropOrPaste(event as DragEvent, (event as DragEvent).dataTransfer);
    else if (event.type === "paste") paste(event as ClipboardEvent);
    else input(event);
  };
  const listen = (): void => {
    for (const type of types) window.addEventListener(type, hear, true);
  };
  listen();
  return listen;
}

function stop(event: Event): void {
  event.stopImmediatePropagation();
  event.preventDefault();
}

/** Folders that hold nothing come where nothing is held back: their names may be those of a held document's. */
function replayOf(
  event: DragEvent | ClipboardEvent,
  strings: Carried["strings"],
  files: readonly File[],
  gathered: Gathered | undefined,
): ReplayedGesture {
  const drag = event.type === "drop" ? (event as DragEvent) : undefined;
  return {
    type: drag ? "drop" : "paste",
    files,
    paths: files.map((file) => gathered?.paths[gathered.files.indexOf(file)] ?? `/${file.name}`),
    empty: files.length === gathered?.files.length ? gathered.empty : [],
    strings,
    x: drag?.clientX ?? 0,
    y: drag?.clientY ?? 0,
    shiftKey: drag?.shiftKey ?? false,
    ctrlKey: drag?.ctrlKey ?? false,
  };
}
