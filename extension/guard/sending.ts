import type { MailAdapter } from "#domain/sites/adapter";
import { type FromHook, frameBegan, pressedWithin } from "./channel.ts";
import { captureSends, type HeldSend, wordsOfForm } from "./gesture/sends.ts";
import { Leaving } from "./leaving.ts";
import type { Link } from "./link.ts";
import { attachmentsOf, composerOf, recipientsOf } from "./message/composer.ts";
import { lettersOf } from "./message/letters.ts";
import type { Memory } from "./message/memory.ts";
import { type Message, messageOf } from "./message/message.ts";
import { Pastes } from "./message/pastes.ts";
import { type Domains, outsideSince } from "./message/recipients.ts";
import type { WrittenText } from "./message/written.ts";
import { moment } from "./moment.ts";
import { earlyNotice } from "./notice/early-notice.ts";
import { askOpenQuestion } from "./notice/open-question.ts";
import { tellUpdated } from "./notice/orphaned.ts";
import { isOurs } from "./notice/stage.ts";
import { isOrphaned } from "./orphaned.ts";
import { leavingMessage } from "./settle/leaving-message.ts";
import type { RoomParts } from "./settle/rooms.ts";
import { settlingOrTold } from "./settling.ts";
import type { Standing } from "./standing.ts";

/** Milliseconds after a cleared sending in which what it sets off (a form's own submit) passes, as far as it says no more. */
const wakeOfSending = 3_000;
/** Milliseconds in which a cleared message that has not left yet may be pressed again: a page may ask something of its own. */
const pressedAgainWithin = 60_000;

/** A message that may go: as it was, and for whom. */
interface Cleared extends Pick<Message, "print" | "recipients" | "shown"> {
  /** Letters of its text: what its sending sets off may say less, never more. */
  readonly letters: string;
  /** When, as `performance.now()` counts. */
  readonly at: number;
}

/** A message about which somebody has said what becomes of it, and when. */
interface Settled {
  readonly print: string;
  readonly at: number;
}

export interface SendingEars {
  standing(): Standing;
  adapter(): MailAdapter;
  rooms(): RoomParts;
  /** Runs when nothing before it is open any more. */
  inTurn(settle: () => Promise<void>): void;
}

/** What is sent from one frame: held at the button, key or form that is known, or at the request that carries it. */
export class Sending {
  /** Whether something that was written here has left without having been read. */
  leftUnread = false;
  /** Called when it has. */
  onUnread: () => void = () => {};
  /** Called for each message that somebody sends, before it is judged. */
  onSending: (message: Message) => void = () => {};
  readonly #link: Link;
  readonly #memory: Memory;
  readonly #ears: SendingEars;
  readonly #cleared = new WeakMap<Element, Cleared>();
  readonly #settled = new WeakMap<Element, Settled>();
  readonly #pastes = new Pastes();
  readonly #leaving: Leaving;
  /** What the form carries that a script submits now. */
  #submitted: readonly WrittenText[] = [];
  readonly #listenToSends: () => void;

