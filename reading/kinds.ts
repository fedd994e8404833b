import { pictureHeader } from "./pictures/header.ts";

/** What a file is by its first bytes; its name and declared type have no say. */
export type Kind =
  | "pdf"
  | "zip"
  | "gzip"
  | "cfb"
  | "rtf"
  | "html"
  | "xml"
  | "email"
  | "dicom"
  | "picture"
  | "font"
  | "text"
  | "unknown";

/** First bytes that tell a kind. Source: the formats' own specifications. */
const signatures: readonly (readonly [bytes: readonly number[], kind: Kind])[] = [
  [[0x50, 0x4b, 0x03, 0x04], "zip"],
  [[0x50, 0x4b, 0x05, 0x06], "zip"],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], "cfb"],
  [[0x7b, 0x5c, 0x72, 0x74], "rtf"],
  [[0x1f, 0x8b, 8], "gzip"],
  [[0x77, 0x4f, 0x46, 0x46], "font"],
  [[0x77, 0x4f, 0x46, 0x32], "font"],
  [[0x4f, 0x54, 0x54, 0x4f], "font"],
  [[0x00, 0x01, 0x00, 0x00, 0x00], "font"],
  // UTF-32, which nothing here decodes.
  [[0xff, 0xfe, 0x00, 0x00], "unknown"],
  [[0x00, 0x00, 0xfe, 0xff], "unknown"],
];

/** Bytes that `kindOf` wants to see. */
export const headLength = 4_096;

export function kindOf(head: Uint8Array): Kind {
  for (const [bytes, kind] of signatures) if (bytes.every((byte, place) => head[place] === byte)) return kind;
  const latin = latin1(head.subarray(0, 1_024));
  if (latin.includes("%PDF-")) return "pdf";
  if (latin1(head.subarray(128, 132)) === "DICM") return "dicom";
  if (pictureHeader(head)) return "picture";
  if (!isText(head)) return isBareDataSet(head) ? "dicom" : "unknown";
  return kindOfText(head);
}

/**
 * A DICOM data set without its preamble: two elements of group 8 one behind the other, in implicit or explicit form, as archives
 * and programs of radiotherapy leave it (PS3.5, 7.1).
 */
function isBareDataSet(head: Uint8Array): boolean {
  const [low, high, element = 0, page] = head;
  if (low !== 8 || high !== 0 || page !== 0 || element > 0x18) return false;
  const isExplicit = /^[A-Z]{2}$/.test(latin1(head.subarray(4, 6)));
  const length = isExplicit ? (head[6] ?? 0) + (head[7] ?? 0) * 256 : (head[4] ?? 0) + (head[5] ?? 0) * 256;
  const next = 8 + length;
  return length <= 128 && head[next] === 8 && head[next + 1] === 0 && (head[next + 2] ?? 0) > element;
}

export const latin1 = (bytes: Uint8Array) => String.fromCharCode(...bytes);

const utf16 = (head: Uint8Array) =>
  (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);

/** Text has next to no control signs; UTF-16 begins with its mark or has zeros at every other place. */
function isText(head: Uint8Array): boolean {
  if (utf16(head) || utf16Order(head) !== undefined) return true;
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) return false;
    // Tab, line ends, form feed, escape, and the separators of HL7 v2 frames stand in texts.
    if (byte < 32 && ![9, 10, 11, 12, 13, 27, 28].includes(byte)) controls++;
  }
  return controls <= head.length / 200;
}

/** Byte order of UTF-16 without a mark, by where the zeros of Latin letters stand. */
export function utf16Order(head: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  let even = 0;
  let odd = 0;
  for (let place = 0; place + 1 < head.length; place += 2) {
    if (head[place] === 0) even++;
    if (head[place + 1] === 0) odd++;
  }
  const pairs = Math.floor(head.length / 2);
  if (pairs < 8) return undefined;
  if (odd > pairs * 0.7 && even < pairs * 0.02) return "utf-16le";
  return even > pairs * 0.7 && odd < pairs * 0.02 ? "utf-16be" : undefined;
}

/** The beginning of a web page, or of a piece of one as programs paste it. */
const page =
  /^(?:<!--[\s\S]{0,2000}?-->\s*)?<!doctype html|^(?:<\?xml[^>]{0,200}>\s*)?(?:<!doctype html[^>]{0,300}>\s*)?<(?:html|head|body)\b|^<(?:table|tr|td|div|p|span|h[1-6]|ul|ol|dl|main|section|article|header|footer|nav|meta|title|link|style|script|br|hr|center|font|img|form|fieldset|label|input|select|a|b|i|em|strong|pre|blockquote)\b/i;

/** Any header line, and the ones of which a message has at least one (RFC 5322, 3.6). */
const headerLine = /^[!-9;-~]{1,76}:(?:[ \t]|$)/;
const ofMessages =
  /^(?:from|to|cc|bcc|date|subject|received|message-id|mime-version|return-path|delivered-to|reply-to|sender|dkim-signature|content-type|content-transfer-encoding):/i;
const ofMailboxes = /^From \S+.{0,80}\d\d:\d\d/;

/**
 * Whether a text begins as a message does: with a block of headers, whatever the first one is, among which are two that
 * messages have.
 */
function isEmail(text: string): boolean {
  const lines = text.split(/\r?\n/);
  if (ofMailboxes.test(lines[0] ?? "")) return true;
  let own = 0;
  let others = 0;
  for (const line of lines) {
    if (line === "") break;
    if (/^[ \t]+\S/.test(line) && own + others > 0) continue;
    if (!headerLine.test(line)) {
      // The last line that was looked at may be cut.
      if (line === lines.at(-1)) break;
      return false;
    }
    if (ofMessages.test(line)) own++;
    else others++;
  }
  return (
    own >= 2 ||
    (own === 1 && others >= 2 && /^(?:mime-version|message-id|received|return-path):/im.test(text))
  );
}

function kindOfText(head: Uint8Array): Kind {
  const text = latin1(head)
    .replaceAll("\0", "")
    .replace(/^[\u00ef\u00bb\u00bf\u00ff\u00fe\s]+/, "");
  if (page.test(text)) return "html";
  if (/^<(?:\?xml|!DOCTYPE|!--|[A-Za-z][\w:.-]{0,60}(?:\s[^>]{0,2000})?\/?>)/.test(text)) return "xml";
  return isEmail(text) ? "email" : "text";
}
