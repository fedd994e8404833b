import { scheduleFor } from "#domain/law/retention-lines";
import type { ActsOf } from "../../acts/doing.ts";
import { now } from "../../base/clock.ts";
import { objectsOf, rowsOf } from "../../base/database.ts";
import { newId } from "../../base/new-id.ts";
import { refuse } from "../../base/refusal.ts";
import { newRecord } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { answersOf } from "../../clinic/four-answers.ts";
import { saveAct } from "../../ledger/chain/register-hook.ts";

/** A period that the lead confirmed for a line that is to be checked before use. */
export interface ConfirmedLine {
  readonly id: string;
  readonly line: string;
  readonly years: number;
  readonly source: string;
  readonly by: string;
  readonly at: string;
}

/** Those that count now, by line: the newest of each. */
export function confirmedLines(app: pb.App): ConfirmedLine[] {
  const select = `SELECT id, line, years, source, "by", replace(at, ' ', 'T') AS at FROM retention_lines l
     WHERE NOT EXISTS (SELECT 1 FROM retention_lines n WHERE n.after = l.id) ORDER BY line`;
  return objectsOf<ConfirmedLine>(app, ["id", "line", "years", "source", "by", "at"], select);
}

export const lineActs: ActsOf<"retention_lines.confirm"> = {
  "retention_lines.confirm": ({ tx, actor, data }) => {
    const answers = answersOf(tx);
    const line = answers && scheduleFor(answers).lines.find(({ id }) => id === data.line);
    if (line?.sure !== "check")
      refuse("data.line", "unknown", "This line of the rules is not to be checked here.");
    const standing =
      "SELECT id FROM retention_lines l WHERE line = {:line} AND NOT EXISTS (SELECT 1 FROM retention_lines n WHERE n.after = l.id)";
    const known = String(rowsOf(tx, ["id"], standing, { line: data.line })[0]?.[0] ?? "");
    if (known !== (data.after ?? "")) {
      refuse("data.after", "known", "Somebody has confirmed this line meanwhile: look at it again.");
    }
    const row = newRecord(tx, "retention_lines", {
      ...data,
      after: known,
      id: newId(),
      by: actor.id,
      at: stored(now()),
    });
    saveAct(tx, row, "confirm", { user: actor.id });
    return { id: row.id, version: 1 };
  },
};
