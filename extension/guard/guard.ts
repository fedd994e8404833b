import type { MailAdapter } from "#domain/sites/adapter";
import { listenForKeys } from "../dialog/keys.ts";
import { notify } from "../dialog/notices.ts";
import { say } from "../dialog/strings.ts";
import { unknownMail } from "../mail/unknown-mail/adapter.ts";
import { send } from "../send.ts";
import type { FromHook } from "./channel.ts";
import { Desk, isOrphaned } from "./desk.ts";
import { captureFiles } from "./gesture/capture.ts";
import type { HeldGesture } from "./gesture/gesture.ts";
import { captureSends, type HeldSend } from "./gesture/sends.ts";
import { Leaving } from "./leaving.ts";
import { joinHook, type Link } from "./link.ts";
import { composerOf, recipientsOf } from "./message/composer.ts";
import { lettersOf } from "./message/letters.ts";
import { Memory } from "./message/memory.ts";
import { type Message, messageOf } from "./message/message.ts";
import { Pastes } from "./message/pastes.ts";
import { type Domains, outsideSince } from "./message/recipients.ts";
import type { WrittenText } from "./message/written.ts";
import { askOpenQuestion } from "./notice/ask-received.ts";
import { Departure } from "./notice/departure.ts";
import { earlyNotice } from "./notice/early-notice.ts";
import { tellUpdated } from "./notice/orphaned.ts";
import { clearDead, stage } from "./notice/stage.ts";
import { UnwatchedBar } from "./notice/unwatched.ts";
import { leavingMessage } from "./settle/leaving-message.ts";
import { type Rooms, roomsFor } from "./settle/rooms.ts";
import { FileGesture } from "./settle/settle-files.ts";
import { SendGesture } from "./settle/settle-send.ts";
import { Standing } from "./standing.ts";

/** Milliseconds after a cleared sending in which what it sets off (a form's own submit) passes, as far as it says no more. */
const wakeOfSending = 3_000;

/** A message that may go: as it was, for whom, and until when what its sending sets off passes as well. */
interface Cleared extends Pick<Message, "print" | "recipients" | "shown"> {
  /** Letters of its text: what its sending sets off may say less, never more. */
  readonly letters: string;
  /** As `performance.now()` counts. */
  readonly until: number;
}

/** The guard of one frame: it holds gestures, settles one after the other, and lets each go on or end. */
export class Guard {
  readonly standing: Standing;
  readonly #link: Link;
  readonly #desk = new Desk();
  readonly #memory = new Memory();
  readonly #departure = new Departure();
  readonly #cleared = new WeakMap<Element, Cleared>();
  readonly #pastes = new Pastes();
  readonly #bar = new UnwatchedBar();
  readonly #leaving = new Leaving({ adapter: () => this.#adapter, unread: () => this.#leftUnread() });
  /** Whether something that was written here has left without having been read. */
  leftUnread = false;
  /** Called when it has. */
  onUnread: () => void = () => {};
  #turn: Promise<void> = Promise.resolve();
  #held = 0;

