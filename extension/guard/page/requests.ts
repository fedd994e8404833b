import type { Hook } from "./hook.ts";
import { call, replace } from "./originals.ts";

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

const { text: textOfBlob } = Blob.prototype;
const { decode } = TextDecoder.prototype;
const { apply } = Reflect;

/** What a body holds in words, at once or soon; undefined where it can't be looked at (a stream). */
type Words = string | Promise<string>;

function wordsOf(body: unknown): Words | undefined {
  if (typeof body === "string") return body;
  if (body instanceof URLSearchParams) return `${body}`;
  if (body instanceof Blob) return apply(textOfBlob, body, []) as Promise<string>;
  if (body instanceof ArrayBuffer || ArrayBuffer.isView(body))
    return apply(decode, new TextDecoder(), [body as ArrayBuffer]) as string;
  if (body instanceof FormData) {
    const parts = [...body.values()].map((part) => (typeof part === "string" ? part : wordsOfPart(part)));
    return parts.every((part) => typeof part === "string")
      ? parts.join("\n")
      : Promise.all(parts).then((all) => all.join("\n"));
  }
  if (typeof Document !== "undefined" && body instanceof Document) return body.documentElement.outerHTML;
  return undefined;
}

/** Files came by a gesture and were judged there; what a page made itself, as a text, is looked at. */
const wordsOfPart = (part: Blob): Words =>
  /^(?:text\/|application\/(?:json|xml))/.test(part.type) || part.type === ""
    ? (apply(textOfBlob, part, []) as Promise<string>)
    : "";

function holdFetch(hook: Hook): void {
  replace(
    globalThis as typeof globalThis & object,
    "fetch",
    (fetch) =>
      function (this: unknown, ...args: Parameters<typeof fetch>) {
        const go = () => apply(fetch, this ?? globalThis, args) as Promise<Response>;
        const [asked, init] = args;
        const { body = undefined, method = undefined } = init ?? {};
        const isRequest = asked instanceof Request;
        if (/^(?:get|head)$/i.test(method ?? (isRequest ? asked.method : "get")) || !hook.mayCarry())
          return go();
        const url = isRequest ? asked.url : `${asked}`;
        const words = body != null ? wordsOf(body) : isRequest ? asked.clone().text() : undefined;
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
        if (body == null || !hook.mayCarry()) return go();
        const words = wordsOf(body);
        if (words === undefined) return go();
        // A page that waits for its answer in place can't be made to wait for ours.
        if (!later) {
          hook.unread();
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
