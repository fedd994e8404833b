import type { TeamMessage } from "#domain/work/frame";
import type { Caller } from "../../base/caller.ts";
import { objectsOf, rowsOf } from "../../base/database.ts";
import { iso } from "../../base/time.ts";

/**
 * The newest message to the team and who has read it, as far as the rules of both collections show it to this person:
 * staff see their own reading alone, and whoever is here for one case no message.
 */
export function teamMessageFor(app: pb.App, person: Caller): TeamMessage | null {
  if (person.outside) return null;
  type Row = TeamMessage["message"];
  const newest = "SELECT id, review, text, at FROM learning_messages ORDER BY at DESC, id LIMIT 1";
  const [row] = objectsOf<Row>(app, ["id", "review", "text", "at"], newest);
  if (row === undefined) return null;
  const reads = rowsOf(
    app,
    ["user"],
    "SELECT user FROM message_reads WHERE message = {:message} AND ({:me} = '' OR user = {:me})",
    { message: row.id, me: person.role === "staff" ? person.id : "" },
  );
  return { message: { ...row, at: iso(row.at) }, readBy: reads.map(([user]) => String(user)) };
}
