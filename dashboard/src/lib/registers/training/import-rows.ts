import type { DateForm } from "#domain/registers/imports/import";
import type { Table } from "#lib/imports/csv.ts";
import { dayAs } from "#lib/imports/days.ts";
import { byEmail, byName, type Candidate } from "#lib/imports/match.ts";

/** Places of the columns; -1 for one that the file has not. */
export type Columns = {
  readonly email: number;
  readonly name: number;
  readonly course: number;
  readonly day: number;
};

const guesses: Readonly<Record<keyof Columns, RegExp>> = {
  email: /e-?mail|address|login|user ?name/i,
  name: /^(?:full |staff |learner |employee |person.?s? )?name$|learner|employee|staff member|person/i,
  course: /course|training|module|title|topic/i,
  day: /complet|date|passed|finished/i,
};

/** What the first line says; a column is taken once. */
export function guessed(head: readonly string[]): Columns {
  const taken = new Set<number>();
  const find = (key: keyof Columns): number => {
    const at = head.findIndex((name, i) => !taken.has(i) && guesses[key].test(name));
    if (at >= 0) taken.add(at);
    return at;
  };
  const [email, name, course, day] = [find("email"), find("name"), find("course"), find("day")];
  return { email, name, course, day };
}

/** What somebody chose for what can't be told from the file: an id, "out" to leave its rows out, '' not yet. */
export type Chosen = Readonly<Record<string, string>>;
export const leaveOutRows = "out";

export type Asked = { readonly key: string; readonly says: string; readonly rows: number };
export type Prepared = {
  /** Cells as they are sent, each with the line that it came from. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly faults: readonly { readonly line: number; readonly says: string }[];
  /** People and courses that somebody has to choose. */
  readonly people: readonly Asked[];
  readonly courses: readonly Asked[];
  readonly leftOut: number;
};

type Known = { readonly people: readonly Candidate[]; readonly courses: readonly Candidate[] };

/** A key of what is asked once, however often it stands in the file. */
export const keyOf = (kind: "person" | "course", text: string): string =>
  `${kind} ${text.trim().toLowerCase()}`;

/** Rows as they would be sent. A person is told by an address; a name alone is asked, whoever else has it. */
export function prepared(
  table: Table,
  columns: Columns,
  form: DateForm,
  known: Known,
  chosen: Chosen,
): Prepared {
  const rows: { line: number; cells: string[] }[] = [];
  const faults: { line: number; says: string }[] = [];
  const asked = { person: new Map<string, Asked>(), course: new Map<string, Asked>() };
  let leftOut = 0;
  const ask = (kind: "person" | "course", says: string): string => {
    const key = keyOf(kind, says);
    asked[kind].set(key, { key, says, rows: (asked[kind].get(key)?.rows ?? 0) + 1 });
    return chosen[key] ?? "";
  };
  for (const { line, cells } of table.rows) {
    const cell = (at: number): string => (at < 0 ? "" : (cells[at] ?? "").trim());
    const [email, name, title, written] = [
      cell(columns.email),
      cell(columns.name),
      cell(columns.course),
      cell(columns.day),
    ];
    // With the address too: two of one name are two questions.
    const says = [name, email].filter((part) => part !== "").join(", ");
    const user = byEmail(known.people, email)?.id ?? (says === "" ? "" : ask("person", says));
    const course = byName(known.courses, title)?.id ?? (title === "" ? "" : ask("course", title));
    const day = dayAs(written, form);
    if (user === leaveOutRows || course === leaveOutRows) leftOut += 1;
    else if (says === "") faults.push({ line, says: "There is no person." });
    else if (title === "") faults.push({ line, says: "There is no course." });
    else if (day === "")
      faults.push({
        line,
        says: written === "" ? "There is no day." : `“${written}” is no day as the file writes its days.`,
      });
    else if (user !== "" && course !== "")
      rows.push({ line, cells: [user, course, day, title.slice(0, 120)] });
  }
  return { rows, faults, people: [...asked.person.values()], courses: [...asked.course.values()], leftOut };
}
