import { nextAfter, whyNotTick } from "#domain/registers/audits/audit";
import { isBad, answersOf as lineAnswers, type TemplateKey } from "#domain/registers/audits/templates";
import { requireCleanData } from "../../acts/clean.ts";
import type { ActsOf } from "../../acts/doing.ts";
import { rowAt, saveRow } from "../../acts/row.ts";
import { now, nowMs } from "../../base/clock.ts";
import { rowsOf } from "../../base/database.ts";
import { refuse } from "../../base/refusal.ts";
import { stored } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { saveFor } from "../../ledger/chain/register-hook.ts";
import { actionActs } from "../actions/acts.ts";
import { requireAhead } from "./acts.ts";

/** A round: each tick is dated here and nowhere else; what is bad makes a finding at once; closing says what is missing. */
export const roundActs: ActsOf<"audit_lines.tick" | "audit_rounds.close"> = {
  "audit_lines.tick": ({ tx, actor, id, version, data }) => {
    const line = rowAt(tx, "audit_lines", id, version);
    const round = openAt(tx, line.getString("round"));
    const template = templateOf(tx, round);
    const about = line.getString("about");
    const refusal = whyNotTick(actor.id, { about });
    if (refusal) throw new ForbiddenError(refusal);
    requireCleanData("audit_lines.tick", data);
    const { answer, note, finding } = data;
    if (answer !== "" && !lineAnswers(template, about !== "").some(({ key }) => key === answer))
      refuse("data.answer", "invalid_value", "Choose one of the answers offered.");
    const bad = isBad(template, about !== "", answer);
    if (bad && note === "") refuse("data.note", "missing", "Say what is not in order.");
    const wasBad = isBad(template, about !== "", line.getString("answer"));
    if (bad && !finding && !wasBad) refuse("data.finding", "missing", "Say who puts it right, and by when.");
    if (!bad && finding)
      refuse("data.finding", "not-asked", "A finding is made only where something is not in order.");
    if (finding)
      actionActs["actions.add"]({
        ...{ tx, actor, id: "", version: 0 },
        data: { register: "audit_rounds", subject: round.id, text: note, ...finding },
      });
    line.set("answer", answer);
    line.set("note", note);
    line.set("lookedBy", answer === "" ? "" : actor.id);
    line.set("lookedAt", answer === "" ? "" : stored(now()));
    return saveRow(tx, line, "tick", actor);
  },

  "audit_rounds.close": ({ tx, actor, id, version, data }) => {
    const round = rowAt(tx, "audit_rounds", id, version);
    if (round.getString("state") !== "open")
      throw new ForbiddenError("This round is closed: it stays as it is.");
    const audit = tx.findRecordById("audits", round.getString("audit"));
    const every = audit.getInt("every");
    if ((data.nextOn !== undefined) !== every > 0)
      refuse("data.nextOn", "not-asked", "The next day is asked of what is done again, and of nothing else.");
    if (data.nextOn !== undefined) requireAhead(tx, data.nextOn);
    const today = clinicTime(tx).date(nowMs());
    const { found, missed } = stateOf(tx, id, templateOf(tx, round));
    round.set("state", "closed");
    round.set("closedOn", today);
    round.set("closedBy", actor.id);
    round.set("found", found);
    round.set("missed", missed);
    round.set("conclusion", data.conclusion);
    round.set("evidence", data.evidence);
    const answer = saveRow(tx, round, "close", actor);
    audit.set("nextOn", data.nextOn ?? nextAfter(today, every));
    audit.set("version", audit.getInt("version") + 1);
    saveFor(tx, audit, { user: actor.id });
    return answer;
  },
};

function openAt(tx: pb.App, id: string): pb.Record {
  const round = tx.findRecordById("audit_rounds", id);
  if (round.getString("state") !== "open")
    throw new ForbiddenError("This round is closed: it stays as it is.");
  return round;
}

const templateOf = (tx: pb.App, round: pb.Record): TemplateKey =>
  tx.findRecordById("audits", round.getString("audit")).getString("template") as TemplateKey;

/** Lines with a finding, and lines that nobody looked at. */
function stateOf(tx: pb.App, round: string, template: TemplateKey): { found: number; missed: number } {
  const select = "SELECT about, answer FROM audit_lines WHERE round = {:round}";
  const lines = rowsOf(tx, ["about", "answer"], select, { round });
  return {
    found: lines.filter(([about, answer]) => isBad(template, about !== "", String(answer))).length,
    missed: lines.filter(([, answer]) => answer === "").length,
  };
}
