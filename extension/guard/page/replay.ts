import type { ReplayedGesture } from "../channel.ts";
import type { Hook } from "./hook.ts";
import { letInto } from "./let-in.ts";
import { dispatch } from "./originals.ts";
import { transferAsItCame } from "./walked.ts";

const { DragEvent: Drag, ClipboardEvent: Paste } = globalThis;

/** Plays a drop or a paste again on the element where it was held, once, from the page's own world. */
export function replayGesture(hook: Hook, id: number, gesture: ReplayedGesture): void {
  const target = hook.marked.get(id) ?? document;
  hook.during(() => {
    if (gesture.type === "paste") {
      if ((target as HTMLElement).isContentEditable) putCaret(target as HTMLElement, hook.carets.get(id));
      paste(target, gesture);
    } else drop(target, gesture);
  });
}

/** Lets an overlay that the page shows while files hover over it go away. */
export function leave(hook: Hook, id: number): void {
  const target = hook.marked.get(id) ?? document;
  hook.marked.delete(id);
  hook.carets.delete(id);
  for (const type of ["dragleave", "dragend"]) {
    dispatch(target, new Drag(type, { bubbles: true, composed: true, dataTransfer: new DataTransfer() }));
  }
}

/** A paste goes in where the caret stood; where none stood yet, or what it stood in is gone, at the field's end. */
function putCaret(field: HTMLElement, stood: Range | undefined): void {
  const selection = document.getSelection();
  if (!selection) return;
  const stands = stood?.startContainer.isConnected && field.childNodes.length > 0;
  const range = stands ? stood : document.createRange();
  if (!stands) {
    range.selectNodeContents(field);
    range.collapse(false);
  }
  selection.removeAllRanges();
  selection.addRange(range);
}

function drop(target: EventTarget, gesture: ReplayedGesture): void {
  const { files, x, y, shiftKey, ctrlKey } = gesture;
  if (target instanceof HTMLInputElement && target.type === "file") {
    letInto(target, files);
    return;
  }
  const dataTransfer = filled(gesture);
  for (const type of ["dragenter", "dragover", "drop"]) {
    const init = {
      bubbles: true,
      cancelable: true,
      composed: true,
      clientX: x,
      clientY: y,
      shiftKey,
      ctrlKey,
    };
    dispatch(target, new Drag(type, { ...init, dataTransfer }));
  }
}

function paste(target: EventTarget, gesture: ReplayedGesture): void {
  const { files, strings } = gesture;
  const clipboardData = filled(gesture);
  const event = new Paste("paste", { bubbles: true, cancelable: true, composed: true, clipboardData });
  // Firefox drops a file list given to the constructor.
  if (!event.clipboardData?.files.length)
    Object.defineProperty(event, "clipboardData", { value: clipboardData });
  // A made event has no default action: what the browser would have put in, if the page took no care of it, goes in here.
  if (dispatch(target, event)) insert(target, files, strings);
}

function insert(target: EventTarget, files: readonly File[], strings: ReplayedGesture["strings"]): void {
  const of = (wanted: string): string | undefined => strings.find(([type]) => type === wanted)?.[1];
  const markup = files.length === 0 ? of("text/html") : undefined;
  if (markup !== undefined && insertMarkup(markup)) return;
  const text = of("text/plain");
  if (text !== undefined) {
    document.execCommand("insertText", false, text);
    return;
  }
  const editable = target instanceof Element && target.closest<HTMLElement>("[contenteditable]");
  for (const file of files) {
    if (editable && file.type.startsWith("image/")) insertPicture(file);
  }
}

/** @returns Whether it is in: a page may forbid markup that comes as text. */
function insertMarkup(markup: string): boolean {
  try {
    return document.execCommand("insertHTML", false, markup);
  } catch {
    return false;
  }
}

function insertPicture(file: File): void {
  const reader = new FileReader();
  reader.addEventListener("load", () => document.execCommand("insertImage", false, String(reader.result)));
  reader.readAsDataURL(file);
}

function filled(gesture: ReplayedGesture): DataTransfer {
  const transfer = transferAsItCame(gesture);
  for (const [type, text] of gesture.strings) transfer.setData(type, text);
  return transfer;
}
