import { daysAfter } from "#domain/law/working-days";
import { rowsOf } from "../../base/database.ts";
import { instantAt } from "../../story/happening.ts";
import type { Staging } from "../../story/staging.ts";

const system = "cliniko:harbour.uk2";

/** What follows of a no is done a day later by the lead, with a word, and verified by somebody else. */
function finish(stage: Staging, daysAgo: number): void {
  const open =
    "SELECT id FROM actions WHERE register = 'consents' AND doneAt = '' AND cancelledAt = '' ORDER BY id";
  stage.plan(stage.calendar.at(daysAgo, 11), () => {
    for (const [id] of rowsOf(stage.tx, ["id"], open)) {
      const on = { collection: "actions", id: String(id) };
      stage.act("priya", "actions.done", { note: "Done, and noted in the record." }, on);
      stage.act("ingrid", "actions.verify", {}, on);
    }
  });
}

/** A yes that stands, an objection, a consent given and withdrawn on one day, and a restriction past its day. */
export function planConsents(stage: Staging): void {
  const { calendar, ids } = stage;
  const day = (daysAgo: number) => instantAt(calendar.at(daysAgo, 12)).slice(0, 10);
  const said = (
    daysAgo: number,
    recordRef: string,
    purpose: string,
    decision: "yes" | "no",
    more: object = {},
  ) =>
    stage.act("ingrid", "consents.decide", {
      ...{ system, recordRef, purpose, decision, how: "person", takenBy: ids.person("ingrid") },
      ...{ from: day(daysAgo), wording: "2026-2", ...more },
    });
  stage.plan(calendar.at(28, 10), () => {
    said(28, "1805465202989210063", "research", "no");
    said(28, "1805465202989210063", "teaching", "no");
    said(28, "1805465202989210171", "photographs", "yes", { until: daysAfter(day(0), 300) });
  });
  stage.plan(calendar.at(14, 9), () => {
    const { id } = said(14, "1805465202989210063", "mailing", "yes");
    stage.act("ingrid", "consents.turn", { how: "phone" }, { collection: "consents", id });
  });
  for (const daysAgo of [27, 19, 13]) finish(stage, daysAgo);
  stage.plan(calendar.at(20, 15), () => {
    stage.act("priya", "consents.decide", {
      ...{ system, recordRef: "1805465202989210288", purpose: "restricted", decision: "yes", how: "letter" },
      ...{ takenBy: ids.person("priya"), from: day(20), until: day(2) },
    });
  });
}
