import type { Link } from "./database.mjs";
import type { Older } from "./older-folder.ts";

/** What a restore did, for whoever ran it. */
export interface Told {
  readonly from: string;
  readonly data: string;
  readonly backup: Link;
  readonly older: Older | "unreadable" | "other" | undefined;
  /** A backup that was read back and goes further. */
  readonly newer: { readonly backup: string; readonly seq: number } | undefined;
  /** Where the folder in place went; '' where there was none. */
  readonly aside: string;
}

/** What was done, what comes back by itself, and what does not. */
export function told({ from, data, backup, older, newer, aside }: Told): string[] {
  return [
    `Restored ${from} into ${data}.`,
    backup.seq === 0
      ? "The backup holds no event yet."
      : `The backup goes up to event ${backup.seq}, of ${backup.receivedAt}.`,
    ...olderWords(older, backup),
    ...(aside ? [`What was there lies in ${aside}, whole; delete it when all is well.`] : []),
    ...(newer
      ? [
          `A newer backup lies there: ${newer.backup}, up to event ${newer.seq}. Browsers no longer hold what that one holds: restore it instead if you can.`,
        ]
      : []),
    `Browsers bring back what they sent after event ${backup.seq}, when they next reach the server: each keeps it until a backup that holds it was read back. The first screen may then say that a receipt does not agree: settle it under Browsers, with this restore as the reason.`,
    "They don't bring back what was done in the dashboard since: reports, decisions, reviews, people, settings, sign-ins. Do it anew.",
    "What was revoked or ended since counts again: browsers, people, sessions. Look at Browsers and People.",
    "A browser that was paired since must be paired again; it keeps what it holds for 30 days.",
    `Start the server: npm start -- --data ${data}`,
  ];
}

const counted = (events: number): string => (events === 1 ? "1 event" : `${events} events`);

function olderWords(older: Told["older"], backup: Link): string[] {
  if (older === undefined) return [];
  if (older === "unreadable") return ["What was newer in the folder that it replaces could not be read."];
  if (older === "other")
    return ["The folder that it replaces holds another log, not a later state of this one."];
  const { fromBrowsers, fromServer, revoked, last } = older;
  if (last.seq <= backup.seq) return ["The folder that it replaces held no event after that."];
  return [
    `The folder that it replaces held ${counted(fromBrowsers + fromServer)} after that, up to ${last.receivedAt}: ${fromBrowsers} from browsers, ${fromServer} made by the server (what people did there, and the days' coverage).`,
    ...(revoked > 0
      ? [
          `${revoked} browser${revoked === 1 ? " was" : "s were"} revoked among them: revoke ${revoked === 1 ? "it" : "them"} again.`,
        ]
      : []),
  ];
}
