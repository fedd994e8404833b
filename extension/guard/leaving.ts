import type { MailAdapter } from "#domain/sites/adapter";
import { pressedWithin } from "./channel.ts";
import { carries, isCarried, lettersIn, lettersOf, looksIn } from "./message/letters.ts";
import { recipientTextsIn } from "./message/recipient-fields.ts";
import { attachmentAt, partOf } from "./message/structure.ts";
import {
  blankParts,
  deepest,
  framesMost,
  hasLeft,
  shadowOf,
  shortest,
  Written,
  type WrittenText,
} from "./message/written.ts";

/** Milliseconds after a press or a short cut in which a request is its own. */
const ownWithin = 1_500;
/** The same after Enter, which begins a new line as often as it sends: what a page saves by itself comes later. */
const enterWithin = 150;
/** Milliseconds in which a text that has left its field is looked for in what is sent: a sending can be undone so long. */
const followedFor = 60_000;
/** Milliseconds in which what somebody said may go goes. */
const clearedFor = 10_000;
/** Milliseconds after which a text that has left its field, and was seen in no request, left unread. */
const missedAfter = 3_000;
/** A text of so many letters is packed into a byte at best, and sealed with so many bytes a letter and so many about it. */
const packedAtMost = 8;
const wrappedAtMost = 8;
const wrapping = 60_000;
/** Texts that are followed at once, and those remembered as cleared or refused. */
const followedMost = 24;
const rememberedMost = 50;

/** Short cuts with Control that change what is written and send nothing. */
const editing = new Set(["a", "b", "c", "i", "k", "u", "v", "x", "y", "z"]);

const controls =
  "button, a, label, summary, [role=button], [role=menuitem], [role=option], [role=link], input[type=submit], input[type=button], input[type=image]";

