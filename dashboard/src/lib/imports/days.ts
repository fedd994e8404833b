import type { DateForm } from "#domain/registers/imports/import";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function civil(year: number, month: number, day: number): string {
  const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text ? text : "";
}

/** Without a time of day behind it. */
const dayPart = (text: string): string =>
  text.trim().replace(/[T ,]+\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?: ?[AaPp][Mm])?(?:Z|[+-]\d\d:?\d\d)?$/, "");

/** A day that reads one way alone: with the year before, or the month as a word. */
function plainDay(text: string): string {
  const [, y, m, d] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? [];
  if (y) return civil(Number(y), Number(m), Number(d));
  const [, day, word = "", year] = /^(\d{1,2})[ -]([A-Za-z]{3,9})[ -](\d{4})$/.exec(text) ?? [];
  const month = months.indexOf(word.slice(0, 3).toLowerCase()) + 1;
  return day && month > 0 ? civil(Number(year), month, Number(day)) : "";
}

const twoWays = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;

/** Whether it may be read with the day first, or with the month first. */
export const readsTwoWays = (text: string): boolean => twoWays.test(dayPart(text));

/** A civil date, read as the person said that the file writes it; '' for what is none. */
export function dayAs(text: string, form: DateForm): string {
  const part = dayPart(text);
  const [, first, second, year] = twoWays.exec(part) ?? [];
  if (!year) return plainDay(part);
  if (form === "iso") return "";
  const [day, month] = form === "day-first" ? [first, second] : [second, first];
  return civil(Number(year), Number(month), Number(day));
}

/** How the days of a file read one way: some examples, and lines on which there is no such day. */
export type Reading = {
  readonly form: DateForm;
  readonly examples: readonly { readonly written: string; readonly day: string }[];
  readonly wrong: readonly number[];
};

/** Examples that a question shows. */
const shown = 3;

/**
 * The readings between which somebody has to choose; empty where every day reads one way alone.
 *
 * @param days - As they are written, with their lines.
 */
export function readingsOf(days: readonly { readonly line: number; readonly written: string }[]): Reading[] {
  const open = days.filter(({ written }) => readsTwoWays(written));
  if (open.length === 0) return [];
  const different = [...new Map(open.map((one) => [one.written.trim(), one])).values()];
  return (["day-first", "month-first"] as const).map((form) => ({
    form,
    examples: different
      .slice(0, shown)
      .map(({ written }) => ({ written: written.trim(), day: dayAs(written, form) })),
    wrong: open.filter(({ written }) => dayAs(written, form) === "").map(({ line }) => line),
  }));
}
