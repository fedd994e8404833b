import type { RecordClass } from "../../law/retention-lines.ts";

/** What is read of a list, each in a column of its own; `ref` alone always has one. */
export const listColumns = {
  ref: "Reference of the record",
  lastSeen: "Last attendance",
  lastEntry: "Last entry in the record",
  born: "Birth date",
  died: "Day of death",
  about: "Class",
} as const;
export type ListColumn = keyof typeof listColumns;

/** Place of each column, from 0; -1 where the list has none. */
export type ColumnPlaces = Readonly<Record<ListColumn, number>>;

const names: Readonly<Record<ListColumn, RegExp>> = {
  ref: /^(?:patient[ _-]?)?(?:id|ref|reference|number|no)$|^(?:record|patient)(?:[ _-]?(?:id|ref|reference|number|no))?$/i,
  lastSeen:
    /last[ _-]?(?:seen|attend|visit|appoint|contact|consult|treat)|(?:attend|visit|appointment)[ _-]?(?:date)?$|discharge/i,
  lastEntry: /last[ _-]?(?:entry|note|update|edit|modified)|updated/i,
  born: /birth|born|\bd\.?o\.?b\b/i,
  died: /death|died|deceased/i,
  about: /class|type|category|service|special/i,
};

/** Which column is which, by its heading; each heading counts once. */
export function placesIn(head: readonly string[]): ColumnPlaces {
  const taken = new Set<number>();
  const place = (column: ListColumn): number => {
    const at = head.findIndex((name, i) => !taken.has(i) && names[column].test(name.trim()));
    if (at >= 0) taken.add(at);
    return at;
  };
  // The narrower words first: "last entry" before "last", a birth date before a date.
  const born = place("born");
  const died = place("died");
  const lastEntry = place("lastEntry");
  const lastSeen = place("lastSeen");
  return { ref: place("ref"), lastSeen, lastEntry, born, died, about: place("about") };
}

const words: readonly (readonly [RegExp, RecordClass | "adult"])[] = [
  [/^(?:|general|standard|child|children|minor|other)$/, "general"],
  [/^(?:adult|grown[ -]?up)$/, "adult"],
  [/mental|psych|counsel/, "mental"],
  [/matern|obstet|natal|midwif/, "maternity"],
  [/^gp\b|general practice|primary care/, "gp"],
  [/dent|orthodont/, "dental"],
  [/transplant/, "transplant"],
  [/trial|research/, "trial"],
  [/oncolog|cancer/, "oncology"],
  [/long[ -]?term|chronic/, "longterm"],
  [/sexual|contracep|gum/, "sexual"],
  [/implant|device/, "implant"],
  [/photo|image/, "photographs"],
];

/** The class that a word of the list means; undefined of a word that is none of ours. `adult` is a general record. */
export function classOf(written: string): RecordClass | "adult" | undefined {
  const word = written.trim().toLowerCase();
  return words.find(([form]) => form.test(word))?.[1];
}
