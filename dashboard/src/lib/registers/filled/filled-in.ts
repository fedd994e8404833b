/** A form’s fields as they were read. */
export type Filled = ReadonlyMap<string, string>;

/** The one key of these that is ticked; '' where none is, or several are. */
export function theTick(fields: Filled, group: string, words: Readonly<Record<string, string>>): string {
  const ticked = Object.keys(words).filter((key) => fields.get(`${group}-${key}`) === "yes");
  return ticked.length === 1 ? (ticked[0] ?? "") : "";
}

/** What was written on one line, as a field of ours takes it. */
export const lineIn = (fields: Filled, name: string): string =>
  (fields.get(name) ?? "")
    .normalize("NFC")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/g, " ")
    .trim();

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** A day as people here write it ("Monday 3 May 2027", "3.5.2027", "2027-05-03"), as a civil date; '' where it is none. */
export function dayIn(fields: Filled, name: string): string {
  const text = lineIn(fields, name);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const british =
    /^(?:[A-Za-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)?[\s./-]+(\d{1,2}|[A-Za-z]{3,9})[\s./-]+(\d{4})$/.exec(
      text,
    );
  const [year, month, day] = iso
    ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
    : [Number(british?.[3]), monthOf(british?.[2] ?? ""), Number(british?.[1])];
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  const isDay =
    date.getUTCFullYear() === year && date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
  return isDay ? date.toISOString().slice(0, 10) : "";
}

const monthOf = (text: string): number =>
  /^\d+$/.test(text) ? Number(text) : months.indexOf(text.slice(0, 3).toLowerCase()) + 1;
