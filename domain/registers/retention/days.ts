import { isRealDay } from "../../base/civil-date.ts";
import type { DateForm } from "./rows.ts";

const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/;
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ,].*)?$/;

const civil = (year: string, month: string, day: string): string => {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isRealDay(text) ? text : "";
};

/** How a file's days read: how many one way alone, and how many could not be read the one way or the other. */
export interface DaysSeen {
  readonly twoWays: number;
  readonly notDayFirst: number;
  readonly notMonthFirst: number;
  /** The first that reads two ways, as it is written. */
  readonly example: string;
}

/** Looks at the days of a file as they come, each once. */
export class DaysRead {
  readonly #known = new Map<string, string>();
  readonly #looked = new Set<string>();
  #twoWays = 0;
  #notDayFirst = 0;
  #notMonthFirst = 0;
  #example = "";

  /** Takes note of a day, as it is written. */
  look(written: string): void {
    if (this.#looked.has(written)) return;
    this.#looked.add(written);
    const [, first = "", second = "", year = ""] = yearLast.exec(written.trim()) ?? [];
    if (year === "") return;
    const [day, month] = [civil(year, second, first), civil(year, first, second)];
    if (day === "" && month !== "") this.#notDayFirst += 1;
    else if (month === "" && day !== "") this.#notMonthFirst += 1;
    else if (day !== month) {
      this.#twoWays += 1;
      this.#example ||= written.trim();
    }
  }

  get seen(): DaysSeen {
    return {
      twoWays: this.#twoWays,
      notDayFirst: this.#notDayFirst,
      notMonthFirst: this.#notMonthFirst,
      example: this.#example,
    };
  }

  /** A civil date in this form; '' of nothing, undefined of what is no day. The same day is read once. */
  read(written: string, form: DateForm): string | undefined {
    const known = this.#known.get(written);
    if (known !== undefined) return known === "-" ? undefined : known;
    const text = written.trim();
    const day = text === "" ? "" : dayAs(text, form) || "-";
    this.#known.set(written, day);
    return day === "-" ? undefined : day;
  }
}

/** Which form a file's days have; `ask` where a person has to say it, `mixed` where no form reads all of them. */
export function formOf({ twoWays, notDayFirst, notMonthFirst }: DaysSeen): DateForm | "ask" | "mixed" {
  if (notDayFirst > 0 && notMonthFirst > 0) return "mixed";
  if (notMonthFirst > 0) return "day-first";
  if (notDayFirst > 0) return "month-first";
  return twoWays > 0 ? "ask" : "iso";
}

/** @returns '' for what is no day in this form. */
export function dayAs(text: string, form: DateForm): string {
  const [, y, m = "", d = ""] = yearFirst.exec(text) ?? [];
  if (y) return civil(y, m, d);
  const [, first = "", second = "", year] = yearLast.exec(text) ?? [];
  if (!year) return "";
  if (form === "iso") return civil(year, second, first);
  return form === "day-first" ? civil(year, second, first) : civil(year, first, second);
}
