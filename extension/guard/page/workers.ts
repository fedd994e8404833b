import type { Hook } from "./hook.ts";
import { replace } from "./originals.ts";

const { apply } = Reflect;

/** How deep and how much of a message to a worker is looked through. */
const deepest = 4;
const textsMost = 60;

/**
 * What a page hands to its workers leaves this page's sight: what they send, no script of a page sees. A text that somebody
 * wrote goes on, for much of it is never sent, and is told as gone unread. Files were judged when they came.
 */
export function watchWorkers(hook: Hook): void {
  const ports = new WeakSet<MessagePort>();
  const look = (message: unknown): void => {
    if (typeof message !== "string" && (typeof message !== "object" || message === null)) return;
    if (hook.mayCarry() && textsIn(message).some((text) => hook.carries(text))) hook.unread();
  };
  const watch = <T extends object>(on: { readonly prototype: T } | undefined, name: keyof T, is = always) => {
    if (!on) return;
    replace(
      on.prototype,
      name,
      (original) =>
        function (this: T, ...args: unknown[]) {
          if (is(this)) look(args[0]);
          return apply(original as () => unknown, this, args);
        } as T[keyof T],
    );
  };
  const of = globalThis as Partial<typeof globalThis>;
  watch(of.Worker, "postMessage");
  watch(of.ServiceWorker, "postMessage");
  watch(of.RTCDataChannel, "send");
  watch(of.MessagePort, "postMessage", (port) => ports.has(port as MessagePort));
  const port = of.SharedWorker && Object.getOwnPropertyDescriptor(of.SharedWorker.prototype, "port");
  if (!of.SharedWorker || !port?.get) return;
  const { get } = port;
  Object.defineProperty(of.SharedWorker.prototype, "port", {
    ...port,
    get(this: SharedWorker) {
      const one = apply(get, this, []) as MessagePort;
      ports.add(one);
      return one;
    },
  });
}

const always = (_: object): boolean => true;

/** Texts in a message, as far as it is looked through. */
function textsIn(message: unknown, depth = 0): string[] {
  if (typeof message === "string") return [message];
  if (typeof message !== "object" || message === null || depth >= deepest) return [];
  const found: string[] = [];
  for (const one of Object.values(message).slice(0, textsMost)) {
    if (found.length >= textsMost) break;
    found.push(...textsIn(one, depth + 1));
  }
  return found;
}
