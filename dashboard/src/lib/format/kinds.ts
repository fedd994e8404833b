import type { EventKind } from "#domain/ledger/event-kinds";
import { rowWords } from "#lib/register-words.ts";

/** What an event is called: short in a table, and as a sentence's beginning in a panel. */
export type KindWords = { readonly short: string; readonly long: string; readonly icon: KindIcon };

export type KindIcon =
  | "view"
  | "search"
  | "print"
  | "download"
  | "copy"
  | "held"
  | "mail"
  | "browser"
  | "person"
  | "notice"
  | "log"
  | "erased"
  | "change";

export const kindWords: Readonly<Record<EventKind, KindWords>> = {
  "record.view": { short: "View", long: "Record opened", icon: "view" },
  "record.search": { short: "Search", long: "Records searched", icon: "search" },
  "record.print": { short: "Print", long: "Print window opened", icon: "print" },
  "record.export": { short: "Export", long: "Record exported", icon: "download" },
  "record.download": { short: "Download", long: "Downloaded from the record", icon: "download" },
  "record.copy": { short: "Copy", long: "Text copied from the record", icon: "copy" },
  "mail.held": { short: "Held in mail", long: "Held when attached to a message", icon: "held" },
  "mail.outcome": { short: "Mail decided", long: "Mail decided", icon: "mail" },
  "browser.coverage": { short: "Browser’s day", long: "Browser reported for the day", icon: "browser" },
  "browser.gap": { short: "Browser’s gap", long: "Browser told of a gap", icon: "browser" },
  "browser.pair": { short: "Browser paired", long: "Browser paired", icon: "browser" },
  "browser.revoke": { short: "Browser revoked", long: "Browser revoked", icon: "browser" },
  "auth.sign-in": { short: "Sign-in", long: "Signed in to the dashboard", icon: "person" },
  "auth.fail": { short: "Sign-in refused", long: "Sign-in to the dashboard refused", icon: "person" },
  "auth.reset": { short: "Sign-in reset", long: "Sign-in reset", icon: "person" },
  "notice.shown": { short: "Notice shown", long: "Monitoring notice shown", icon: "notice" },
  "log.read": { short: "Log read", long: "Log read", icon: "log" },
  "log.export": { short: "Log exported", long: "Log exported", icon: "download" },
  "event.erase": { short: "Event erased", long: "Event erased", icon: "erased" },
  "row.seal": { short: "Rows sealed", long: "Hashes of the registers’ rows taken", icon: "log" },
  "event.expire": { short: "Events expired", long: "Events expired by rule", icon: "erased" },
};

interface RegisterWords {
  /** What a row is called. */
  readonly row: string;
  readonly done: Readonly<Record<string, string>>;
}
const registers: Readonly<Record<string, RegisterWords>> = Object.fromEntries(
  rowWords.map(({ collection, row, done }) => [collection, { row, done }]),
);

const facts: Readonly<Record<string, string>> = { create: "added", update: "changed", act: "acted on" };

/** What an act is called once it is done, of whichever register; one that nobody names is shown by its own name. */
const acts: Readonly<Record<string, string>> = { add: "added", change: "changed", withdraw: "withdrawn" };

/**
 * Words for a kind, those of registers too; an unknown kind is shown as it is.
 *
 * @param action - The act of a register's event, out of its detail.
 */
export function wordsOf(kind: string, action = ""): KindWords {
  if (Object.hasOwn(kindWords, kind)) return kindWords[kind as EventKind];
  const [family = "", fact = ""] = kind.split(".");
  const register = registers[family];
  const done =
    action === "" ? facts[fact] : (register?.done[action] ?? acts[action] ?? action.replaceAll("-", " "));
  const text = register && done ? `${register.row} ${done}` : kind;
  return { short: text, long: text, icon: "change" };
}
