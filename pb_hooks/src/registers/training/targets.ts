import type { ShownTarget } from "#domain/registers/training/answer";
import { objectsOf } from "../../base/database.ts";

const columns = ["profile", "percent", "source", "needsOn", "evaluatedOn", "note"] as const;

/** The target as it was set last; null where nobody set one. */
export function targetNow(app: pb.App): ShownTarget | null {
  const select = `SELECT profile, percent, source, needsOn, evaluatedOn, note FROM training_targets
    ORDER BY "at" DESC, rowid DESC LIMIT 1`;
  return objectsOf<ShownTarget>(app, columns, select)[0] ?? null;
}
