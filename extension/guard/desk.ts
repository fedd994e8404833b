import { browser } from "wxt/browser";
import type { Context, Reading } from "#domain/detector/verdict";
import type { FromDesk, Opening, ToDesk } from "../desk/protocol.ts";
import { send } from "../send.ts";
import { newNonce } from "./channel.ts";
import { isOrphaned } from "./orphaned.ts";
import type { JudgeAt, Judged, Judges } from "./settle/judged.ts";

/** Milliseconds in which a desk must be ready: it took 35-170 in trials (STACK.md 8), more while a browser starts. */
const readyWithin = 4_000;

/** Milliseconds that a verdict may take on its way back, and that a check has at least. */
const wayBack = 250;
const shortest = 500;

interface Waiting {
  readonly settle: (judged: Judged) => void;
  readonly progress: (read: Reading["read"]) => void;
  readonly context: Context;
}

/**
 * The desk as the mail page sees it: a hidden page of ours in a closed shadow root, in which the detector works. It is
 * made at the first need and again when it died; whatever can't be judged is answered as unread, never as fine.
 */
export class Desk implements Judges {
  #opening: Promise<MessagePort> | undefined;
  #frame: HTMLElement | undefined;
  #last = 0;
  readonly #waiting = new Map<number, Waiting>();

  /** Makes the desk, so that it is ready when a file comes. */
  open(): Promise<MessagePort> {
    if (this.#opening && this.#frame?.isConnected) return this.#opening;
    this.#close("stopped");
    const opening = this.#make();
    this.#opening = opening;
    opening.catch(() => {
      if (this.#opening === opening) this.#close("no-desk");
    });
    return opening;
  }

  /**
   * Judges one document. Aborting `signal` stops the work and settles nothing.
   *
   * @param until - `performance.now()` at which the verdict must stand.
   */
  async judge(document: File | string, { context, progress, signal, until }: JudgeAt): Promise<Judged> {
    let port: MessagePort;
    try {
      port = await this.open();
    } catch {
      return { kind: "unread", why: "no-desk" };
    }
    const id = ++this.#last;
    return new Promise((settle) => {
      this.#waiting.set(id, { settle, progress, context });
      signal.addEventListener("abort", () => {
        if (this.#waiting.delete(id)) port.postMessage({ kind: "stop", id } satisfies ToDesk);
      });
      const budget = Math.max(shortest, until - performance.now() - wayBack);
      port.postMessage({ kind: "judge", id, document, context, budget } satisfies ToDesk);
    });
  }

  async #make(): Promise<MessagePort> {
    if (isOrphaned()) throw new Error("the extension was updated");
    const nonce = newNonce();
    await send("desk-nonce", { nonce });
    const host = document.createElement("div");
    host.style.setProperty("all", "initial", "important");
    host.style.setProperty("position", "fixed", "important");
    const frame = document.createElement("iframe");
    frame.src = browser.runtime.getURL("/desk.html");
    frame.title = "";
    frame.tabIndex = -1;
    frame.setAttribute("aria-hidden", "true");
    frame.style.cssText = "position:fixed;inline-size:0;block-size:0;border:0;visibility:hidden";
    host.attachShadow({ mode: "closed" }).append(frame);
    this.#frame = host;
    const { port1, port2 } = new MessageChannel();
    const ready = new Promise<MessagePort>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("the desk was not ready in time")), readyWithin);
      port1.onmessage = ({ data }: MessageEvent<FromDesk>) => {
        if (data.kind === "ready") {
          clearTimeout(timer);
          resolve(port1);
        } else this.#hear(data);
      };
      frame.addEventListener(
        "load",
        () => {
          const opening: Opening = { chaperone: "desk", nonce };
          frame.contentWindow?.postMessage(opening, new URL(frame.src).origin, [port2]);
        },
        { once: true },
      );
    });
    document.documentElement.append(host);
    return ready;
  }

  #hear(message: Exclude<FromDesk, { kind: "ready" }>): void {
    const waiting = this.#waiting.get(message.id);
    if (message.kind === "progress") {
      waiting?.progress(message.read);
      return;
    }
    this.#waiting.delete(message.id);
    waiting?.settle(judgedFrom(message, waiting.context));
  }

  #close(why: "stopped" | "no-desk"): void {
    this.#frame?.remove();
    this.#frame = undefined;
    this.#opening = undefined;
    for (const { settle } of this.#waiting.values()) settle({ kind: "unread", why });
    this.#waiting.clear();
  }
}

function judgedFrom(
  message: Extract<FromDesk, { kind: "verdict" | "failed" }>,
  { provenance }: Context,
): Judged {
  if (message.kind === "failed") return { kind: "unread", why: "stopped" };
  const { verdict } = message;
  if (verdict.strength === "unreadable" && verdict.unreadable === "timed-out") {
    return { kind: "late", read: verdict.read };
  }
  return { kind: "verdict", verdict, ...(provenance && { provenance }) };
}
