import { livePerson } from "../../base/caller.ts";
import { recordOnce } from "../../ledger/read/reading.ts";
import { reads } from "./case-facts.ts";
import { recordCaseRead } from "./reads.ts";
import { isKeptFile } from "./versions/proof.ts";

/** `/api/files/COLLECTION/ROW/NAME?token=…`, as PocketBase's own route for files has it. */
const fileRoute = /^\/api\/files\/([^/]+)\/([^/]+)\/([^/]+)$/;
const withFiles: readonly string[] = ["breach_evidence", "breach_reports"];
const formFiles = "release_files";

/**
 * Asked by the process in front before it lets a file through: a hook at that route would hold an engine for as long as
 * somebody reads slowly. Whoever may not have the file is left to PocketBase to refuse.
 *
 * @param path - Of the file, decoded.
 * @param token - The file token that came with it.
 * @throws {ApiError} 409 where it is another one on the disk than was kept.
 */
export function recordFileRead(app: pb.App, path: string, token: string): void {
  const [, collection = "", id = "", file = ""] = fileRoute.exec(path) ?? [];
  const name = nameOf(app, collection);
  if (name === formFiles) recordFormRead(app, id, token);
  if (!withFiles.includes(name)) return;
  const reader = livePerson(app, bearerOf(app, token));
  const [row] = app.findRecordsByFilter(name, "id = {:id}", "", 1, 0, { id });
  if (!reader || !row) return;
  const breach = app.findRecordById("breaches", row.getString("breach"));
  if (!reads(app, reader, breach)) return;
  recordCaseRead(app, reader, "read-file", breach, row.id);
  if (!isKeptFile(app, row, file))
    throw new ApiError(
      409,
      "This file is not the one that was kept: it was changed behind the server. Tell the lead.",
    );
}

/** A signed form bears names: who takes it away is on the record, as of a file of a case. */
function recordFormRead(app: pb.App, id: string, token: string): void {
  const reader = livePerson(app, bearerOf(app, token));
  if (!reader || (reader.role !== "manager" && reader.role !== "dpo")) return;
  if (app.findRecordsByFilter(formFiles, "id = {:id}", "", 1, 0, { id }).length === 0) return;
  const event = { kind: `${formFiles}.act`, user: reader.id, detail: { v: 1, id, action: "read-file" } };
  recordOnce(app, [{ of: [reader.id, `${formFiles} read-file`, id], event }]);
}

function nameOf(app: pb.App, collection: string): string {
  try {
    return app.findCollectionByNameOrId(collection).name;
  } catch {
    return "";
  }
}

function bearerOf(app: pb.App, token: string): pb.Record | null {
  try {
    return app.findAuthRecordByToken(token, "file");
  } catch {
    return null;
  }
}
