import { calls, type FromHook, say, type ToHook, type Word, wordOf } from "./channel.ts";

/** The guard's end of the channel to the page-world hook of the same frame. */
export interface Link {
  /** Whether the page-world hook is there; without it drops and pastes can't be played again in Firefox. */
  readonly joined: boolean;
  /** True while the hook itself plays a gesture again: that one is let pass. */
  readonly replaying: boolean;
  post(message: ToHook): void;
  /** Gives the hook an element under a number; false if no hook heard it. */
  mark(element: EventTarget, id: number): boolean;
  /** Runs a replay of the guard's own, which the hook lets pass. */
  during(run: () => void): void;
  /** Listens on this window again, after `document.open()` took all listeners away. */
  listen(): void;
}

export interface LinkEars {
  onMessage(message: FromHook): void;
  /** The hook asks within `form.submit()`: must it wait? */
  mustWait(form: EventTarget | null): boolean;
  /** The hook asks as a request begins: may it carry something that was written and not looked at? */
  mayCarry(): boolean;
  /** Whether this text carries such a thing. */
  carries(text: string): boolean;
  /** The page was handed this text by the clipboard, without a paste. */
  handed(text: string): void;
}

const [asked, given] = ["carries:", "handed:"] as const;

/** Joins the hook, whichever of the two started first. Call it synchronously at document_start. */
export function joinHook(ears: LinkEars): Link {
  let port: MessagePort | undefined;
  let nonce = "";
  let replaying = false;
  const early: ToHook[] = [];

  const hear = (event: Event): void => {
    const word: Word = wordOf(event);
    if (word === "begin") replaying = true;
    else if (word === "end") replaying = false;
    else if (word === "alive") event.preventDefault();
    else if (word.startsWith(given)) ears.handed(word.slice(given.length));
    else if (holds(word, event)) event.preventDefault();
  };
  /** Where our own question fails, what is asked about waits: nothing passes by a fault of ours. */
  const holds = (word: Word, event: Event): boolean => {
    try {
      if (word === "carries") return ears.mayCarry();
      if (word.startsWith(asked)) return ears.carries(word.slice(asked.length));
      return word === "submit" && ears.mustWait(event.composedPath()[0] ?? null);
    } catch {
      return true;
    }
  };
  const listen = (): void => {
    if (nonce) window.addEventListener(nonce, hear, true);
  };
  const joined = (event: Event): void => {
    const { ports, lastEventId } = event as MessageEvent;
    const first = ports[0];
    if (port || !first || !lastEventId) return;
    document.removeEventListener(calls.hook, joined, true);
    nonce = lastEventId;
    port = first;
    port.onmessage = ({ data }: MessageEvent<FromHook>) => ears.onMessage(data);
    listen();
    for (const message of early.splice(0)) port.postMessage(message);
  };
  document.addEventListener(calls.hook, joined, true);
  document.dispatchEvent(new Event(calls.guard));

  return {
    get joined() {
      return port !== undefined;
    },
    get replaying() {
      return replaying;
    },
    post: (message) => (port ? port.postMessage(message) : void early.push(message)),
    mark: (element, id) => nonce !== "" && say(element, nonce, `mark:${id}`),
    during(run) {
      if (nonce) say(document, nonce, "begin");
      replaying = true;
      try {
        run();
      } finally {
        replaying = false;
        if (nonce) say(document, nonce, "end");
      }
    },
    listen,
  };
}
