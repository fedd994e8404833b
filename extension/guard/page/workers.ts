import type { Hook } from "./hook.ts";
import { replace } from "./originals.ts";
import { said } from "./requests.ts";

const { apply, construct } = Reflect;
const { decode } = TextDecoder.prototype;
const { Blob: Plain, File: Named } = globalThis;

/** How deep and how much of a message to a worker is looked through, and how many bytes of it. */
const deepest = 4;
const textsMost = 60;
const bytesMost = 200_000;

/** What is made with an address. */
type Made = "EventSource" | "WebSocket" | "WebTransport";

/**
 * What a page hands to its workers, its other tabs and its channels leaves this page's sight: what they send, no script of a
 * page sees. A text that somebody wrote goes on, for much of it is never sent, and is told as gone unread. Files were judged
 * when they came.
 */
export function watchWorkers(hook: Hook): void {
  let transports = false;
  const look = (message: unknown): void => {
    if (typeof message !== "string" && (typeof message !== "object" || message === null)) return;
    if (!hook.mayCarry()) return;
    const sealed = (bytes: number): void => hook.unread(bytes);
    if (textsIn(message, sealed).some((text) => hook.carries(text))) hook.unread();
  };
  const watch = <T extends object>(
    on: { readonly prototype: T } | undefined,
    name: keyof T,
    does = (): boolean => true,
  ): void => {
    if (!on) return;
    replace(
      on.prototype,
      name,
      (original) =>
        function (this: T, ...args: unknown[]) {
          if (does()) look(args[0]);
          return apply(original as () => unknown, this, args);
        } as T[keyof T],
    );
  };
  const of = globalThis as Partial<typeof globalThis>;
  watch(of.Worker, "postMessage");
  watch(of.ServiceWorker, "postMessage");
  watch(of.MessagePort, "postMessage");
  watch(of.BroadcastChannel, "postMessage");
  watch(of.RTCDataChannel, "send");
  watch(of.WritableStreamDefaultWriter, "write", () => transports);
  const made = (name: Made): void => {
    const page = globalThis as unknown as Record<Made, (new (...args: unknown[]) => object) | undefined>;
    const Original = page[name];
    if (!Original) return;
    page[name] = new Proxy(Original, {
      construct(target, args, as) {
        transports ||= name === "WebTransport";
        const url = `${args[0]}`;
        if (said(url) && hook.mayCarry() && hook.carries(url)) hook.unread();
        return construct(target, args, as);
      },
    });
  };
  made("EventSource");
  made("WebSocket");
  made("WebTransport");
}

/** Texts in a message, as far as it is looked through; of what can't be looked at now, its size. */
function textsIn(message: unknown, sealed: (bytes: number) => void, depth = 0): string[] {
  if (typeof message === "string") return [message];
  if (typeof message !== "object" || message === null || depth >= deepest) return [];
  if (message instanceof Plain) {
    if (!(message instanceof Named)) sealed(message.size);
    return [];
  }
  const isView = ArrayBuffer.isView(message);
  if (isView || message instanceof ArrayBuffer) {
    const bytes = isView
      ? new Uint8Array(message.buffer, message.byteOffset, message.byteLength)
      : new Uint8Array(message);
    return [apply(decode, new TextDecoder(), [bytes.slice(0, bytesMost)]) as string];
  }
  const found: string[] = [];
  for (const one of Object.values(message).slice(0, textsMost)) {
    if (found.length >= textsMost) break;
    found.push(...textsIn(one, sealed, depth + 1));
  }
  return found;
}
