import { decompressRTF } from "@kenjiuno/decompressrtf";
import type { Budget } from "../../budget.ts";
import { type Inside, oneOf, type Taken } from "../../taken.ts";
import { htmlPage } from "../html.ts";
import { richText } from "../rtf.ts";
import { decode } from "../text.ts";
import { type Streams, utf16, windows } from "./streams.ts";

/** Properties of a message that a person reads (MS-OXPROPS), by their number. */
const shown: Readonly<Record<string, string>> = {
  "0C1A": "from",
  "0C1F": "sender",
  "0E04": "to",
  "0E03": "cc",
  "0E02": "bcc",
  "0037": "subject",
};
const plainBody = "1000";
const htmlBody = "1013";
const packedBody = "1009";
const attachment = /^(.*?)__attach_version1\.0_#[0-9A-F]+\/__substg1\.0_37010102$/i;
/** An attachment that is a message or an object itself, with its own streams. */
const nested = /^(__attach_version1\.0_#[0-9A-F]+\/__substg1\.0_3701000D\/)/i;
/** Messages inside each other that are looked at. */
const deepest = 8;

/** Reads a message of Outlook (MS-OXMSG); what hangs on it is read like any other file. */
export function readMessage(streams: Streams, budget: Budget, depth = 0): Taken {
  const own = (property: string) => {
    const wide = streams.get(`__substg1.0_${property}001F`);
    const narrow = streams.get(`__substg1.0_${property}001E`);
    return wide ? utf16(wide) : narrow ? windows(narrow) : "";
  };
  const inside: Inside[] = [];
  const texts = [
    Object.entries(shown)
      .map(([property, name]) => `${name}: ${own(property)}`)
      .join("\n"),
    own(plainBody),
  ];
  const html = streams.get(`__substg1.0_${htmlBody}0102`);
  const page = htmlPage(html ? decode(html) : own(htmlBody));
  texts.push(page.text);
  inside.push(...page.inside);
  const packed = streams.get(`__substg1.0_${packedBody}0102`);
  let left: Taken["unreadable"];
  if (packed && own(plainBody).trim() === "" && page.text === "") {
    const rich = richText(decode(Uint8Array.from(decompressRTF([...packed]))));
    texts.push(rich.text);
    inside.push(...rich.inside);
    if (rich.unopened) left = "part";
  }
  for (const [name, bytes] of streams)
    if (attachment.exec(name)?.[1] === "" && bytes.length > 0) inside.push(oneOf(bytes));
  const roots = new Set([...streams.keys()].flatMap((name) => nested.exec(name)?.[1] ?? []));
  for (const root of roots) {
    const below: Streams = new Map(
      [...streams].flatMap(([name, bytes]) =>
        name.startsWith(root) ? [[name.slice(root.length), bytes] as const] : [],
      ),
    );
    if (!below.has("__properties_version1.0") || depth >= deepest) left = "part";
    else {
      const message = readMessage(below, budget, depth + 1);
      texts.push(message.text);
      inside.push(...(message.inside ?? []));
      left ??= message.unreadable;
    }
  }
  const text = texts.filter((one) => one.trim() !== "").join("\n\n");
  return {
    format: "msg",
    text: depth === 0 ? budget.takeText(text) : text,
    read: { unit: "part", done: left ? 0 : 1, of: 1 },
    unreadable: left,
    inside,
  };
}
