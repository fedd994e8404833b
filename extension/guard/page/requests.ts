import type { Hook } from "./hook.ts";
import { call, replace } from "./originals.ts";
import { wordsOf } from "./words.ts";

/**
 * What leaves the page by a request waits here while something that was written may be in it: whichever button, key or
 * menu set it off. A page that never sends what somebody wrote never waits.
 */
export function holdRequests(hook: Hook): void {
  holdFetch(hook);
  holdXhr(hook);
  holdBeacon(hook);
  holdSockets(hook);
}

const { apply } = Reflect;
const { Request: Asked, ReadableStream: Stream } = globalThis;

/** What an address itself carries: as much as a text that is followed has, or more. */
export const said = (url: string): boolean => url.length - url.indexOf("?") > 8 && url.includes("?");

/** Of a request without a body its address is looked at, and it waits only where that carries something. */
export const bareWords = (hook: Hook, url: string): string | undefined =>
  hook.carries(url) ? url : undefined;

/** Of a stream one half is looked at and the other is sent. */
function wordsOfFetch(args: Parameters<typeof fetch>): ReturnType<typeof wordsOf> {
  const [asked, init] = args;
  const { body } = init ?? {};
  if (body instanceof Stream) {
    const [looked, sent] = body.tee();
    args[1] = { ...init, body: sent };
    return wordsOf(looked);
  }
  if (body != null || !(asked instanceof Asked)) return wordsOf(body ?? undefined);
  const bytes = asked.clone().arrayBuffer();
  return bytes.then((all) => wordsOf(all) ?? "");
}

function holdFetch(hook: Hook): void {
  replace(
    globalThis as typeof globalThis & object,
    "fetch",
    (fetch) =>
      function (this: unknown, ...args: Parameters<typeof fetch>) {
        const go = () => apply(fetch, this ?? globalThis, args) as Promise<Response>;
        const [asked, init] = args;
        const isRequest = asked instanceof Asked;
        const url = isRequest ? asked.url : `${asked}`;
        const bare = /^(?:get|head)$/i.test(init?.method ?? (isRequest ? asked.method : "get"));
        if ((bare && !said(url)) || !hook.mayCarry()) return go();
        const words = bare ? bareWords(hook, url) : wordsOfFetch(args);
        if (words === undefined) return go();
        return hook.leaves(url, words).then((may) => {
          if (may) return go();
          throw new TypeError("Failed to fetch");
        });
      } as typeof fetch,
  );
}

function holdXhr(hook: Hook): void {
  const opened = new WeakMap<XMLHttpRequest, { readonly url: string; readonly later: boolean }>();
  const held = new WeakSet<XMLHttpRequest>();
  replace(
    XMLHttpRequest.prototype,
    "open",
    (open) =>
      function (this: XMLHttpRequest, ...args: unknown[]) {
        held.delete(this);
        opened.set(this, { url: `${args[1]}`, later: args[2] !== false });
        return apply(open, this, args);
      } as typeof open,
  );
  replace(
    XMLHttpRequest.prototype,
    "abort",
    (abort) =>
      function (this: XMLHttpRequest) {
        if (held.delete(this)) ended(this, "abort");
        return apply(abort, this, []);
      },
  );
  replace(
    XMLHttpRequest.prototype,
    "send",
    (send) =>
      function (this: XMLHttpRequest, body?: Parameters<typeof send>[0]) {
        const go = () => call(send, this, body);
        const { url = "", later = true } = opened.get(this) ?? {};
        if ((body == null && !said(url)) || !hook.mayCarry()) return go();
        const words = body == null ? bareWords(hook, url) : wordsOf(body);
        if (words === undefined) return go();
        // A page that waits for its answer in place can't be made to wait for ours.
        if (!later) {
          if (typeof words !== "string" || hook.carries(words)) hook.unread();
          return go();
        }
        held.add(this);
        hook.leaves(url, words).then((may) => {
          if (!held.delete(this)) return;
          if (may) go();
          else ended(this, "error");
        });
      },
  );
}

/** As a request ends that never reached the network. */
function ended(request: XMLHttpRequest, how: "error" | "abort"): void {
  request.dispatchEvent(new ProgressEvent(how));
  request.dispatchEvent(new ProgressEvent("loadend"));
}

function holdBeacon(hook: Hook): void {
  if (typeof Navigator === "undefined" || !("sendBeacon" in Navigator.prototype)) return;
  replace(
    Navigator.prototype,
    "sendBeacon",
    (sendBeacon) =>
      function (this: Navigator, url: string | URL, data?: BodyInit | null) {
        const go = () => call(sendBeacon, this, url, data);
        const words = data == null || !hook.mayCarry() ? undefined : wordsOf(data);
        if (words === undefined) return go();
        hook.leaves(`${url}`, words).then((may) => may && go());
        return true;
      },
  );
}

/** A socket keeps its order: what comes after a message that waits waits as well. */
function holdSockets(hook: Hook): void {
  if (typeof WebSocket === "undefined") return;
  const turns = new WeakMap<WebSocket, Promise<void>>();
  replace(
    WebSocket.prototype,
    "send",
    (send) =>
      function (this: WebSocket, data: Parameters<typeof send>[0]) {
        const go = () => call(send, this, data);
        const before = turns.get(this);
        const words = hook.mayCarry() ? wordsOf(data) : undefined;
        if (words === undefined && !before) return go();
        const turn = (before ?? Promise.resolve()).then(async () => {
          const may = words === undefined || (await hook.leaves(this.url, words));
          // A socket that was closed meanwhile takes nothing any more.
          if (may && this.readyState === WebSocket.OPEN) go();
        });
        turns.set(this, turn);
        turn.finally(() => turns.get(this) === turn && turns.delete(this));
      },
  );
}
