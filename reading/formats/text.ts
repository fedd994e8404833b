import type { Budget } from "../budget.ts";
import { utf16Order } from "../kinds.ts";
import type { Taken } from "../taken.ts";
import { encodedIn } from "./encoded.ts";

/** Bytes that are read at a time. */
const slice = 1024 * 1024;

/** Encoding of a text by its mark, by its zeros, or by whether it is whole UTF-8. */
export function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const order = utf16Order(bytes.subarray(0, 4_096));
  if (order !== undefined) return order;
  try {
    // `stream` lets the last letter be cut in two.
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

/** A text of unknown encoding. */
export const decode = (bytes: Uint8Array) => new TextDecoder(encodingOf(bytes)).decode(bytes);

/** Share of signs beyond ASCII from which a text in an eight-bit encoding is in another one than that of Western Europe. */
const foreignShare = 0.3;

function foreignIn(text: string): number {
  const beginning = text.slice(0, 20_000).replace(/\s+/g, "");
  return (beginning.match(/[^\0-\x7f]/g)?.length ?? 0) / Math.max(1, beginning.length);
}

/**
 * Reads a text slice by slice until its end, the time's end or the memory's.
 *
 * @param head - Its first bytes: a small file is not asked for a second time.
 */
export async function readText(file: Blob, budget: Budget, head: Uint8Array): Promise<Taken> {
  const parts: string[] = [];
  let decoder: TextDecoder | undefined;
  let done = 0;
  const isWhole = head.length >= file.size;
  while (done < file.size && !budget.full && !budget.spent) {
    const bytes = isWhole ? head : new Uint8Array(await file.slice(done, done + slice).arrayBuffer());
    decoder ??= new TextDecoder(encodingOf(bytes));
    const text = decoder.decode(bytes, { stream: true });
    // A form feed divides parts of a reading; inside a plain text it is a page's end.
    parts.push(budget.takeText(text.replaceAll("\f", "\n")));
    done += bytes.length;
    budget.progress({ unit: "byte", done, of: file.size });
  }
  const whole = done >= file.size && !budget.full;
  const unreadable = whole ? {} : ({ unreadable: budget.spent ? "timed-out" : "too-large" } as const);
  const text = parts.join("");
  const isLocked = /^-----BEGIN PGP MESSAGE-----/m.test(text);
  const isForeign = decoder?.encoding === "windows-1252" && foreignIn(text) >= foreignShare;
  return {
    text,
    format: "text",
    read: { unit: "byte", done: whole ? done : Math.min(done, file.size - 1), of: file.size },
    ...(isLocked
      ? { unreadable: "locked" as const }
      : isForeign
        ? { unreadable: "garbled" as const }
        : unreadable),
    inside: encodedIn(text),
  };
}
