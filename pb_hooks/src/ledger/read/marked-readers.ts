import { objectsOf } from "../../base/database.ts";
import type { NamedRow } from "./log-select.ts";
import { readerMark } from "./reading.ts";

/** The keyed mark of a reader in a detail, which is canonical JSON. */
const marked = /"by":"(k1:[0-9a-f]{64})"/;

/** Events that hold a mark of whoever read, with the name: only those who may see such an event come so far. */
export function withReaders(app: pb.App, rows: NamedRow[]): NamedRow[] {
  if (!rows.some(({ detail }) => marked.test(detail))) return rows;
  const people = objectsOf<{ id: string; name: string }>(app, ["id", "name"], "SELECT id, name FROM users");
  return rows.map((row) => {
    const mark = marked.exec(row.detail)?.[1];
    const reader = mark && people.find(({ id }) => readerMark(row.trace, id) === mark);
    return reader ? { ...row, user: reader.id, userName: reader.name } : row;
  });
}
