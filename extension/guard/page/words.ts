/** Bytes that are no text: encrypted, or packed in a way that browsers can't unpack. Without a number where it isn't known. */
export interface Sealed {
  readonly bytes?: number;
}

/** What a body holds in words, or that it can't be looked at. */
export type Words = string | Sealed;

/** Bytes that are looked at: what somebody wrote is shorter, what is longer carries files. */
const longest = 8_000_000;
/** Milliseconds that a stream has to end, or to become longer than that. */
const streamWithin = 1_500;
/** Signs of a text that are looked at, and how many in a hundred of them may be none. */
const looked = 4_000;
const oddAtMost = 15;

const { decode } = TextDecoder.prototype;
const { slice, arrayBuffer } = Blob.prototype;
const { apply } = Reflect;
const { Response: Answer, Blob: Plain, ReadableStream: Stream, File: Named } = globalThis;
const Unpack = globalThis.DecompressionStream;

/** What a body holds, at once or soon; undefined for one that holds nothing of what was written. */
export function wordsOf(body: unknown): Words | Promise<Words> | undefined {
  if (typeof body === "string") return body;
  if (body instanceof URLSearchParams) return `${body}`;
  if (body instanceof Plain) return wordsOfBlob(body);
  if (body instanceof ArrayBuffer) return wordsOfBytes(new Uint8Array(body));
  if (ArrayBuffer.isView(body))
    return wordsOfBytes(new Uint8Array(body.buffer, body.byteOffset, body.byteLength));
  if (body instanceof FormData) return wordsOfForm(body);
  if (body instanceof Stream) return wordsOfStream(body);
  if (typeof Document !== "undefined" && body instanceof Document) return body.documentElement.outerHTML;
  return undefined;
}

function wordsOfForm(form: FormData): string | Promise<string> {
  const parts = [...form.values()].map((part) => (typeof part === "string" ? part : wordsOfPart(part)));
  const joined = (all: readonly Words[]): string =>
    all.map((one) => (typeof one === "string" ? one : "")).join("\n");
  return parts.every((part) => typeof part === "string") ? joined(parts) : Promise.all(parts).then(joined);
}

/** Files came by a gesture and were judged there; what a page made itself, as a text, is looked at. */
const wordsOfPart = (part: Blob): Words | Promise<Words> =>
  /^(?:text\/|application\/(?:json|xml))/.test(part.type) || part.type === "" ? wordsOfBlob(part) : "";

/** A file that came by a gesture is no text, and was judged there. */
async function wordsOfBlob(blob: Blob): Promise<Words> {
  const start = apply(slice, blob, [0, longest]) as Blob;
  const words = await wordsOfBytes(
    new Uint8Array(await (apply(arrayBuffer, start, []) as Promise<ArrayBuffer>)),
  );
  return typeof words !== "string" && blob instanceof Named ? "" : words;
}

function wordsOfBytes(bytes: Uint8Array): Words | Promise<Words> {
  const packing = packingOf(bytes);
  return packing ? unpacked(bytes, packing) : textIn(bytes);
}

function textIn(bytes: Uint8Array): Words {
  const text = apply(decode, new TextDecoder(), [bytes.subarray(0, longest)]) as string;
  const start = text.slice(0, looked);
  // Signs that are no text, and those that steer machines and stand in no text.
  const odd = start.replace(/[^\uFFFD\p{Cc}]|[\t\n\r]/gu, "").length;
  return odd * 100 > start.length * oddAtMost ? { bytes: bytes.length } : text;
}

/** How bytes are packed, by how they begin. */
function packingOf([first = 0, second = 0]: Uint8Array): "gzip" | "deflate" | undefined {
  if (first === 0x1f && second === 0x8b) return "gzip";
  return first === 0x78 && (first * 256 + second) % 31 === 0 ? "deflate" : undefined;
}

async function unpacked(bytes: Uint8Array, packing: "gzip" | "deflate"): Promise<Words> {
  try {
    const { body } = new Answer(new Plain([bytes as BlobPart]));
    const words = await upTo((body as ReadableStream).pipeThrough(new Unpack(packing)));
    return words ? textIn(words) : { bytes: bytes.length };
  } catch {
    return { bytes: bytes.length };
  }
}

async function wordsOfStream(stream: ReadableStream): Promise<Words> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, streamWithin));
  const bytes = await Promise.race([upTo(stream), late]);
  return bytes ? wordsOfBytes(bytes) : {};
}

/** The bytes of a stream; undefined where they are more than is looked at, or no bytes. */
async function upTo(stream: ReadableStream): Promise<Uint8Array | undefined> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const part = typeof value === "string" ? new TextEncoder().encode(value) : (value as Uint8Array);
    parts.push(part);
    size += part.length;
    if (size <= longest) continue;
    reader.cancel().catch(() => undefined);
    return undefined;
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