/** What is written for the page's own use: the saving of a draft, by its address. */
const draftAddress = /draft|auto-?save|\/save(?:$|[/?#])/i;

interface Followed extends WrittenText {
  readonly within: number;
  /** A request carried it. */
  seen: boolean;
  /** What of it went already, in pieces. */
  looks: number;
  /** It may have gone where nothing can be looked at: in a sealed request, or to a worker. */
  sealed: boolean;
  /** A request was made meanwhile. */
  asked: boolean;
}

export interface LeavingEars {
  adapter(): MailAdapter;
  /** Names of what lies on the server and goes with the message in this part of the page. */
  stored(part: Element): readonly string[];
  /** A text left its field, and no request that could be read carried it. */
  unread(): void;
}

/**
 * Follows what somebody wrote out of the page: by the request that carries it, not by the words on a button. What was
 * cleared passes as it was; what has left unseen is told.
 */
export class Leaving {
  readonly #written = new Written();
  readonly #ears: LeavingEars;
  #followed: Followed[] = [];
  #cleared: { readonly letters: string; readonly with: readonly string[]; readonly until: number }[] = [];
  #refused: Pick<WrittenText, "letters" | "at">[] = [];

  constructor(ears: LeavingEars) {
    this.#ears = ears;
  }

  /** Somebody typed, or took out what they had typed: then nothing has left. */
  typed(event: Event): void {
    this.#written.saw(event);
    if (!/^(?:delete|historyUndo)/.test((event as InputEvent).inputType ?? "")) return;
    this.#followed = this.#followed.filter((one) => !event.composedPath().includes(one.field));
  }

  /** Somebody pressed a control or a key that may send: what stands in the fields now is followed. */
  acted(event: Event): void {
    if (event instanceof KeyboardEvent && event.isTrusted) this.#written.keyed(event);
    const within = windowOf(event);
    if (within === 0) return;
    const at = event.composedPath()[0];
    this.#follow(within, at instanceof Element ? at : undefined);
    tellAround(within);
    tellWithin(within);
  }

  /** The same in a frame of this page, or (told as a negative number) in the page around this frame. */
  actedWithin(event: Event): void {
    const told = Number((event as CustomEvent<string>).detail);
    const within = Math.abs(told);
    if (within !== ownWithin && within !== enterWithin) return;
    this.#follow(within);
    if (told > 0) tellAround(within);
    else tellWithin(within);
  }

  #follow(within: number, at?: Element): void {
    const now = performance.now();
    const taken = [
      ...this.#written.taken(now).map((one) => this.#withBeside(one)),
      ...this.#stored(now, at),
    ].filter((one) => !this.isCleared(one));
    if (taken.length === 0) return;
    const still = this.#followed.filter(
      (one) => now - one.at < followedFor && !taken.some(({ field }) => field === one.field),
    );
    const fresh = taken.map((one) => ({
      ...one,
      within,
      seen: false,
      looks: 0,
      sealed: false,
      asked: false,
    }));
    this.#followed = [...still, ...fresh].slice(-followedMost);
    setTimeout(() => this.#missed(fresh), missedAfter);
  }

  /** Whether a request that begins now may carry something that nobody has looked at. */
  mayCarry(): boolean {
    const now = this.#now();
    for (const one of now) one.asked = true;
    return now.length > 0;
  }

  /** Whether a text carries something that nobody has looked at. */
  carries(text: string): boolean {
    const within = lettersIn(text);
    return this.#now().some(({ letters }) => carries(within, letters));
  }

  /**
   * Something went that can't be looked at. What may have been in it is told, unless a request shows it after all.
   *
   * @param bytes - Their number, where it is known: what is much shorter or longer than a text is something else.
   */
  sealed(bytes?: number): void {
    const now = this.#now().filter(({ letters: { length } }) => {
      return (
        bytes === undefined || (bytes * packedAtMost >= length && bytes <= length * wrappedAtMost + wrapping)
      );
    });
    for (const one of now) one.sealed = true;
    if (now.length > 0) setTimeout(() => this.#missed(now), missedAfter);
  }

  /** What a request carries that nobody has looked at. */
  carriedBy(url: string, body: string): readonly WrittenText[] {
    const followed = this.#now();
    if (followed.length === 0 || this.#isDraft(url, body)) return [];
    const within = lettersIn(body);
    const carried = followed.filter((one) => {
      const looks = looksIn(within, one.letters);
      one.looks |= looks;
      // An address alone is also looked up.
      return looks !== 0 && isCarried(one.looks) && !(one.stored && body === url);
    });
    for (const one of carried) one.looks = 0;
    for (const one of followed)
      one.seen ||= carried.some((other) => other === one || (one.stored && other.field === one.field));
    return carried;
  }

  /** Something was loaded from an address, in whatever way pages load things: what that address carried has left. */
  loaded(url: string, at: number): void {
    if (this.#followed.length === 0 || this.#isDraft(url, "")) return;
    const within = lettersIn(url);
    const left = this.#followed.some(
      (one) => at >= one.at && !this.isCleared(one) && !this.isRefused(one) && carries(within, one.letters),
    );
    if (left) this.#ears.unread();
  }

  /**
   * A message that was looked at may go, as it was.
   *
   * @param shown - Names of the attachments that it had: the same words with others are another message.
   * @param asked - It went because somebody said so: then it may go this once, to whom it was going.
   */
  clear(letters: string, shown: readonly string[], asked: boolean): void {
    const until = asked ? performance.now() + clearedFor : Number.POSITIVE_INFINITY;
    this.#cleared = [...this.#cleared, { letters, with: shown, until }].slice(-rememberedMost);
  }

  isCleared({ letters, beside = [] }: Pick<WrittenText, "letters" | "beside">): boolean {
    const now = performance.now();
    return this.#cleared.some(
      (one) =>
        now < one.until && one.letters.includes(letters) && beside.every((name) => one.with.includes(name)),
    );
  }

  /** A text was kept back: the page's own tries to send it again are kept back too, until somebody acts anew. */
  refuse(texts: readonly WrittenText[]): void {
    this.#refused = [...this.#refused, ...texts].slice(-rememberedMost);
  }

  isRefused({ letters, at }: WrittenText): boolean {
    return this.#refused.some((one) => one.letters === letters && one.at === at);
  }

  #now(): Followed[] {
    const now = performance.now();
    return this.#followed.filter((one) => {
      const age = now - one.at;
      const own = age <= one.within || (age <= followedFor && hasLeft(one));
      return own && !this.isCleared(one);
    });
  }

  #isDraft(url: string, body: string): boolean {
    const { sends = [], drafts = [] } = this.#ears.adapter().compose.send.marks ?? {};
    if (sends.some((mark) => body.includes(mark))) return false;
    return drafts.some((mark) => body.includes(mark)) || draftAddress.test(url);
  }

  /** What lies on the server and goes with a text: as the form or dialog around its field lists it. */
  #withBeside(one: WrittenText): WrittenText {
    const part = partOf(one.field);
    return part ? { ...one, beside: this.#ears.stored(part) } : one;
  }

  /** What goes with the message in which nothing is written and something is pressed: not what is pressed itself. */
  #stored(at: number, pressed: Element | undefined): WrittenText[] {
    return blankParts().flatMap((field) => {
      if (!pressed || !field.contains(pressed) || attachmentAt(pressed)) return [];
      const names = this.#ears.stored(field);
      if (names.length === 0) return [];
      // What shares a stored file may say no more than with whom.
      const texts = [names.join("\n"), ...recipientTextsIn(field).map(({ text }) => text)];
      return texts
        .map((text) => ({ field, stored: true as const, text, letters: lettersOf(text), at }))
        .filter(({ letters }) => letters.length >= shortest);
    });
  }

  #missed(texts: readonly Followed[]): void {
    const left = texts.some((one) => {
      if (one.seen || this.isCleared(one)) return false;
      if (one.sealed) return true;
      // The page around this frame looks after its own fields.
      if (window !== window.top && one.field.ownerDocument.defaultView === window.parent) return false;
      return this.#followed.includes(one) && hasLeft(one) && (one.stored ? one.asked : one.field.isConnected);
    });
    if (left) this.#ears.unread();
  }
}