  /** Starts at once: call it at document_start, before any script of the page. */
  constructor() {
    this.#link = joinHook({
      onMessage: (message) => this.#fromHook(message),
      mustWait: (form) => form instanceof Element && !this.#isDraft(form) && this.#mustWait(form),
      mayCarry: () => this.standing.takesSends && this.#leaving.mayCarry(),
    });
    const files = captureFiles(
      this.#link,
      () => this.standing.takesFiles,
      (gesture) => this.#hold(gesture),
    );
    // Before the sendings: what is stopped there is not heard any more.
    this.#listenToWriting();
    const sends = captureSends(this.#link, {
      adapter: () => (this.standing.takesSends ? this.#adapter : undefined),
      mustWait: (at) => this.#mustWait(at),
      hold: (held) => this.#holdSend(held),
    });
    const pastes = (): void => window.addEventListener("paste", this.#sawPaste, true);
    listenForKeys(window);
    pastes();
    // An editor's document.open() takes every listener off the window; observers stay (SITES.md 0.3).
    new MutationObserver(() => {
      this.#link.listen();
      files();
      this.#listenToWriting();
      sends();
      pastes();
      listenForKeys(window);
    }).observe(document, { childList: true });
    this.standing = new Standing(() => {
      this.#link.post({ kind: "rest", on: !this.standing.takesFiles });
      // A hook that was there before and joins now lost its guard to an update.
      if (this.standing.mode === "late" && this.#link.joined) clearDead();
      this.#bar.show(this.standing);
    });
    this.standing.ask();
  }

  /** Makes desk and surface before they are needed, when a composer has appeared. */
  warm(): void {
    stage().show();
    this.#desk.open().catch(() => undefined);
  }

  /** Whether the guard can say here that a file was checked before the page had it. */
  #isWatched(): boolean {
    return this.standing.mode === "on" || this.standing.mode === "alone";
  }

  get #adapter(): MailAdapter {
    return this.standing.adapter ?? unknownMail;
  }

  get #rooms(): Rooms {
    return roomsFor(this.standing, this.#adapter, {
      desk: this.#desk,
      memory: this.#memory,
      departure: this.#departure,
    });
  }

  #listenToWriting(): void {
    window.addEventListener("input", this.#typed, true);
    for (const type of ["pointerdown", "keydown", "submit"]) window.addEventListener(type, this.#acted, true);
  }

  readonly #typed = (event: Event): void => {
    if (this.standing.takesSends) this.#leaving.typed(event);
  };

  readonly #acted = (event: Event): void => {
    if (this.standing.takesSends && !this.#link.replaying) this.#leaving.acted(event);
  };

  #leftUnread(): void {
    this.leftUnread = true;
    this.onUnread();
  }

  #fromHook(message: FromHook): void {
    if (message.kind === "unread") {
      this.#leftUnread();
      return;
    }
    if (message.kind === "leaving") {
      this.#holdLeaving(message);
      return;
    }
    if (message.kind === "submitting") {
      const { id } = message;
      this.#holdSend({
        at: document.documentElement,
        go: () => this.#link.post({ kind: "submit", id, go: true }),
      });
      return;
    }
    const { id, how, files } = message;
    this.#hold({
      how,
      moment: how === "pasted" ? "paste" : "attach",
      at: undefined,
      files: Promise.resolve({ files, missing: false }),
      together: how !== "chosen",
      letIn: (kept) =>
        this.#link.post({ kind: "let-in", id, files: kept.map((file) => files.indexOf(file)) }),
      end: () => this.#link.post({ kind: "end", id }),
    });
  }

  #hold(gesture: HeldGesture): void {
    const since = performance.now();
    const notice = earlyNotice("checking.some", since);
    this.#inTurn(async () => {
      await this.standing.ready;
      const { files } = await gesture.files;
      notice.close();
      if (this.standing.mode === "resting") {
        gesture.letIn(files);
        return gesture.end();
      }
      if (isOrphaned() || !this.#isWatched()) {
        if (isOrphaned()) tellUpdated();
        else this.#bar.tellHeld(this.standing);
        return gesture.end();
      }
      await new FileGesture(this.#rooms, gesture, since).settle();
    });
  }

  #holdSend({ at, go }: HeldSend): void {
    const since = performance.now();
    this.#inTurn(async () => {
      await this.standing.ready;
      if (!this.standing.takesSends) return go();
      if (isOrphaned()) return tellUpdated();
      const message = this.#messageAt(at);
      if (!message) return go();
      await this.#settleSend(message, since, go);
    });
  }

  /** A request waits. What it carries of what was written here is looked at; what nobody wrote goes at once. */
  #holdLeaving({ id, url, body }: Extract<FromHook, { kind: "leaving" }>): void {
    const answer = (go: boolean): void => this.#link.post({ kind: "submit", id, go });
    const carried = this.standing.takesSends ? this.#leaving.carriedBy(url, body) : [];
    if (carried.length === 0) {
      answer(true);
      return;
    }
    const since = performance.now();
    this.#inTurn(async () => {
      let goes = false;
      try {
        // What was asked about before in this turn is not asked again.
        const isOpen = ({ letters }: WrittenText): boolean => !this.#leaving.isCleared(letters);
        const [first, ...others] = carried.filter(isOpen);
        if (!first) goes = true;
        else if (isOrphaned()) tellUpdated();
        else if (![first, ...others].some((one) => this.#leaving.isRefused(one))) {
          const message = leavingMessage(this.#adapter, [first, ...others], this.#domains, this.#memory);
          await this.#settleSend(message, since, () => {
            goes = true;
          });
        }
      } finally {
        if (!goes) this.#leaving.refuse(carried);
        answer(goes);
      }
    });
  }

  /** @param go - Lets the message go; called once at most. */
  async #settleSend(message: Message, since: number, go: () => void): Promise<void> {
    const { root } = message.composer;
    const release = (): void => {
      this.#memory.sent(root, message.recipients);
      const { print, recipients, shown } = message;
      const letters = lettersOf(message.text);
      const until = performance.now() + wakeOfSending;
      this.#cleared.set(root, { print, recipients, shown, letters, until });
      this.#leaving.clear(letters);
      go();
      // Where the page stays, a dialog may have taken the question's place.
      void askOpenQuestion();
    };
    const sending = new SendGesture(this.#rooms, message, this.#pastes);
    await sending.settle(since, release, (later) => this.#inTurn(later));
  }

  /** One after the other, so that no two dialogs meet; the toolbar shows how many wait. */
  #inTurn(settle: () => Promise<void>): void {
    this.#count(1);
    this.#turn = this.#turn
      .then(settle)
      // A fault of ours: what was held stays out, and the person hears of it.
      .catch(() => void notify(stage(), { said: say("outcome.failed"), untilClosed: true }))
      .finally(() => this.#count(-1));
  }

  #count(by: 1 | -1): void {
    this.#held += by;
    if (!isOrphaned()) send("held", { count: this.#held }).catch(() => undefined);
  }

  get #domains(): Domains {
    return this.standing.policy?.mail ?? { ownDomains: [], approvedDomains: [] };
  }

  #messageAt(at: Element): Message | undefined {
    const composer = composerOf(this.#adapter, at);
    if (!composer) return undefined;
    const recipients = recipientsOf(this.#adapter, composer, this.#domains);
    return messageOf(this.#adapter, composer, recipients, this.#memory);
  }

  /**
   * A message passes unheld when it is as it was cleared, or when a cleared sending has just set this off; never to
   * somebody outside for whom it was not cleared.
   */
  #mustWait(at: Element): boolean {
    if (!this.standing.takesSends) return false;
    const message = this.#messageAt(at);
    if (!message || this.#isBlank(message)) return false;
    const cleared = this.#cleared.get(message.composer.root);
    if (!cleared || outsideSince(message.recipients, cleared.recipients).length > 0) return true;
    if (cleared.print === message.print) return false;
    const follows =
      performance.now() <= cleared.until &&
      message.shown.every((name) => cleared.shown.includes(name)) &&
      cleared.letters.includes(lettersOf(message.text));
    return !follows;
  }

  #isBlank({ words, unseen, shown, composer }: Message): boolean {
    return words === 0 && unseen.length === 0 && this.#memory.letInto(composer.root, shown).length === 0;
  }

  #isDraft(form: Element): boolean {
    const { draftField } = this.#adapter.compose.send;
    const field = draftField && form.querySelector<HTMLInputElement>(draftField);
    return field !== undefined && field !== null && field !== "" && field.value === "1";
  }

  readonly #sawPaste = (event: Event): void => {
    const at = event.composedPath()[0];
    const text = (event as ClipboardEvent).clipboardData?.getData("text/plain");
    if (!text) return;
    const composer = at instanceof Element ? composerOf(this.#adapter, at) : undefined;
    if (composer) this.#pastes.saw(composer.root, text);
  };
}
