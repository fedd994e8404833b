import { rowsOf } from "../../base/database.ts";
import type { Staging } from "../../story/staging.ts";

/** Somebody says that a view counted for them was not theirs, and the lead agrees: the entry stays, and this beside it. */
export function planObjections(stage: Staging): void {
  const { tx, calendar, ids } = stage;
  const tom = ids.person("tom");
  const last = `SELECT id FROM events WHERE user = {:tom} AND kind = 'record.view' AND orderedBy = 0 ORDER BY seq DESC LIMIT 1`;
  let id = "";
  stage.plan(calendar.at(5, 16), () => {
    const event = String(rowsOf(tx, ["id"], last, { tom })[0]?.[0] ?? "");
    if (event === "") return;
    const words = "I had left the desk unlocked; somebody else looked this up.";
    id = stage.act("tom", "objections.make", { what: "correct", event, words }).id;
  });
  stage.plan(calendar.at(4, 9), () => {
    if (id === "") return;
    const answer = "The rota shows it. Screens lock after two minutes from now on.";
    stage.act("priya", "objections.answer", { agrees: "yes", answer }, { collection: "objections", id });
  });
}
