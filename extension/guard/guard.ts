import type { MailAdapter } from "#domain/sites/adapter";
import { sayEarly } from "../dialog/early-strings.ts";
import { listenForKeys } from "../dialog/keys.ts";
import { notify } from "../dialog/notices.ts";
import { unknownMail } from "../mail/unknown-mail/adapter.ts";
import { send } from "../send.ts";
import type { FromHook } from "./channel.ts";
import { Desk } from "./desk.ts";
import { tellBegun } from "./frames-told.ts";
import { captureFiles } from "./gesture/capture.ts";
import type { HeldGesture } from "./gesture/gesture.ts";
import { joinHook, type Link } from "./link.ts";
import { Memory } from "./message/memory.ts";
import { Departure } from "./notice/departure.ts";
import { earlyNotice } from "./notice/early-notice.ts";
import { clearDead } from "./notice/make-stage.ts";
import { tellUpdated } from "./notice/orphaned.ts";
import { stage } from "./notice/stage.ts";
import { UnwatchedBar } from "./notice/unwatched.ts";
import { isOrphaned } from "./orphaned.ts";
import { Sending } from "./sending.ts";
import type { RoomParts } from "./settle/rooms.ts";
import { settling, settlingOrTold } from "./settling.ts";
import { Standing } from "./standing.ts";

/** The first of these says that somebody is at work: by mouse, key or screen reader, or with a file in the hand. */
const signsOfLife = ["pointerdown", "keydown", "click", "dragenter"] as const;

/** The guard of one frame: it holds gestures, settles one after the other, and lets each go on or end. */
export class Guard {
  readonly standing: Standing;
  readonly sending: Sending;
  readonly #link: Link;
  readonly #desk = new Desk();
  readonly #memory = new Memory();
  readonly #departure = new Departure();
  readonly #bar = new UnwatchedBar();
  #turn: Promise<void> = Promise.resolve();
  #held = 0;
  #ahead: Promise<unknown> | undefined;

  /** Starts at once: call it at document_start, before any script of the page. */
  constructor() {
    this.#link = joinHook({
      onMessage: (message) => this.#fromHook(message),
      mustWait: (form) => this.sending.formWaits(form),
      mayCarry: () => this.sending.mayCarry(),
      carries: (text) => this.sending.carries(text),
      handed: (text) => this.sending.handed(text),
    });
    const files = captureFiles(
      this.#link,
      () => this.standing.takesFiles,
      (gesture) => this.#hold(gesture),
    );
    this.sending = new Sending(this.#link, this.#memory, {
      standing: () => this.standing,
      adapter: () => this.#adapter,
      rooms: () => this.#roomParts,
      inTurn: (settle) => this.#inTurn(settle),
    });
    listenForKeys(window);
    // An editor's document.open() takes every listener off the window; observers stay (SITES.md 0.3).
    new MutationObserver(() => {
      this.#link.listen();
      files();
      this.sending.listen();
      listenForKeys(window);
    }).observe(document, { childList: true });
    this.standing = new Standing(() => {
      this.#link.post({ kind: "rest", on: !this.standing.takesFiles });
      // A hook that was there before and joins now lost its guard to an update.
      if (this.standing.mode === "late" && this.#link.joined) clearDead();
      this.#bar.show(this.standing);
    });
    this.standing.ask();
    tellBegun();
  }

  /**
   * A composer has appeared: desk, surface and what settles are made ready as soon as somebody does anything here, well before
   * they choose a file or send. A page that only loads pays for none of it.
   */
  composerSeen(): void {
    for (const type of signsOfLife) window.addEventListener(type, this.#warm, true);
  }

  readonly #warm = (): void => {
    for (const type of signsOfLife) window.removeEventListener(type, this.#warm, true);
    stage().show();
    // Once ahead: where it did not come it is asked for again when something is held.
    this.#ahead ??= settling().catch(() => undefined);
    this.#desk.open().catch(() => undefined);
  };

  /** Whether documents went into the message at this part of the page. */
  hasLetInto(root: Element): boolean {
    return this.#memory.letInto(root).length > 0;
  }

  /** Whether the guard can say here that a file was checked before the page had it. */
  #isWatched(): boolean {
    return this.standing.mode === "on" || this.standing.mode === "alone";
  }

  get #adapter(): MailAdapter {
    return this.standing.adapter ?? unknownMail;
  }

  get #roomParts(): RoomParts {
    return {
      standing: this.standing,
      adapter: this.#adapter,
      desk: this.#desk,
      memory: this.#memory,
      departure: this.#departure,
    };
  }

  #fromHook(message: FromHook): void {
    if (message.kind === "unread") {
      this.sending.sealed(message.bytes);
      return;
    }
    if (message.kind === "leaving") {
      this.sending.holdRequest(message);
      return;
    }
    if (message.kind === "submitting") {
      this.sending.holdSubmit(message.id);
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
      if (this.standing.mode === "resting") {
        notice.close();
        gesture.letIn(files);
        return gesture.end();
      }
      if (isOrphaned() || !this.#isWatched()) {
        notice.close();
        if (isOrphaned()) tellUpdated();
        else this.#bar.tellHeld(this.standing);
        return gesture.end();
      }
      const settles = await settlingOrTold();
      notice.close();
      if (settles) await settles.files(this.#roomParts, gesture, since);
      else gesture.end();
    });
  }

  /** One after the other, so that no two dialogs meet; the toolbar shows how many wait. */
  #inTurn(settle: () => Promise<void>): void {
    this.#count(1);
    this.#turn = this.#turn
      .then(settle)
      // A fault of ours: what was held stays out, and the person hears of it.
      .catch(() => void notify(stage(), { said: sayEarly("outcome.failed"), untilClosed: true }))
      .finally(() => this.#count(-1));
  }

  #count(by: 1 | -1): void {
    this.#held += by;
    if (!isOrphaned()) send("held", { count: this.#held }).catch(() => undefined);
  }
}
