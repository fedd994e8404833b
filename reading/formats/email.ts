import PostalMime, { type Address, type Attachment, type Email } from "postal-mime";
import { type Budget, Unreadable } from "../budget.ts";
import { type Inside, oneOf, type Taken } from "../taken.ts";
import { encodedIn } from "./encoded.ts";
import { htmlPage } from "./html.ts";

/** Bytes of a message that are taken into memory: more than mail servers let through (RFC 5321 sets no bound). */
const messageAtMost = 48 * 1024 * 1024;
/** Messages of a mailbox file (RFC 4155) that are looked at one by one. */
const messagesAtMost = 500;

/** Lines that can divide parts of a message; one with more keeps a parser for seconds. */
const dividersAtMost = 20_000;

/** Headers that servers write for each other, which hold numbers by the dozen and nothing that a person reads. */
const ofServers =
  /^(?:received|dkim-|domainkey-|arc-|authentication-|return-path|message-id|references|in-reply-to|mime-version|content-|list-|x-(?!ray)|precedence|delivered-to|from|sender|to|cc|bcc|reply-to|subject|date|user-agent|thread-|importance|priority|autocrypt|feedback-id|errors-to|require-recipient)/i;

/** Reads a message, or a file of several; what hangs on it, and messages inside it, are read like any other file. */
export async function readEmail(file: Blob, budget: Budget): Promise<Taken> {
  if (file.size > messageAtMost) throw new Unreadable("too-large");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const box = messagesOf(bytes);
  if (box.length > 1)
    return {
      format: "email",
      text: "",
      read: { unit: "part", done: 0, of: 0 },
      unreadable: box.length > messagesAtMost ? "too-large" : undefined,
      attached: box.slice(0, messagesAtMost).map(oneOf),
    };
  if (dividersOf(bytes) > dividersAtMost) throw new Unreadable("too-large");
  const message = await PostalMime.parse(bytes, {
    attachmentEncoding: "arraybuffer",
    // A message inside is a file like any other, whatever it is packed in.
    forceRfc822Attachments: true,
  });
  const { text: shown, inside: drawn } = htmlPage(message.html ?? "");
  const source = new TextDecoder("iso-8859-1").decode(bytes);
  const beside = besideParts(source);
  const names = message.attachments.flatMap(({ filename }) => filename ?? []);
  const text = [headersOf(message), message.text ?? "", shown, names.join("\n"), beside]
    .filter((one) => one.trim() !== "")
    .join("\n\n");
  const isLocked = message.attachments.some(locked) || /^-----BEGIN PGP MESSAGE-----/m.test(text);
  return {
    format: "email",
    text: budget.takeText(text),
    read: { unit: "part", done: isLocked ? 0 : 1, of: 1 },
    unreadable: isLocked ? "locked" : undefined,
    inside: [
      ...drawn,
      ...encodedIn(`${message.text ?? ""}\n${beside}`),
      ...message.attachments.filter(isShown).flatMap(insideOf),
    ],
    attached: [...message.attachments.filter((one) => !isShown(one)).flatMap(insideOf), ...elsewhere(source)],
  };
}

/** Whether a part is shown in the message, as a logo is, and not one that hangs on it. */
const isShown = ({ disposition, related }: Attachment) => disposition === "inline" || related === true;

/** A message of which another part is elsewhere: in another message (RFC 2046, 5.2.2), or at an address (5.2.3). */
const isElsewhere = /^content-type:\s*message\/(?:partial|external-body)/im;
/** Packings that mail programs of old used, which aren’t undone here. */
const isPacked =
  /^content-transfer-encoding:\s*(?:x-?)?(?:uuencode|uue|yenc|binhex\w*|mac-binhex\w*)|^content-type:\s*application\/mac-binhex/im;

const elsewhere = (source: string): Inside[] =>
  isElsewhere.test(source) || isPacked.test(source) ? [() => Promise.reject(new Unreadable("part"))] : [];

/** What stands before the first part of a message and behind the last, which mail programs don’t show (RFC 2046, 5.1.1). */
function besideParts(source: string): string {
  const head = /\r?\n\r?\n/.exec(source);
  if (!head) return "";
  const [, quoted, bare] =
    /^content-type:\s*multipart\/[\s\S]{0,300}?boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/im.exec(
      source.slice(0, head.index),
    ) ?? [];
  const divider = quoted ?? bare;
  if (divider === undefined) return "";
  const first = source.indexOf(`--${divider}`, head.index);
  const last = source.lastIndexOf(`--${divider}--`);
  const before = first === -1 ? "" : source.slice(head.index, first);
  const behind = last === -1 ? "" : source.slice(last + divider.length + 4);
  return [before, behind]
    .map((one) => one.trim())
    .filter((one) => one !== "" && !saysWhatItIs.test(one))
    .join("\n");
}

/** What mail programs write there. */
const saysWhatItIs = /^.{0,40}multi-?part message.{0,40}MIME.{0,200}$/is;

/** Lines that begin with two hyphens (RFC 2046, 5.1.1). */
function dividersOf(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1))
    if (bytes[at + 1] === 45 && bytes[at + 2] === 45) count++;
  return count;
}

const signature = /^application\/(?:x-)?(?:pkcs7-signature|pgp-signature|pgp-keys)$/i;
const locked = ({ mimeType, filename }: Attachment) =>
  /^application\/(?:(?:x-)?pkcs7-mime|pgp-encrypted)$/i.test(mimeType) && !/\.p7s$/i.test(filename ?? "");

function insideOf({ content, mimeType }: Attachment): Inside[] {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
  return bytes.length === 0 || signature.test(mimeType) ? [] : [oneOf(bytes)];
}

/** The lines that a person sees of a message, and those that no server writes. */
function headersOf({ from, to, cc, bcc, replyTo, subject, date, headers }: Email): string {
  const others = headers.filter(({ key }) => !ofServers.test(key)).slice(0, 100);
  return [
    `from: ${shownOf(from ? [from] : [])}`,
    `to: ${shownOf([...(to ?? []), ...(bcc ?? []), ...(replyTo ?? [])])}`,
    `cc: ${shownOf(cc ?? [])}`,
    `subject: ${subject ?? ""}`,
    `date: ${date ?? ""}`,
    ...others.map(({ originalKey, value }) => `${originalKey}: ${value}`),
  ].join("\n");
}

const shownOf = (addresses: readonly Address[]): string =>
  addresses
    .map((one) => (one.group ? `${one.name}: ${shownOf(one.group)}` : `${one.name} <${one.address}>`))
    .join(", ");

/** The messages of a mailbox file, each of which begins with a line of its own; a message by itself is one. */
function messagesOf(bytes: Uint8Array): Uint8Array[] {
  const isBox = /^From \S/.test(new TextDecoder("iso-8859-1").decode(bytes.subarray(0, 12)));
  if (!isBox) return [bytes];
  const text = new TextDecoder("iso-8859-1").decode(bytes);
  const messages: Uint8Array[] = [];
  const begin = /(?:^|\r?\n\r?\n)From \S[^\n]{0,300}\r?\n/g;
  let from: number | undefined;
  for (let found = begin.exec(text); found; found = begin.exec(text)) {
    if (from !== undefined) messages.push(bytes.subarray(from, found.index));
    from = begin.lastIndex;
    // The next one's empty line may be this one's last.
    begin.lastIndex -= 1;
    if (messages.length > messagesAtMost) break;
  }
  if (from !== undefined) messages.push(bytes.subarray(from));
  return messages.length === 1 ? [messages[0] ?? bytes] : messages;
}
