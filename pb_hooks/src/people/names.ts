import { objectsOf, rowsOf } from "../base/database.ts";
import { once } from "../base/once.ts";

/** Says a person's name by id; of nobody, no name. */
export type NamesOf = (ids: readonly string[]) => string[];

export function namesIn(app: pb.App): NamesOf {
  const rows = objectsOf<{ id: string; name: string }>(app, ["id", "name"], "SELECT id, name FROM users");
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (ids) => ids.map((id) => names.get(id) ?? "").filter((name) => name !== "");
}

/** A person's name by id; '' where there is none. */
export function nameOf(app: pb.App, id: string): string {
  return once(`name ${id}`, () => {
    const select = "SELECT name FROM users WHERE id = {:id}";
    return String(rowsOf(app, ["name"], select, { id })[0]?.[0] ?? "");
  });
}