  constructor(link: Link, memory: Memory, ears: SendingEars) {
    this.#link = link;
    this.#memory = memory;
    this.#ears = ears;
    this.#leaving = new Leaving({
      adapter: ears.adapter,
      stored: (part) => this.#storedIn(part),
      unread: () => this.unread(),
    });
    // Pictures, styles, scripts and frames have addresses too.
    new PerformanceObserver((list) => {
      if (this.#takes)
        for (const { name, startTime } of list.getEntries()) this.#leaving.loaded(name, startTime);
    }).observe({ type: "resource" });
    // Before the sendings: what is stopped there is not heard any more.
    this.#listenToWriting();
    this.#listenToSends = captureSends(link, {
      adapter: () => (this.#takes ? ears.adapter() : undefined),
      mustWait: (at) => this.#mustWait(at),
      carriedBy: (url, body) => this.#carriedBy(url, body),
      hold: (held) => this.#hold(held),
    });
  }

  /** Listens again, after an editor's `document.open()` took the listeners away. */
  listen(): void {
    this.#listenToWriting();
    this.#listenToSends();
  }

  /** Whether a form that submits itself must wait. */
  formWaits(form: EventTarget | null): boolean {
    this.#submitted = [];
    if (!(form instanceof HTMLFormElement) || this.#isDraft(form)) return false;
    if (this.#mustWait(form)) return true;
    this.#leaving.passes();
    this.#submitted = this.#carriedBy(form.action, wordsOfForm(form));
    return this.#submitted.length > 0;
  }

  /** Whether a request that begins now may carry something that nobody has looked at. */
  mayCarry(): boolean {
    return this.#takes && this.#leaving.mayCarry();
  }

  /** Whether a text that is about to leave this page's sight is one of those. */
  carries(text: string): boolean {
    return this.#takes && this.#leaving.carries(text);
  }

  /** The page read a text from the clipboard by itself. */
  handed(text: string): void {
    if (this.#takes) this.#leaving.handed(text);
  }

  /** Something went out, or to a worker, that can't be looked at. */
  sealed(bytes?: number): void {
    if (this.#takes) this.#leaving.sealed(bytes);
  }

  /** `form.submit()` waits in the page's world. */
  holdSubmit(id: number): void {
    const go = (): void => this.#link.post({ kind: "submit", id, go: true });
    this.#hold({ at: document.documentElement, carried: this.#submitted, go });
  }

  /** A request waits. What it carries of what was written here is looked at; what nobody wrote goes at once. */
  holdRequest({ id, url, body }: Extract<FromHook, { kind: "leaving" }>): void {
    const answer = (go: boolean): void => this.#link.post({ kind: "submit", id, go });
    let carried: readonly WrittenText[];
    try {
      carried = this.#carriedBy(url, body);
    } catch (fault) {
      answer(false);
      this.#ears.inTurn(() => Promise.reject(fault));
      return;
    }
    if (carried.length === 0) {
      answer(true);
      return;
    }
    const since = moment();
    this.#ears.inTurn(async () => {
      let goes = false;
      let saidAt: number | undefined;
      try {
        // What was asked about before is not asked again until somebody acts anew.
        const open = carried.filter((one) => !this.#leaving.isCleared(one));
        const [first, ...others] = this.#leaving.toAsk(open);
        if (open.length === 0) goes = true;
        else if (isOrphaned()) tellUpdated();
        else if (first) {
          const message = this.#carriedMessage([first, ...others]);
          goes = this.#mayPass(message);
          if (!goes)
            saidAt = await this.#settle(message, since, () => {
              goes = true;
            });
        }
      } finally {
        if (goes) this.#leaving.passes();
        else this.#leaving.refuse(carried, saidAt ?? moment());
        answer(goes);
      }
    });
  }

  /** Something has left that could not be looked at. */
  unread(): void {
    this.leftUnread = true;
    this.onUnread();
  }

  #carriedBy(url: string, body: string): readonly WrittenText[] {
    return this.#takes ? this.#leaving.carriedBy(url, body) : [];
  }

  get #takes(): boolean {
    return this.#ears.standing().takesSends;
  }

  get #domains(): Domains {
    return this.#ears.standing().policy?.mail ?? { ownDomains: [], approvedDomains: [] };
  }

  #listenToWriting(): void {
    window.addEventListener("input", this.#typed, true);
    window.addEventListener("paste", this.#pasted, true);
    // A screen reader's press is a click alone.
    for (const type of ["pointerdown", "pointerup", "click", "keydown", "submit", "input", "change"])
      window.addEventListener(type, this.#acted, true);
    window.addEventListener(pressedWithin, this.#actedWithin, true);
    window.addEventListener(frameBegan, this.#frameBegan, true);
  }

  readonly #typed = (event: Event): void => {
    if (this.#takes && !isOurs(event)) this.#leaving.typed(event);
  };

  readonly #acted = (event: Event): void => this.#follow(event, () => this.#leaving.acted(event));

  readonly #actedWithin = (event: Event): void => this.#follow(event, () => this.#leaving.actedWithin(event));

  readonly #frameBegan = (): void => {
    if (this.#takes) this.#leaving.frameBegan();
  };

  /** What can't be followed by a fault of ours is told as unread. */
  #follow(event: Event, follow: () => void): void {
    if (!this.#takes || this.#link.replaying || isOurs(event)) return;
    try {
      follow();
    } catch {
      this.unread();
    }
  }

  readonly #pasted = (event: Event): void => {
    const at = event.composedPath()[0];
    const text = (event as ClipboardEvent).clipboardData?.getData("text/plain");
    if (!text) return;
    const composer = at instanceof Element ? composerOf(this.#ears.adapter(), at) : undefined;
    if (composer) this.#pastes.saw(composer.root, text);
  };

  #hold({ at, carried = [], go }: HeldSend): void {
    const since = moment();
    const pressed = this.#messageAt(at);
    this.#ears.inTurn(async () => {
      await this.#ears.standing().ready;
      if (!this.#takes) return go();
      // Pressed twice, as in a double click: what was said of the first press is said of both.
      const settled = pressed && this.#settled.get(pressed.composer.root);
      if (settled?.print === pressed?.print && since <= (settled?.at ?? 0)) return;
      if (isOrphaned()) return tellUpdated();
      const [first, ...others] = carried;
      const message = first ? this.#carriedMessage([first, ...others]) : this.#messageAt(at);
      if (!message) return go();
      await this.#settle(message, since, go);
    });
  }

  /**
   * @param go - Lets the message go; called once at most.
   * @returns When it was said what becomes of it: that is told to the background afterwards, and people press on meanwhile.
   */
  async #settle(message: Message, since: number, go: () => void): Promise<number> {
    const { root } = message.composer;
    this.onSending(message);
    const release = (at = moment()): void => {
      this.#memory.sent(root, message.recipients);
      const { print, recipients, shown } = message;
      const letters = lettersOf(message.text);
      this.#cleared.set(root, { print, recipients, shown, letters, at });
      this.#leaving.clear(letters, shown, at);
      go();
      // Where the page stays, a dialog may have taken the question's place.
      void askOpenQuestion();
    };
    const notice = earlyNotice("checking.message", since);
    const settles = await settlingOrTold();
    notice.close();
    const { inTurn } = this.#ears;
    const ways = { since, release, inTurn };
    const at = (await settles?.sending(this.#ears.rooms(), message, this.#pastes, ways)) ?? moment();
    this.#settled.set(root, { print: message.print, at });
    return at;
  }

  #carriedMessage(texts: readonly [WrittenText, ...WrittenText[]]): Message {
    return leavingMessage(this.#ears.adapter(), texts, this.#domains, this.#memory);
  }

  #messageAt(at: Element): Message | undefined {
    const adapter = this.#ears.adapter();
    const composer = composerOf(adapter, at);
    if (!composer) return undefined;
    const recipients = recipientsOf(adapter, composer, this.#domains);
    return messageOf(adapter, composer, recipients, this.#memory);
  }

  /** Whether a sending from here is stopped: somebody has written something that may not pass unheld. */
  #mustWait(at: Element): boolean {
    if (!this.#takes) return false;
    const message = this.#messageAt(at);
    return message !== undefined && !this.#isBlank(message) && !this.#mayPass(message);
  }

  /**
   * A message passes unheld when a cleared sending has set this off: as it was cleared, or soon after with less; never to
   * somebody outside for whom it was not cleared. What somebody presses anew is another sending as soon as the first has left.
   */
  #mayPass(message: Message): boolean {
    const cleared = this.#cleared.get(message.composer.root);
    if (!cleared || outsideSince(message.recipients, cleared.recipients).length > 0) return false;
    const since = performance.now() - cleared.at;
    const same = cleared.print === message.print;
    if (this.#leaving.actedSince(cleared.at))
      return same && since <= pressedAgainWithin && !this.#leaving.passedSince(cleared.at);
    return (
      same ||
      (since <= wakeOfSending &&
        message.shown.every((name) => cleared.shown.includes(name)) &&
        cleared.letters.includes(lettersOf(message.text)))
    );
  }

  #isBlank({ words, unseen, shown, composer }: Message): boolean {
    return words === 0 && unseen.length === 0 && this.#memory.letInto(composer.root, shown).length === 0;
  }

  #storedIn(root: Element): string[] {
    const names = attachmentsOf(this.#ears.adapter(), { root, byAdapter: false }).map(({ name }) => name);
    return names.filter((name) => name !== "" && !this.#memory.knows(name));
  }

  #isDraft(form: Element): boolean {
    const { draftField } = this.#ears.adapter().compose.send;
    const field = draftField && form.querySelector<HTMLInputElement>(draftField);
    return field !== undefined && field !== null && field !== "" && field.value === "1";
  }
}
