import * as z from "zod/mini";
import { doubtOf } from "#domain/ledger/doubtful";
import { late } from "#domain/ledger/event-kinds";
import { statedChange } from "#domain/people/stated";
import type { Entry } from "#lib/api/log.ts";
import { wordsOf } from "#lib/format/kinds.ts";
import { doneWords, heldDetail, heldWords, outcomeDetail, towards } from "#lib/format/mail-attempt.ts";
import { outcomeWords } from "#lib/format/mail-words.ts";
import { systemProduct } from "#lib/format/record.ts";
import { dayInWords } from "#lib/format/time.ts";

/** The instant that an entry is about: when it happened, else when it came. */
export const momentOf = (entry: Entry): string => entry.occurredAt || entry.receivedAt;

export const isErased = (entry: Entry): boolean => entry.blanked;

/** Why an entry may tell of what nobody did; '' for one that is not doubtful. */
export function doubtIn(entry: Entry): string {
  const doubt = isErased(entry) ? undefined : doubtOf(entry);
  if (!doubt) return "";
  const mended = dayInWords(doubt.mended);
  return `It may be that nobody did this: ${doubt.why}. Mended on ${mended}; told by a browser with an older version.`;
}

/** Who, as far as it is known; `known` is false for what stands in place of a name. */
export function whoOf(entry: Entry): { name: string; known: boolean } {
  if (isErased(entry)) return { name: "Erased", known: false };
  if (entry.user !== "") return { name: entry.userName || entry.user, known: true };
  return {
    name: entry.attribution === "server" || entry.browser === "" ? "Server" : "Unattributed",
    known: false,
  };
}

/** How the entry came by its person. */
export function attributionWords(entry: Entry): string {
  switch (entry.attribution) {
    case "page":
      return `as ${systemProduct(entry.system)} showed them signed in`;
    case "browser":
      return "the owner of this browser";
    case "chosen":
      return "as picked at the desk";
    case "session":
      return "signed in to the dashboard";
    case "server":
      return "made by the server";
    case "none":
      return entry.account === ""
        ? "nobody was shown or picked"
        : "somebody was signed in whom nobody has named yet";
    default:
      return "";
  }
}

/** What happened, short enough for a table: "View", "View, treatment note", "Sent anyway", "View, late". */
export function whatOf(entry: Entry): string {
  const words = shortOf(entry);
  return isLate(entry.detail) ? `${words}, late` : words;
}

/** Made under an earlier pairing of this browser, and sent under this one. */
const isLate = (detail: string): boolean => detail !== "" && late.safeParse(JSON.parse(detail).late).success;

function shortOf(entry: Entry): string {
  if (isErased(entry)) return wordsOf(entry.kind).short;
  if (entry.kind === "mail.outcome") {
    const detail = outcomeDetail(entry.detail);
    return detail ? outcomeWords[detail.outcome] : wordsOf(entry.kind).short;
  }
  const { short } = wordsOf(entry.kind, actionOf(entry.detail));
  const part = entry.kind.startsWith("record.") ? partOf(entry.detail) : "";
  return part === "" || part === "patient" || part === short.toLowerCase() ? short : `${short}, ${part}`;
}

/** Which part of a record: "treatment note …0345", "letter"; '' where the adapter names none. */
function partOf(detail: string): string {
  const parsed: unknown = detail === "" ? {} : JSON.parse(detail);
  const { page, what, item } = (parsed ?? {}) as { page?: unknown; what?: unknown; item?: unknown };
  const part = typeof what === "string" ? what : page;
  const words = typeof part === "string" ? part.replaceAll("-", " ") : "";
  return typeof item === "string" && what === undefined ? `${words} ${itemEnding(item)}` : words;
}

/** The end of the number of a note, letter or file: enough to tell one from another, as with a record's. */
const itemEnding = (item: string): string => `…${item.slice(-4)}`;

/** The same as a sentence for a panel or a trace; of a doubtful entry it says so first. */
export function headlineOf(entry: Entry): string {
  return doubtIn(entry) === "" ? happened(entry) : `Doubtful: ${lowered(happened(entry))}`;
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function happened(entry: Entry): string {
  if (entry.kind === "mail.outcome" && !isErased(entry)) {
    const detail = outcomeDetail(entry.detail);
    if (detail)
      return detail.reason ? `${outcomeWords[detail.outcome]}, with a reason` : outcomeWords[detail.outcome];
  }
  const { long } = wordsOf(entry.kind, actionOf(entry.detail));
  const part = entry.kind.startsWith("record.") ? partOf(entry.detail) : "";
  if (entry.kind === "record.download" && part !== "")
    return `${sentenceCase(part.replace(/s$/, ""))} downloaded`;
  return part === "" || part === "patient" || entry.kind === "record.search" ? long : `${long}, ${part}`;
}

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The act that a register's event names; '' for all other events. */
function actionOf(detail: string): string {
  if (detail === "") return "";
  const { action } = (JSON.parse(detail) ?? {}) as { action?: unknown };
  return typeof action === "string" ? action : "";
}

/** The muted line below: evidence, reason, or which columns changed. '' where there is nothing to say. */
export function moreOf(entry: Entry): string {
  if (isErased(entry))
    return entry.orderedBy ? `emptied by order of entry ${entry.orderedBy}` : "emptied by order";
  if (entry.kind === "mail.held") {
    const held = heldDetail(entry.detail);
    return held ? `seen: ${heldWords(held).why}; to: ${towards(held)}` : "";
  }
  if (entry.kind === "mail.outcome") return doneWords({ held: entry, outcome: entry }).reason;
  return factsOf(entry.detail)
    .map(({ name, value }) => `${name} ${value}`)
    .join(", ");
}

/** Detail as pairs of words, whatever the kind; numbers, lists and names out of our own tables, never patient text. */
export function factsOf(detail: string): { name: string; value: string }[] {
  if (detail === "") return [];
  const parsed: unknown = JSON.parse(detail);
  if (typeof parsed !== "object" || parsed === null) return [];
  return (
    Object.entries(parsed)
      // An adapter's version and the hash of a row are no facts for a reader; an adapter's name is one.
      .filter(
        ([name, value]) =>
          name !== "v" &&
          !(name === "adapter" && typeof value === "number") &&
          name !== "row" &&
          name !== "root",
      )
      .map(([name, value]) =>
        name === "item"
          ? {
              name: "number",
              value: String(value).startsWith("k1:") ? itemEnding(String(value)) : String(value),
            }
          : name === "late"
            ? { name: "late:", value: "made under an earlier pairing of this browser" }
            : name === "changed"
              ? { name: "changed:", value: changedWords(value) }
              : { name: spaced(name), value: said(value) },
      )
      .filter(({ value }) => value !== "")
  );
}

/** "role from staff to manager": old and new value of what somebody was. */
function changedWords(value: unknown): string {
  const changes = z.array(statedChange).safeParse(value).data ?? [];
  return changes
    .map(({ column, from, to }) => `${spaced(column)} from ${from || "nobody"} to ${to || "nobody"}`)
    .join(", ");
}

const spaced = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll("-", " ");

function said(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(said).filter(Boolean).join(", ");
  if (typeof value === "object") {
    return Object.entries(value)
      .map(([name, one]) => `${spaced(name)} ${said(one)}`)
      .join(", ");
  }
  return typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
}
