import type { MailAdapter } from "#domain/sites/adapter";
import { besideWithin, enterWithin, isWindow, ownWithin, windowOf } from "./acts.ts";
import { tellAround, tellWithin } from "./frames-told.ts";
import { carries, isCarried, lettersIn, lettersOf, looksIn } from "./message/letters.ts";
import { recipientTextsIn } from "./message/recipient-fields.ts";
import { attachmentAt, partOf } from "./message/structure.ts";
import {
  blankParts,
  hasLeft,
  isGone,
  isThere,
  shortest,
  Written,
  type WrittenText,
} from "./message/written.ts";
import { moment } from "./moment.ts";

/** Milliseconds in which a text that has left its field is looked for in what is sent: a sending can be undone so long. */
const followedFor = 60_000;
/** Milliseconds after which a text that has left its field, and was seen in no request, left unread. */
const missedAfter = 3_000;
/** Milliseconds by which the time of what was loaded may lie before the press that set it off: browsers round it. */
const rounded = 1;
/** A text of so many letters is packed into a byte at best, and sealed with so many bytes a letter and so many about it. */
const packedAtMost = 8;
const wrappedAtMost = 8;
const wrapping = 60_000;
/** Texts that are followed at once, and those remembered as cleared or refused. */
const followedMost = 48;
const rememberedMost = 50;

