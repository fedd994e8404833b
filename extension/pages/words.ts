import type { RecordingOffReason } from "#domain/clinic/policy-answer";
import { outcomes } from "#domain/ledger/mail-lists";
import { policy, retentionDays } from "#domain/policy";
import { isolate } from "../look/isolate.ts";
import type { Trouble } from "../outbox/trouble.ts";
import type { PairedStatus } from "../policy/status.ts";
import type { LastEvent } from "../records/last-events.ts";

/** Words of popup, pairing page and options, as mock/extension NOTES gives them. */

export type ShapeName = "fine" | "held" | "waiting" | "bad" | "off";

const language = "en-GB";
const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const dayName = new Intl.DateTimeFormat(language, { weekday: "long" });
const date = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric" });
const plural = new Intl.PluralRules(language);

const asDate = (at: number | string): Date => new Date(at);

/** 10:42 */
export const timeOf = (at: number | string): string => clock.format(asDate(at));

/** 22 November 2026, 10:03 */
export const dateAndTime = (at: number | string): string => `${date.format(asDate(at))}, ${timeOf(at)}`;

/** 10:42 today, `Saturday 17:52` this week, `14 November 2026, 17:52` before that. */
export function recently(at: number | string, now: number): string {
  const days = Math.round(
    (new Date(now).setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / 86_400_000,
  );
  if (days <= 0) return timeOf(at);
  return days < 7 ? `${dayName.format(asDate(at))} ${timeOf(at)}` : dateAndTime(at);
}

/** "1 event", "12 events". */
export const counted = (n: number, one: string, several = `${one}s`): string =>
  `${n.toLocaleString(language)} ${plural.select(n) === "one" ? one : several}`;

export const notRecorded: Record<RecordingOffReason, string> = {
  "no-assessment":
    "Documents are checked. Openings are not recorded yet: the clinic has not finished its assessment.",
  "notice-not-shown":
    "Documents are checked. Openings are not recorded yet: you have not been shown the notice.",
  "own-device": "Own device: documents are checked, nothing is recorded.",
};

export const troubles: Record<Trouble["kind"], string> = {
  full: "There is no room on this computer for more events. What was kept before is safe. Free some space, or let the server be reached.",
  thinned:
    "The server has not had a backup for so long that this computer has no room to keep what it has sent. Tell the clinic.",
  "other-clinic":
    "This browser held events of another clinic, which this one must not get. They are deleted.",
  damaged: "The store of events on this computer was damaged and has been made anew. Tell the clinic.",
  blocked:
    "This browser does not let Chaperone keep events. Restart the browser; if that does not help, tell the clinic.",
};

const lostWithGap = "lost; the gap shows in the log";
/** What became of the events that a trouble counts. */
export const goneWords: Record<Trouble["kind"], string> = {
  full: lostWithGap,
  damaged: lostWithGap,
  blocked: lostWithGap,
  thinned: "no longer kept here",
  "other-clinic": "lost",
};

const taken: Record<string, string> = {
  letter: "Letter",
  "treatment-note": "Treatment note",
  archive: "Archive",
  list: "List",
  "mail-link": "Text for an e-mail",
};

/** Buttons of the clinical system that send by e-mail. */
const pressed: Record<string, string> = {
  "mail-approved": "E-mail button pressed",
  "mail-unapproved": "E-mail button pressed, not approved",
};

const outcomeWords: Record<(typeof outcomes)[number], string> = {
  removed: "you removed it",
  "sent-anyway": "sent anyway",
  "not-a-patient-document": "not a patient document",
  disputed: "kept out; the clinic is told",
  "attached-unread": "attached unread",
  "attached-inside": "attached, inside the clinic",
  undecided: "not decided in time",
  closed: "the page closed",
  "through-system": "sent another way",
  passed: "nothing was seen",
  "attached-warned": "attached after a warning",
  "taken-out": "you took out what names the patient",
  logged: "let through by the clinic’s rule",
  "by-exception": "sent under an exception",
};

/** One line of *My last events*. */
export function lastEventText({ kind, ending, what }: LastEvent): string {
  // A word joiner keeps the number's end with its dots.
  const record = ending ? `record …\u2060${ending}` : "a record";
  const thing = taken[what ?? ""] ?? "File";
  switch (kind) {
    case "record.view":
      return `${record[0]?.toUpperCase()}${record.slice(1)} opened`;
    case "record.search":
      return "Records searched";
    case "record.print":
      return `Print window opened, ${record}`;
    case "record.export":
      if (pressed[what ?? ""])
        return ending ? `${pressed[what ?? ""]}, ${record}` : (pressed[what ?? ""] ?? "");
      return ending ? `${thing} exported, ${record}` : `${thing} exported`;
    case "record.download":
      return ending ? `${thing} downloaded, ${record}` : `${thing} downloaded`;
    case "record.copy":
      return `Text copied, ${record}`;
    case "mail.held":
      return "Letter held";
    case "mail.outcome":
      return `Letter held; ${outcomes.some((one) => one === what) ? outcomeWords[what as (typeof outcomes)[number]] : "ended"}`;
    default:
      return "Notice read";
  }
}

/** "How long" of *What is recorded*: from the policy's own numbers, equal ones together. */
export function howLong(): string {
  const months = (family: string): number => Math.round(((retentionDays[family]?.amount ?? 0) * 12) / 365);
  const [views, mail, browser] = [months("record"), months("mail"), months("browser")];
  if (views === mail && mail === browser) return `Openings, mail and health of the browser ${views} months.`;
  return views === mail
    ? `Openings and mail ${views} months, health of the browser ${browser} months.`
    : `Openings ${views} months, mail ${mail} months, health of the browser ${browser} months.`;
}

export const marksText = `each forgotten after ${policy.documentRemembered.amount} days; by its name alone a file is known again for ${policy.documentMarkLives.amount} minutes. A mark can tell that a file is the same; it can’t show the file.`;

/** The state of this browser in the footer, the worst first. */
export function footState({ trouble, chainBroken, page, silentSince, waiting, recording }: PairedStatus): {
  shape: ShapeName;
  text: string;
} {
  if (chainBroken) return { shape: "bad", text: "The log does not match" };
  if (trouble) return { shape: "bad", text: "Events could not be kept" };
  if (page?.state === "blind" || page?.state === "not-reloaded")
    return { shape: "held", text: "Blind on this page" };
  if (silentSince !== null) {
    const waits = waiting > 0 ? `, ${waiting.toLocaleString(language)} waiting` : "";
    return { shape: "waiting", text: `Offline${waits}` };
  }
  if (!recording.on) return { shape: "fine", text: "Working, openings not recorded" };
  return { shape: "fine", text: "Working" };
}

/** The person or desk that a browser is paired as. */
export function pairedAs({ policy: { browser } }: Pick<PairedStatus, "policy">): string {
  return browser.holder === "desk"
    ? `Shared desk ${isolate(browser.name)}`
    : (browser.user?.name ?? browser.name);
}

export const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : address);
