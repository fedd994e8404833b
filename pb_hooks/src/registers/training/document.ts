import { rowsOf } from "../../base/database.ts";
import { refuse } from "../../base/refusal.ts";
import { currentNotice } from "../../clinic/notice.ts";
import type { Actor } from "../../ledger/chain/register-hook.ts";
import { enteredCompletion } from "./completions.ts";
import { todayIn } from "./days.ts";
import { courseAt, newestNumber, versionOf } from "./found.ts";
import { counts } from "./rows.ts";

/** What somebody says of a version of a document that is on their screen. */
export interface ReadDocument {
  readonly user: string;
  readonly course: string;
  readonly number: number;
  readonly says: "read" | "declined";
  /** What the paired browser is called in which it was read; '' in the dashboard. */
  readonly browser: string;
}

/** How it stands there where somebody was shown a document and did not tick. */
const declined = "Shown on the screen that day. They prefer not to tick.";

/**
 * Keeps that somebody read the newest version of a document, or was shown it and does not tick.
 *
 * @throws {BadRequestError} Where it is none, is another version, or stands under that name already.
 */
export function readDocument(tx: pb.App, { says, ...read }: ReadDocument, actor: Actor) {
  const { user, course, number } = read;
  const kind = courseAt(tx, course).getString("kind");
  // That the notice was read is an event of its own, which starts what it tells of.
  if (kind === "" || (kind === "notice" && says === "read"))
    refuse("data.course", "no-policy", "This is no document to acknowledge.");
  const newest = kind === "notice" ? (currentNotice(tx)?.getInt("number") ?? 0) : newestNumber(tx, course);
  if (number > newest || (kind === "policy" && !versionOf(tx, course, number)))
    refuse("data.number", "unknown", "There is no such version.");
  if (number !== newest) refuse("data.number", "older", "There is a newer version: read that one.");
  requireNewVersion(tx, user, course, number);
  const values = { ...read, completedOn: todayIn(tx) };
  return says === "read"
    ? enteredCompletion(tx, actor, "acknowledge", { ...values, evidence: "acknowledged" })
    : enteredCompletion(tx, actor, "decline", { ...values, evidence: "given-on", reason: declined });
}

/** @throws {BadRequestError} Where it stands under that name already. */
export function requireNewVersion(tx: pb.App, user: string, course: string, number: number): void {
  const select = `SELECT c.id AS id FROM completions c WHERE c.user = {:user} AND c.course = {:course}
    AND c.number = {:number} AND ${counts} LIMIT 1`;
  if (rowsOf(tx, ["id"], select, { user, course, number }).length > 0)
    refuse("data.number", "known", "This version stands under that name already.");
}
