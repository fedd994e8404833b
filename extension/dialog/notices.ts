import { sayEarly } from "./early-strings.ts";
import { element, isolated } from "./element.ts";
import { icon, mark } from "./icons.ts";
import type { Surface } from "./surface.ts";

/** Milliseconds that an outcome stays: NOTES.md, "Timing". */
const stays = { plain: 6_000, withLink: 10_000 } as const;

export interface NoticeLink {
  readonly label: string;
  pressed(): void;
}

export interface NoticeWords {
  readonly said: string;
  /** Second line, smaller. */
  readonly more?: string;
  readonly link?: NoticeLink;
  /** Asks for something: stays until it is closed. */
  readonly untilClosed?: boolean;
}

/** A notice that is shown. */
export interface Notice {
  close(): void;
}

/** Says what became of a held gesture. It never takes the focus. */
export function notify(surface: Surface, words: NoticeWords): Notice {
  const { notice, close } = drawNotice(surface.host.ownerDocument, words, () => close());
  put(surface, notice);
  if (!words.untilClosed) closeAfter(notice, words.link ? stays.withLink : stays.plain, close);
  return { close };
}

/** A notice with its link and its X, not shown yet. */
export function drawNotice(
  doc: Document,
  words: NoticeWords | undefined,
  shutPressed: () => void,
): { readonly notice: HTMLElement; close(): void } {
  const end = element(doc, "div", { class: "end" });
  const notice = draw(doc, [words?.said, words?.more], end);
  const close = (): void => notice.remove();
  if (words?.link) {
    const { label, pressed } = words.link;
    end.append(
      link(doc, label, () => {
        close();
        pressed();
      }),
    );
  }
  const shut = element(
    doc,
    "button",
    { class: "quiet", type: "button", "aria-label": sayEarly("frame.close") },
    icon(doc, "close"),
  );
  shut.addEventListener("click", shutPressed);
  end.append(shut);
  return { notice, close };
}

/** The notice while a check runs, which tells how far it is. */
export interface CheckingNotice extends Notice {
  /** How far: shown from 2 s on. */
  progress(said: string, part?: number): void;
}

/** Stands in a sentence where the file's name goes. */
export const nameGoesHere = "\u0000";

/** Shows that a check runs. `stop` is offered once there is progress to tell. */
export function checking(
  surface: Surface,
  said: string,
  name: string,
  stop?: { readonly label: string; pressed(): void },
): CheckingNotice {
  const doc = surface.host.ownerDocument;
  const end = element(doc, "div", { class: "end" });
  const notice = draw(doc, [], end);
  const text = notice.querySelector(".said");
  const [before, after] = said.split(nameGoesHere);
  text?.prepend(
    element(
      doc,
      "p",
      {},
      before,
      after !== undefined && element(doc, "strong", {}, isolated(doc, name)),
      after,
    ),
  );
  const bar = element(doc, "i", {});
  const track = element(doc, "div", { class: "bar", "aria-hidden": "true" }, bar);
  notice.append(track);
  put(surface, notice);
  let more: HTMLElement | undefined;
  return {
    close: () => notice.remove(),
    progress(far, part) {
      if (!more) {
        more = element(doc, "p", {});
        text?.append(more);
        if (stop) end.append(link(doc, stop.label, stop.pressed));
      }
      more.textContent = far;
      if (part === undefined) return;
      track.classList.add("known");
      bar.style.inlineSize = `${Math.round(Math.min(1, part) * 100)}%`;
    },
  };
}

function draw(doc: Document, lines: readonly (string | undefined)[], end: HTMLElement): HTMLElement {
  const paragraphs = lines.filter((line) => line !== undefined).map((line) => element(doc, "p", {}, line));
  return element(
    doc,
    "div",
    { class: "notice" },
    mark(doc),
    element(doc, "div", { class: "said" }, ...paragraphs),
    end,
  );
}

export function link(doc: Document, label: string, pressed: () => void): HTMLElement {
  const made = element(doc, "button", { class: "link", type: "button" }, label);
  made.addEventListener("click", pressed);
  return made;
}

/** Shows a notice above whatever the page shows. */
export function put(surface: Surface, notice: HTMLElement): void {
  surface.show();
  // Opened again, so that it lies above whatever the page has put into the top layer since.
  surface.notices.hidePopover();
  surface.notices.showPopover();
  surface.notices.append(notice);
}

/** Waits longer while the pointer or the focus is on it. */
function closeAfter(notice: HTMLElement, wait: number, close: () => void): void {
  let timer = setTimeout(close, wait);
  const hold = (): void => clearTimeout(timer);
  const go = (): void => {
    clearTimeout(timer);
    timer = setTimeout(close, wait);
  };
  notice.addEventListener("pointerenter", hold);
  notice.addEventListener("focusin", hold);
  notice.addEventListener("pointerleave", go);
  notice.addEventListener("focusout", go);
}
