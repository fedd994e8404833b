import type { Action } from "#domain/acts";
import { policy } from "#domain/policy";
import { rowsOf } from "../../base/database.ts";
import { instantAt } from "../../story/happening.ts";
import type { Staging } from "../../story/staging.ts";
import { drawDue } from "./draw.ts";

/** Planned when the clinic was set up. Days count back from today; a negative day is still to come. */
const programme = [
  { template: "joiners-leavers", every: 1, next: 34, done: 34, again: -4 },
  { template: "clinical-users", subject: "Cliniko", every: 3, next: 5, done: 5 },
  { template: "shredding", every: 6, next: 48, done: 48, again: -132 },
  { template: "paper-storage", every: 6, next: 14 },
  { template: "backups", every: 3, next: -18 },
  { template: "browsers", every: 1, next: -1 },
  { template: "mail-programs", every: 6, next: -10 },
] as const;

/** One round in order, one being done with two findings, one late; and a sample each week, of which most was looked at. */
export function planAudits(stage: Staging): void {
  const { calendar, ids } = stage;
  const day = (daysAgo: number) => instantAt(calendar.at(daysAgo, 12)).slice(0, 10);
  for (const [i, one] of programme.entries()) {
    let id = "";
    stage.plan(calendar.at(calendar.began, 17, i * 2), () => {
      id = stage.act("priya", "audits.plan", {
        template: one.template,
        subject: "subject" in one ? one.subject : "",
        every: one.every,
        owner: ids.person(i % 2 === 0 ? "priya" : "ingrid"),
        nextOn: day(one.next),
      }).id;
    });
    if (!("done" in one)) continue;
    stage.plan(calendar.at(one.done, 11, i * 2), () => {
      stage.act("ingrid", "audits.begin", {}, { collection: "audits", id });
      const [round] =
        rowsOf(stage.tx, ["id"], "SELECT id FROM audit_rounds WHERE audit = {:id}", { id })[0] ?? [];
      if ("again" in one) walkThrough(stage, String(round), day(one.again));
      else lookAtUsers(stage, String(round), day(-7));
    });
  }
  planSamples(stage);
}

const linesOf = (stage: Staging, round: string) =>
  rowsOf(
    stage.tx,
    ["id", "about"],
    "SELECT id, about FROM audit_lines WHERE round = {:round} ORDER BY position",
    {
      round,
    },
  ).map(([id, about]) => ({ id: String(id), about: String(about) }));

function walkThrough(stage: Staging, round: string, nextOn: string): void {
  for (const { id } of linesOf(stage, round)) tick(stage, id, { answer: "ok", note: "" });
  const done = { conclusion: "All as it should be.", evidence: "Walked through with the list.", nextOn };
  stage.act("ingrid", "audit_rounds.close", done, { collection: "audit_rounds", id: round });
}

/** Cliniko's users, half done: one has no second factor, and Ingrid's own line waits for somebody else. */
function lookAtUsers(stage: Staging, round: string, due: string): void {
  const { ids } = stage;
  const own = ids.person("ingrid");
  const off = ids.person("sam");
  for (const { id, about } of linesOf(stage, round).filter(({ about }) => about !== "" && about !== own)) {
    if (about === off) {
      const finding = { owner: off, due };
      tick(stage, id, { answer: "factor-off", note: "No second factor in Cliniko.", finding });
    } else tick(stage, id, { answer: "factor-on", note: "" });
  }
}

const tick = (stage: Staging, id: string, data: object) =>
  stage.act("ingrid", "audit_lines.tick" satisfies Action, data, { collection: "audit_lines", id });

/**
 * Drawn each Monday five minutes after midnight, and looked at by Priya and Ingrid the morning after; on a Monday that has
 * not come so far, as soon as there was one.
 */
function planSamples(stage: Staging): void {
  const { calendar, ids } = stage;
  for (let weeksAgo = 9; weeksAgo >= 0; weeksAgo -= 1) {
    const monday = calendar.at([weeksAgo, 1], 0);
    const drawn = Math.max(monday, Math.min(calendar.at([weeksAgo, 1], 0, 5), calendar.now - 180_000));
    stage.plan(drawn, () => drawDue(stage.tx));
    const judged = Math.max(drawn, Math.min(calendar.at([weeksAgo, 1], 9, 40), calendar.now - 90_000));
    stage.plan(judged, () => {
      const select = `SELECT i.id AS id, e."user" AS user FROM sample_items i JOIN events e ON e.seq = i.event
        WHERE i.sample = (SELECT id FROM samples ORDER BY weekOf DESC LIMIT 1)
          AND i.position < ${policy.sampleOfWeek.amount} ORDER BY i.position`;
      const items = rowsOf(stage.tx, ["id", "user"], select);
      const looked = weeksAgo === 0 ? items.slice(0, 8) : items;
      for (const [i, [id, user]] of looked.entries()) {
        const who = user === ids.person("priya") ? "ingrid" : "priya";
        const odd = weeksAgo === 0 && i === 3;
        const data = odd
          ? { result: "not-clear", note: "No appointment that day; asked on Monday." }
          : { result: "in-order", note: "" };
        stage.act(who, "sample_items.judge", data, { collection: "sample_items", id: String(id) });
      }
    });
  }
}
