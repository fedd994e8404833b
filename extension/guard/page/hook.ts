import { calls, type FromHook, newNonce, say, type ToHook, type Word, wordOf } from "../channel.ts";
import { call, dispatch, listen } from "./originals.ts";
import type { Words } from "./words.ts";

type Holding = { readonly files: readonly File[]; letIn(files: readonly File[]): void; end(): void };
type HeldHow = Extract<FromHook, { kind: "held" }>["how"];

/** Carets that are remembered. */
const caretsMost = 20;
/** Characters of a text that is asked about at once. */
const askedMost = 200_000;

/** The page-world end of the channel, and what waits at it. */
export class Hook {
  /** False where the guard rests: then every original runs at once. */
  awake = true;
  /** True while either side plays a gesture again. */
  replaying = false;
  /** Elements that the guard has marked, by number. */
  readonly marked = new Map<number, EventTarget>();
  /** Where the caret stood when each was marked: a question in between takes it away. */
  readonly carets = new Map<number, Range>();
  readonly #nonce = newNonce();
  #port: MessagePort | undefined;
  #last = 0;
  readonly #held = new Map<number, Holding>();
  readonly #submits = new Map<number, (go: boolean) => void>();
  readonly #others: (message: ToHook) => void;
  readonly #post = MessagePort.prototype.postMessage;

  /** @param others - Gets the messages that ask for a replay. */
  constructor(others: (message: ToHook) => void) {
    this.#others = others;
    const offer = (): void => {
      if (this.#port) return;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }: MessageEvent<ToHook>) => this.#hear(data);
      this.#port = port1;
      dispatch(document, new MessageEvent(calls.hook, { ports: [port2], lastEventId: this.#nonce }));
      this.wasGuarded = this.guarded;
    };
    // The guard calls when it starts second; if it started first, this offer is heard at once.
    listen(document, calls.guard, () => {
      if (!this.#connected()) this.#port = undefined;
      offer();
    });
    this.listen();
    offer();
  }

  /** Listens on this window, again after `document.open()`. */
  listen(): void {
    listen(window, this.#nonce, this.#word);
    for (const type of ["pagehide", "pageshow"]) listen(window, type, this.#shown);
  }

  /** The page is being left: what waits now is lost. Pages save by such a request what was not sent. */
  #ending = false;
  readonly #shown = ({ type }: Event): void => {
    this.#ending = type === "pagehide";
  };

  /** Whether the guard's script has ever answered here. */
  wasGuarded = false;

  /** Whether the guard's script still runs here: Firefox ends it when the extension is updated. */
  get guarded(): boolean {
    const answered = say(document, this.#nonce, "alive");
    this.wasGuarded ||= answered;
    return answered;
  }

  #connected(): boolean {
    return this.#port !== undefined && this.guarded;
  }

  /** Holds files until the guard has decided. */
  hold(how: HeldHow, files: readonly File[], letIn: Holding["letIn"], end: Holding["end"] = () => {}): void {
    const id = ++this.#last;
    this.#held.set(id, { files, letIn, end });
    this.#send({ kind: "held", id, how, files });
  }

  /** Those of the files that may go on, all together. */
  decide(how: HeldHow, files: readonly File[]): Promise<readonly File[]> {
    return new Promise((resolve) => {
      const kept: File[] = [];
      this.hold(
        how,
        files,
        (some) => kept.push(...some),
        () => resolve(files.filter((file) => kept.includes(file))),
      );
    });
  }

  /** Asks within `form.submit()` whether it must wait; `go` is called when the guard has decided. */
  waits(form: HTMLFormElement, go: (go: boolean) => void): boolean {
    if (!this.awake || this.replaying || !say(form.isConnected ? form : document, this.#nonce, "submit"))
      return false;
    const id = ++this.#last;
    this.#submits.set(id, go);
    this.#send({ kind: "submitting", id });
    return true;
  }

  /** Asks as a request begins whether it may carry something that was written and not looked at. */
  mayCarry(): boolean {
    return this.awake && !this.replaying && !this.#ending && say(document, this.#nonce, "carries");
  }

  /** Asks at once whether this text carries such a thing. */
  carries(text: string): boolean {
    return say(document, this.#nonce, `carries:${text.slice(0, askedMost)}`);
  }

  /** The page is handed a text by the clipboard. */
  handed(text: string): void {
    if (this.awake) say(document, this.#nonce, `handed:${text.slice(0, askedMost)}`);
  }

  /** Has a request wait until the guard has looked at its words. @returns Whether it may go. */
  async leaves(url: string, words: Words | Promise<Words>): Promise<boolean> {
    const nothing: Words = {};
    const body = typeof words === "string" ? words : await Promise.resolve(words).catch(() => nothing);
    if (typeof body !== "string") {
      this.unread(body.bytes);
      return true;
    }
    const id = ++this.#last;
    return new Promise((resolve) => {
      this.#submits.set(id, resolve);
      this.#send({ kind: "leaving", id, url: url.slice(0, 2_000), body });
    });
  }

  /** Something goes that can't be looked at, of so many bytes. */
  unread(bytes?: number): void {
    this.#send({ kind: "unread", ...(bytes !== undefined && { bytes }) });
  }

  /** Runs a replay that both worlds let pass. */
  during(run: () => void): void {
    say(document, this.#nonce, "begin");
    this.replaying = true;
    try {
      run();
    } finally {
      this.replaying = false;
      say(document, this.#nonce, "end");
    }
  }

  #send(message: FromHook): void {
    if (this.#port) call(this.#post as (message: unknown) => void, this.#port, message);
  }

  readonly #word = (event: Event): void => {
    const word: Word = wordOf(event);
    if (word === "begin") this.replaying = true;
    else if (word === "end") this.replaying = false;
    else if (word.startsWith("mark:")) {
      const id = Number(word.slice(5));
      this.marked.set(id, event.composedPath()[0] ?? document);
      const selection = document.getSelection();
      if (this.carets.size >= caretsMost) this.carets.clear();
      if (selection && selection.rangeCount > 0) this.carets.set(id, selection.getRangeAt(0).cloneRange());
      event.preventDefault();
    }
  };

  #hear(message: ToHook): void {
    if (message.kind === "rest") this.awake = !message.on;
    else if (message.kind === "let-in") {
      const held = this.#held.get(message.id);
      held?.letIn(message.files.flatMap((at) => held.files[at] ?? []));
    } else if (message.kind === "end") {
      this.#held.get(message.id)?.end();
      this.#held.delete(message.id);
    } else if (message.kind === "submit") {
      this.#submits.get(message.id)?.(message.go);
      this.#submits.delete(message.id);
    } else this.#others(message);
  }
}
