import { financialYearName } from "#domain/law/financial-year";
import { deskParts } from "#domain/work/desk";
import type { DeskAnswer, DeskPart, DeskRow } from "#lib/api/desk.ts";
import { begins, counted, inWords } from "#lib/format/sentence.ts";
import { shortDay } from "#lib/format/time.ts";
import { clockTitle, incidentName } from "#lib/registers/incidents/words/incident-words.ts";

export const partWords: Readonly<Record<DeskPart, string>> = {
  clocks: "clocks",
  people: "people and accounts",
  actions: "actions",
  reviews: "weekly reviews",
  others: "other registers",
};

const parts = Object.keys(deskParts) as DeskPart[];

/** The part in an address; '' for none, or one that there is not. */
export const partOf = (text: string | null): DeskPart | "" => parts.find((part) => part === text) ?? "";

export function deskQuery(part: DeskPart | "", before = ""): string {
  const params = new URLSearchParams();
  if (part !== "") params.set("part", part);
  if (before !== "") params.set("before", before);
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}

/** How the desk stands, in one sentence. */
export function deskSentence({ counts, over }: Pick<DeskAnswer, "counts" | "over">): string {
  const all = parts.reduce((sum, part) => sum + counts[part], 0);
  if (all === 0) return "Nothing runs and nothing is owed.";
  const says = begins(all, "thing runs or is owed", "things run or are owed");
  return `${says}; ${over === 0 ? "none is over its end" : overWords(over)}.`;
}

/** How many ends have passed, as the desk and the first screen say it. */
export const overWords = (over: number): string =>
  over === 1 ? "one is over its end" : `${inWords(over)} are over their end`;

/** What the top bar calls a row: a case by its number, all else by what is to be done. */
export const barName = (row: DeskRow, now: number): string =>
  row.breach === "" ? titleOf(row, now) : incidentName(row.number);

/** What a row asks for. `now` in milliseconds since 1970. */
export function titleOf(row: DeskRow, now: number): string {
  switch (row.kind) {
    case "provisional":
    case "ico":
      return clockTitle({ clock: row.kind, unanswered: row.unanswered });
    case "care-asked":
    case "care":
    case "candour":
      return row.text;
    case "candour-year":
      return `Publish the report on the duty of candour of ${financialYearName(row.text)}`;
    case "asked":
      return "Reminder about its clock";
    case "mail":
      return row.due === "" ? "The mail of a reminder was given up" : "The mail of a reminder is tried again";
    case "recipient":
      return "Say who received it";
    case "people":
      return `Tell ${counted(row.left, "person", "people")}`;
    case "accounts":
      return `Finish ${counted(row.left, "account")} on the worklist`;
    case "action":
    case "other":
      return row.text;
    case "verify":
      return `Verify: ${row.text}`;
    case "grant":
      return "Access to the case ends";
    case "review":
      return "Hold and sign this week’s review";
    case "missed":
      return `Say why the week of ${shortDay(row.text, "UTC", now)} was not held`;
  }
}

/** Where a row leads. */
export const addressOf = ({ breach, page }: DeskRow): string =>
  page ?? (breach === "" ? "/review" : `/incidents/${breach}`);

/** Who holds a row, or why nobody is named. */
export function holderWords({ kind, holders }: DeskRow): string {
  if (kind === "verify") return "a manager who did not do it";
  return holders.length === 0 ? "nobody" : "";
}

const byDays: readonly DeskRow["kind"][] = ["action", "verify", "review", "missed", "other"];
/** The day up to which a row has time, as an instant within it; '' where its end is a moment of the day. */
export const lastDayOf = ({ kind, due }: DeskRow): string =>
  due !== "" && byDays.includes(kind) ? new Date(Date.parse(due) - 1).toISOString() : "";
