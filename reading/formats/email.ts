import { htmlText } from "./markup.ts";
import { decode } from "./text.ts";

/** A message taken apart: its own words, and what hangs on it. */
export interface Message {
  readonly text: string;
  readonly attachments: readonly Uint8Array<ArrayBuffer>[];
}

/** Parts inside parts, and parts in all, that are looked at (RFC 2046 sets no bound). */
const deepest = 8;
const partsAtMost = 500;

interface Part {
  readonly header: string;
  readonly body: string;
}

/** Takes a message apart. The text is one byte a sign (ISO 8859-1), as it was on the wire. */
export function takeApart(wire: string): Message {
  const texts: string[] = [];
  const attachments: Uint8Array<ArrayBuffer>[] = [];
  let parts = 0;
  const walk = (whole: string, depth: number) => {
    if (++parts > partsAtMost || depth > deepest) return;
    const { header, body } = split(whole);
    if (depth === 0) texts.push(shownHeaders(header));
    const type = field(header, "content-type");
    const boundary = /boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(type);
    const mark = boundary?.[1] ?? boundary?.[2];
    if (/^multipart\//i.test(type) && mark !== undefined) {
      for (const inner of body.split(`--${mark}`).slice(1))
        if (!inner.startsWith("--")) walk(inner.replace(/^\r?\n/, ""), depth + 1);
    } else if (/^message\/rfc822/i.test(type)) walk(body, depth + 1);
    else leaf({ header, body }, type);
  };
  const leaf = (part: Part, type: string) => {
    const bytes = unpack(part.body, field(part.header, "content-transfer-encoding"));
    const attached = /^attachment/i.test(field(part.header, "content-disposition"));
    if (!attached && (type === "" || /^text\//i.test(type))) {
      const text = inCharset(bytes, /charset\s*=\s*"?([\w.:-]{1,40})/i.exec(type)?.[1]);
      texts.push(/^text\/html/i.test(type) ? htmlText(text) : text);
    } else if (bytes.length > 0) attachments.push(bytes);
  };
  walk(wire, 0);
  return { text: texts.join("\n\n"), attachments };
}

function split(whole: string): Part {
  const end = /\r?\n\r?\n/.exec(whole);
  if (!end) return { header: whole, body: "" };
  // A part may have no header of its own: it then begins with its empty line.
  if (/^\r?\n/.test(whole)) return { header: "", body: whole };
  return { header: whole.slice(0, end.index), body: whole.slice(end.index + end[0].length) };
}

function field(header: string, name: string): string {
  const found = new RegExp(`(?:^|\\n)${name}:[ \\t]*([^\\n]*(?:\\n[ \\t][^\\n]*){0,20})`, "i").exec(header);
  return (found?.[1] ?? "").replace(/\r?\n[ \t]+/g, " ").trim();
}

/** The lines that a person sees of a message; routes and signatures of servers hold numbers by the dozen. */
const shownHeaders = (header: string) =>
  ["from", "to", "cc", "subject", "date"].map((name) => `${name}: ${words(field(header, name))}`).join("\n");

const words = (text: string) =>
  text.replace(
    /=\?([\w-]{1,40})\?([bq])\?([^?]{0,400})\?=/gi,
    (_, charset: string, how: string, coded: string) =>
      inCharset(
        unpack(
          how.toLowerCase() === "b" ? coded : coded.replaceAll("_", " "),
          how.toLowerCase() === "b" ? "base64" : "quoted-printable",
        ),
        charset,
      ),
  );

function unpack(body: string, how: string): Uint8Array<ArrayBuffer> {
  if (/base64/i.test(how)) {
    const clean = body.replace(/[^A-Za-z0-9+/]/g, "");
    return bytesOf(atob(clean.slice(0, clean.length % 4 === 1 ? -1 : undefined)));
  }
  if (!/quoted-printable/i.test(how)) return bytesOf(body);
  return bytesOf(
    body
      .replace(/=[ \t]*\r?\n/g, "")
      .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
}

function bytesOf(binary: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(binary.length);
  for (let place = 0; place < binary.length; place++) bytes[place] = binary.charCodeAt(place) & 0xff;
  return bytes;
}

function inCharset(bytes: Uint8Array, charset: string | undefined): string {
  if (charset === undefined || /^us-ascii$/i.test(charset)) return decode(bytes);
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return decode(bytes);
  }
}
