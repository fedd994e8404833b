import type { CsvValue } from "#domain/base/csv";
import { type FilesOf, fileWords, type KeptFileRow } from "#domain/registers/files/kept-file";
import { objectsOf } from "../../base/database.ts";
import { iso } from "../../base/time.ts";

/** Lines of the files that were brought to these rows, for a pack: by name and hash, the files themselves are not in it. */
export function fileLines(
  app: pb.App,
  of: FilesOf,
  subjects: ReadonlyMap<string, string>,
  nameOf: (id: string) => string,
): CsvValue[][] {
  const columns = ["subject", "what", "file", "sha256", "size", "by", "at"] as const;
  const select = `SELECT ${columns.map((one) => `"${one}"`).join(", ")} FROM ${of}
    WHERE subject IN (SELECT value FROM json_each({:subjects})) ORDER BY "at", id`;
  const rows = objectsOf<Omit<KeptFileRow, "id">>(app, columns, select, {
    subjects: JSON.stringify([...subjects.keys()]),
  });
  return rows.map(({ subject, what, file, sha256, size, by, at }) => [
    subjects.get(subject) ?? "",
    fileWords(of, what),
    file,
    sha256,
    size,
    nameOf(by),
    iso(at),
  ]);
}