/** What is written for the page's own use: the saving of a draft, by its address. */
const draftAddress = /draft|auto-?save|\/save(?:$|[/?#])/i;

/** A message that was looked at: what somebody had pressed by then goes with it. */
interface Cleared {
  readonly letters: string;
  /** Names of the attachments that it had: the same words with others are another message. */
  readonly with: readonly string[];
  /** When, as `performance.now()` counts. */
  readonly at: number;
}

/** A text that was kept back, and when. */
interface Refused extends WrittenText {
  readonly refusedAt: number;
}

interface Followed extends WrittenText {
  within: number;
  /** The press of Enter, where it may as well begin a new line. */
  readonly enter?: Event;
  /** A request carried it. */
  seen: boolean;
  /** What of it went already, in pieces. */
  looks: number;
  /** It may have gone where nothing can be looked at: in a sealed request, or to a worker. */
  sealed: boolean;
  /** A request was made meanwhile. */
  asked: boolean;
  /** The page took it out of its field: what is written there since is another text. */
  gone: boolean;
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
  #cleared: Cleared[] = [];
  #refused: Refused[] = [];
  /** When somebody last pressed what may send. */
  #actedAt = Number.NEGATIVE_INFINITY;
  /** When a request last began that may have carried what was cleared. */
  #passedAt = Number.NEGATIVE_INFINITY;

  constructor(ears: LeavingEars) {
    this.#ears = ears;
  }

  /** Somebody typed, or took out what they had typed: then nothing has left. */
  typed(event: Event): void {
    this.#written.saw(event);
    const isOut = /^(?:delete|historyUndo)/.test((event as InputEvent).inputType ?? "");
    if (!isOut) this.#noteGone();
    else
      this.#followed = this.#followed.filter((one) => one.gone || !event.composedPath().includes(one.field));
  }

  /** Somebody pressed a control or a key that may send: what stands in the fields now is followed. */
  acted(event: Event): void {
    if (event instanceof KeyboardEvent && event.isTrusted) this.#written.keyed(event);
    const within = windowOf(event);
    if (within === 0) return;
    const at = event.composedPath()[0];
    this.#follow(within, {
      ...(at instanceof Element && { at }),
      ...(within === enterWithin && { enter: event }),
    });
    tellAround(within);
    tellWithin(within);
  }

  /** A frame of this page began: what is pressed already may be sent by it. */
  frameBegan(): void {
    if (moment() - this.#actedAt < ownWithin) tellWithin(ownWithin);
  }

  /** The page was handed what lies in the clipboard: it may send that without anybody seeing it. */
  handed(text: string): void {
    this.#written.handed(text);
    this.#follow(ownWithin);
  }

  /** The same in a frame of this page, or (told as a negative number) in the page around this frame. */
  actedWithin(event: Event): void {
    const told = Number((event as CustomEvent<string>).detail);
    const within = Math.abs(told);
    if (!isWindow(within)) return;
    this.#follow(within);
    if (told > 0) tellAround(within);
    else tellWithin(within);
  }

  /** After a press beside what is written only that is followed for which nobody has answered. */
  #follow(within: number, { at, enter }: { at?: Element; enter?: Event } = {}): void {
    const now = moment();
    const beside = within === besideWithin;
    if (!beside) this.#actedAt = now;
    this.#noteGone();
    const taken = [
      ...this.#written.taken(now).map((one) => this.#withBeside(one)),
      ...(beside ? [] : this.#stored(now, at)),
    ].filter(
      (one) =>
        !this.#isOnItsWay(one) &&
        !(beside && (this.#wasAnswered(one) || this.#isProlonged(one, now + within))),
    );
    if (taken.length === 0) return;
    const still = this.#followed.filter(
      (one) =>
        now - one.at < followedFor &&
        (one.gone ? !this.isCleared(one) : !taken.some(({ field }) => field === one.field)),
    );
    const fresh = taken.map((one) => ({
      ...one,
      within,
      ...(enter && { enter }),
      seen: false,
      looks: 0,
      sealed: false,
      asked: false,
      gone: false,
    }));
    // Those of this act are never crowded out by earlier ones.
    this.#followed = [...fresh, ...still].slice(0, Math.max(followedMost, fresh.length));
    if (!beside) setTimeout(() => this.#missed(fresh), missedAfter);
  }

  /** Whether a text is followed by an act just before, which is looked for until then too. */
  #isProlonged({ field, letters }: WrittenText, until: number): boolean {
    const before = this.#followed.find(
      (one) => one.field === field && one.letters === letters && until - one.at < missedAfter,
    );
    if (before) before.within = Math.max(before.within, until - before.at);
    return before !== undefined;
  }

  /** Notes what the page has taken out of its field by now: somebody else's text may stand there next. */
  #noteGone(): void {
    for (const one of this.#followed) one.gone ||= isGone(one);
  }

  /** Whether a text left its field by an act before this one: what is pressed now is pressed for something else. */
  #isOnItsWay({ field, letters }: WrittenText): boolean {
    return (
      field.getClientRects().length === 0 &&
      this.#followed.some((one) => one.field === field && one.letters === letters)
    );
  }

  /** Whether a request that begins now may carry something that nobody has looked at, or that was kept back. */
  mayCarry(): boolean {
    this.#noteGone();
    const [own, open] = [this.#own(), this.#open()];
    for (const one of open) one.asked = true;
    if (own.length > open.length) this.#passedAt = moment();
    return open.length > 0 || this.#left().length > 0;
  }

  /** Whether a text carries such a thing. */
  carries(text: string): boolean {
    const within = lettersIn(text);
    return (
      this.#open().some(({ letters }) => carries(within, letters)) ||
      this.#left().some(({ letters }) => within.includes(letters))
    );
  }

  /**
   * Something went that can't be looked at. What may have been in it is told, unless a request shows it after all.
   *
   * @param bytes - Their number, where it is known: what is much shorter or longer than a text is something else.
   */
  sealed(bytes?: number): void {
    const now = this.#open().filter(({ letters: { length } }) => {
      return (
        bytes === undefined || (bytes * packedAtMost >= length && bytes <= length * wrappedAtMost + wrapping)
      );
    });
    for (const one of now) one.sealed = true;
    if (now.length > 0) setTimeout(() => this.#missed(now), missedAfter);
  }

  /** What a request carries that nobody has looked at, or that was kept back. */
  carriedBy(url: string, body: string): readonly WrittenText[] {
    const [followed, left] = [this.#open(), this.#left()];
    if (followed.length + left.length === 0 || this.#isDraft(url, body)) return [];
    const within = lettersIn(body);
    const found = followed.filter((one) => {
      const looks = looksIn(within, one.letters);
      one.looks |= looks;
      // An address alone is also looked up.
      return looks !== 0 && isCarried(one.looks) && !(one.stored && body === url);
    });
    // What is written anew in a field is much like what stood there before: of that the whole must be found.
    const carried = found.filter(
      (one) =>
        within.includes(one.letters) || !found.some(({ field, at }) => field === one.field && at > one.at),
    );
    for (const one of carried) one.looks = 0;
    for (const one of followed)
      one.seen ||= carried.some((other) => other === one || (one.stored && other.field === one.field));
    return carried.length > 0 ? carried : left.filter(({ letters }) => within.includes(letters));
  }

  /** Something was loaded from an address, in whatever way pages load things: what that address carried has left. */
  loaded(url: string, at: number): void {
    if (this.#followed.length === 0 || this.#isDraft(url, "")) return;
    const within = lettersIn(url);
    const left = this.#followed.some(
      (one) => at + rounded >= one.at && !this.isCleared(one) && carries(within, one.letters),
    );
    if (left) this.#ears.unread();
  }

  /**
   * A message that was looked at may go, as it was. What is pressed later is looked at anew: an answer belongs to one sending,
   * and a clean pass to who got it then.
   *
   * @param shown - Names of the attachments that it had.
   * @param at - When that was said.
   */
  clear(letters: string, shown: readonly string[], at: number): void {
    this.#cleared = [...this.#cleared, { letters, with: shown, at }].slice(-rememberedMost);
    this.#refused = this.#refused.filter((one) => !letters.includes(one.letters));
  }

  isCleared({ letters, at, beside = [] }: WrittenText): boolean {
    return this.#cleared.some(
      (one) =>
        at <= one.at && one.letters.includes(letters) && beside.every((name) => one.with.includes(name)),
    );
  }

  /**
   * A text was kept back: the page's own tries to send it again are kept back too, however late, until somebody acts anew.
   *
   * @param refusedAt - When that was said.
   */
  refuse(texts: readonly WrittenText[], refusedAt: number): void {
    const now = texts.map((one) => ({ ...one, refusedAt }));
    const before = this.#refused.filter(
      (one) => !now.some(({ field, letters }) => field === one.field && letters === one.letters),
    );
    this.#refused = [...before, ...now].slice(-rememberedMost);
  }

  /** Those that somebody is asked about: what is pressed anew; else what was kept back, if anything was pressed since. */
  toAsk(texts: readonly WrittenText[]): readonly WrittenText[] {
    const since = ({ letters, at }: WrittenText): Refused | undefined =>
      this.#refused.findLast((one) => one.letters === letters && at <= one.refusedAt);
    const anew = texts.filter((one) => !since(one));
    return anew.length > 0
      ? anew
      : texts.filter((one) => this.#actedAt > (since(one)?.refusedAt ?? Number.NEGATIVE_INFINITY));
  }

  /** Whether somebody has pressed what may send since then. */
  actedSince(at: number): boolean {
    return this.#actedAt > at;
  }

  /** Whether something that was cleared then has left since, as far as can be told. */
  passedSince(at: number): boolean {
    return this.#passedAt > at;
  }

  /** What was cleared leaves now. */
  passes(): void {
    this.#passedAt = moment();
  }

  /** What a request that begins now may carry. */
  #own(): Followed[] {
    const now = performance.now();
    return this.#followed.filter((one) => {
      const age = now - one.at;
      return age <= (hasSent(one) ? ownWithin : one.within) || (age <= followedFor && hasLeft(one));
    });
  }

  #open(): Followed[] {
    return this.#own().filter((one) => !this.isCleared(one));
  }

  /** What was kept back and does not stand in its field: a page may have put it by to try again. */
  #left(): Refused[] {
    return this.#refused.filter(hasLeft);
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

  /** Whether a text was looked at, by this act or one before: it has left by that one. */
  #wasRead({ letters }: WrittenText): boolean {
    return this.#cleared.some((one) => one.letters.includes(letters));
  }

  /** Whether it was looked at, or kept back in this field. */
  #wasAnswered(one: WrittenText): boolean {
    const isKept = ({ field, letters }: Refused) => field === one.field && letters === one.letters;
    return this.#wasRead(one) || this.#refused.some(isKept);
  }

  #missed(texts: readonly Followed[]): void {
    const left = texts.some((one) => {
      if (one.seen || this.#wasRead(one)) return false;
      if (one.sealed) return true;
      if (!this.#followed.includes(one) || !hasLeft(one)) return false;
      if (!isThere(one.field)) return one.stored === true && one.asked;
      // The page around this frame looks after its own fields.
      if (window !== window.top && one.field.ownerDocument.defaultView === window.parent) return false;
      // A field that is put away, and not emptied, has sent nothing by itself.
      return one.stored || one.field.getClientRects().length === 0 ? one.asked : true;
    });
    if (left) this.#ears.unread();
  }
}

/** Whether Enter began no new line: the page is still about it, or has kept the line out of a field of plain text. */
function hasSent({ enter, field }: Followed): boolean {
  if (!enter) return false;
  return enter.eventPhase !== Event.NONE || (enter.defaultPrevented && field.localName === "textarea");
}