/** An editor in a frame has its page send what stands in it. */
function tellAround(within: number): void {
  try {
    const around = window.parent !== window && window.parent.document;
    if (around) around.dispatchEvent(new CustomEvent(pressedWithin, { detail: String(within) }));
  } catch {
    // The page around is of another origin: what this frame writes, it sends by itself.
  }
}

/** A frame may send what was written around it. */
function tellWithin(within: number): void {
  for (const frame of [...document.querySelectorAll("iframe")].slice(0, framesMost))
    frame.contentDocument?.dispatchEvent(new CustomEvent(pressedWithin, { detail: String(-within) }));
}

/** Milliseconds after this event in which a request is set off by it; 0 for an event that sends nothing. */
function windowOf(event: Event): number {
  if (!event.isTrusted) return 0;
  const [path] = event.composedPath();
  const at = path instanceof Element ? (deepest(path) ?? path) : path;
  if (event instanceof KeyboardEvent) {
    if (event.isComposing || event.repeat) return 0;
    const short = event.ctrlKey || event.metaKey || event.altKey;
    if (event.key === "Enter") return short || isControl(at) ? ownWithin : enterWithin;
    if (event.key === " ") return isControl(at) ? ownWithin : 0;
    if (/^F\d+$/.test(event.key)) return ownWithin;
    if (!short || event.key.length !== 1 || event.getModifierState("AltGraph")) return 0;
    return event.altKey || !editing.has(event.key.toLowerCase()) ? ownWithin : 0;
  }
  if (event.type === "submit") return ownWithin;
  return isControl(at) ? ownWithin : 0;
}

/** What is pressed to make something happen; not what only shapes what is written. */
function isControl(at: EventTarget | undefined): boolean {
  if (!(at instanceof Element) || (at as HTMLElement).isContentEditable) return false;
  if (at.closest("textarea, [role=toolbar]")) return false;
  // A press within a closed part is heard of its outside alone.
  if (!at.shadowRoot && shadowOf(at)) return true;
  return at.closest(controls) !== null || getComputedStyle(at).cursor === "pointer";
}
