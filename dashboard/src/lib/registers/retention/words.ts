import { holdCauses } from "#domain/registers/holds/hold";
import { rowClasses } from "#domain/registers/retention/due";
import { isHeld, stateWords } from "#domain/registers/retention/state";
import { recordName } from "#lib/format/record.ts";
import { counted } from "#lib/format/sentence.ts";
import type { RetentionAnswer, RetentionFilters, RetentionRow, RetentionShow } from "./api.ts";

export const showWords: Readonly<Record<RetentionShow, string>> = {
  due: "due now",
  coming: "to come",
  held: "held",
  kept: "kept longer",
  waits: "wait for a rule",
  done: "destroyed",
  all: "all",
};

export const classWords = (rowClass: string): string =>
  (rowClasses as Readonly<Record<string, string>>)[rowClass] ?? rowClass;
export const recordWords = ({ system, recordRef }: Pick<RetentionRow, "system" | "recordRef">): string =>
  recordName(system, recordRef);

/** Whole months between two first days. */
const monthsBetween = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
  Number(to.slice(5, 7)) -
  Number(from.slice(5, 7));

/** How late a record is, in months; 0 in its own month. */
export const lateBy = (
  row: Pick<RetentionRow, "state" | "starts" | "holds" | "incident" | "requested">,
  today: string,
) =>
  row.state === "done" || row.starts === "" || isHeld(row)
    ? 0
    : Math.max(0, monthsBetween(row.starts, today));

/** How a record stands, in words, and as which mark. */
export function standingOf(
  row: RetentionRow,
  today: string,
): { readonly words: string; readonly mark: "red" | "amber" | "grey" | "green" } {
  if (row.state === "done")
    return row.again
      ? { words: "destroyed, and listed again", mark: "red" }
      : { words: "destroyed", mark: "green" };
  if (row.incident > 0) return { words: `held: INC-${row.incident}`, mark: "grey" };
  if (row.holdCause !== "") {
    const more = row.holds > 1 ? ` and ${row.holds - 1} more` : "";
    return { words: `held: ${holdCauses[row.holdCause]}${more}`, mark: "grey" };
  }
  if (row.requested) return { words: "held: an open request", mark: "grey" };
  if (row.starts === "") return { words: "waits for a rule", mark: "grey" };
  const late = lateBy(row, today);
  if (late > 1 && row.state === "waiting") return { words: `${counted(late, "month")} late`, mark: "red" };
  if (row.starts > today) return { words: row.state === "kept" ? "kept longer" : "to come", mark: "grey" };
  return { words: stateWords[row.state === "kept" ? "waiting" : row.state], mark: "amber" };
}

/** One sentence: how the records stand. */
export function retentionSays({ due, late, held: kept, waits, all }: RetentionAnswer["counts"]): string {
  if (all === 0) return "No list of the clinical system was brought in yet.";
  const dues = `${counted(due, "record is", "records are")} due`;
  const lates = late === 0 ? "" : `; ${late} late by more than a month`;
  const holds = kept === 0 ? "" : ` ${kept} ${kept === 1 ? "is" : "are"} held, and not due meanwhile.`;
  const waiting =
    waits === 0 ? "" : ` ${waits} ${waits === 1 ? "waits" : "wait"} for a line of the rules to be checked.`;
  return `${due === 0 ? "Nothing is due" : dues}${lates}.${holds}${waiting}`;
}

/** The address of the list. */
export function retentionQuery({ show, class: of, month }: RetentionFilters, after = "", open = ""): string {
  const query = new URLSearchParams();
  if (show !== "due") query.set("show", show);
  if (of) query.set("class", of);
  if (month) query.set("month", month);
  if (after) query.set("after", after);
  if (open) query.set("open", open);
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}
