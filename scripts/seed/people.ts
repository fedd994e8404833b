import { createHmac } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { signInText } from "#domain/base/keyed";

/** Somebody of the seeded clinic. */
export interface SeededPerson {
  readonly id: string;
  readonly role: string;
  /** Keyed sign-in that the clinical system shows; '' of who never works there. */
  readonly account: string;
}

/** A browser of the seeded clinic, and who sits before it. */
export interface SeededBrowser {
  readonly id: string;
  /** '' at a shared desk. */
  readonly owner: string;
  readonly people: readonly SeededPerson[];
}

export const cliniko = "cliniko:harbour.uk2";

const firstNames = [
  "Ada",
  "Bilal",
  "Carys",
  "Dara",
  "Elin",
  "Femi",
  "Gwen",
  "Hana",
  "Idris",
  "Jun",
  "Kofi",
  "Lena",
];
const lastNames = [
  "Ashdown",
  "Birch",
  "Cray",
  "Dunmore",
  "Eastry",
  "Fordwich",
  "Godmer",
  "Hythe",
  "Ickham",
  "Kemsing",
];
const desksFor = 8;

/**
 * Makes the example clinic as large as its year: more staff, each with a browser, and desks that they share. The rows are
 * copies of the example's own, and no event tells of them: how a clinic grew is not what is measured.
 *
 * @param staff - How many work there, those of the example among them.
 */
export function growClinic(database: DatabaseSync, staff: number, key: string): SeededBrowser[] {
  const account = (name: string) =>
    `k1:${createHmac("sha256", Buffer.from(key, "hex"))
      .update(`account\n${signInText(name)}`)
      .digest("hex")}`;
  const known = database
    .prepare("SELECT id, name, role FROM users WHERE role = 'staff' AND active = TRUE")
    .all();
  for (let i = known.length; i < staff; i += 1) {
    const name = `${firstNames[i % 12]} ${lastNames[Math.floor(i / 12) % 10]}${i < 120 ? "" : ` ${Math.floor(i / 120) + 1}`}`;
    const id = idOf("staff", i);
    copyRow(database, "users", "name = 'Joss Merriden'", {
      id,
      name,
      tokenKey: `seeded ${id} ${"k".repeat(30)}`,
    });
    const map = { id: idOf("account", i), user: id, account: account(name) };
    copyRow(database, "system_accounts", "TRUE LIMIT 1", map);
    copyRow(database, "notice_shown", "user <> '' LIMIT 1", { id: idOf("shown", i), user: id });
    known.push({ id, name, role: "staff" });
  }
  const people = known.map(({ id, name, role }) => ({
    id: String(id),
    role: String(role),
    account: account(String(name)),
  }));
  const browsers = people.map((person, i) => {
    const id = idOf("room", i);
    const row = { id, name: `Room ${i + 10}`, user: person.id, tokenKey: `seeded ${id} ${"k".repeat(30)}` };
    copyRow(database, "browsers", "name LIKE 'Room 1%'", row);
    return { id, owner: person.id, people: [person] };
  });
  for (let i = 0; i * desksFor < people.length; i += 1) {
    const id = idOf("desk", i);
    const row = { id, name: `Desk ${i + 10}`, tokenKey: `seeded ${id} ${"k".repeat(30)}` };
    copyRow(database, "browsers", "name LIKE 'Front desk 1%'", row);
    browsers.push({ id, owner: "", people: people.slice(i * desksFor, (i + 1) * desksFor) });
  }
  return browsers;
}

const idOf = (what: string, i: number): string =>
  `${what}${"0".repeat(15 - what.length - String(i).length)}${i}`;

/** Copies one row of a table, with other values in some of its columns. */
function copyRow(
  database: DatabaseSync,
  table: string,
  where: string,
  other: { readonly [column: string]: string },
): void {
  const row = { ...database.prepare(`SELECT * FROM ${table} WHERE ${where}`).get(), ...other };
  const columns = Object.keys(row);
  const names = columns.map((column) => `"${column}"`).join(", ");
  const marks = columns.map(() => "?").join(", ");
  database.prepare(`INSERT INTO ${table} (${names}) VALUES (${marks})`).run(...Object.values(row));
}
