import type { ExactAnswer, ExactList } from "#domain/clinic/exact-list";
import { milliseconds, policy } from "#domain/policy";

/**
 * The list itself is one file in the data folder, outside of PocketBase's: no backup takes it along, and an erased one comes
 * back with none. The clinic's row says what is known of it.
 */
const named = (sha256: string): string => `exact-${sha256.slice(0, 32)}.bin`;
const any = /^exact-[0-9a-f]{32}\.bin$/;
const folder = (app: pb.App): string => $filepath.join(app.dataDir(), "..");

export const exactFile = (app: pb.App, { sha256 }: Pick<ExactList, "sha256">): string =>
  $filepath.join(folder(app), named(sha256));

/** Erases every list but this one. */
export function eraseLists(app: pb.App, kept?: Pick<ExactList, "sha256">): void {
  for (const file of $os.readDir(folder(app))) {
    const name = file.name();
    if (any.test(name) && name !== (kept && named(kept.sha256)))
      $os.remove($filepath.join(folder(app), name));
  }
}

const inColumn = <T>(clinic: pb.Record, column: string): T | null =>
  JSON.parse(clinic.getString(column) || "null") as T | null;

export const decisionIn = (clinic: pb.Record): ExactAnswer["decision"] => inColumn(clinic, "exactDecision");
export const listIn = (clinic: pb.Record): ExactList | null => inColumn(clinic, "exactList");

/** Whether a list was made so long ago that it is given to nobody any more. */
export const isOver = ({ at }: ExactList, nowMs: number): boolean =>
  nowMs - Date.parse(at) >= milliseconds(policy.exactListKept);

/** The list that browsers are given now: the clinic decided on it, it is there, and not too old. */
export function listInForce(app: pb.App, clinic: pb.Record, nowMs: number): ExactList | null {
  const list = listIn(clinic);
  return list && decisionIn(clinic) && !isOver(list, nowMs) && isThere(app, list) ? list : null;
}

export function isThere(app: pb.App, list: ExactList): boolean {
  try {
    $os.stat(exactFile(app, list));
    return true;
  } catch {
    return false;
  }
}
