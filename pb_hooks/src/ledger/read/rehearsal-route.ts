import { type Recorded, rehearse, rehearsedDays } from "#domain/clinic/rehearsal";
import { ruleTable } from "#domain/clinic/rule-table";
import { strengths } from "#domain/detector/verdict";
import { recipientClasses } from "#domain/ledger/mail-lists";
import { decisions, ruledChannels } from "#domain/ledger/rule-lists";
import { caller } from "../../base/caller.ts";
import { nowMs } from "../../base/clock.ts";
import { rowsOf } from "../../base/database.ts";
import { hiddenFrom } from "../offers.ts";
import { recordReading } from "./reading.ts";

const day = 86_400_000;

/**
 * `POST /api/chaperone/rules-rehearsal`: what a table of rules would have done with the documents that were held in the last
 * ninety days. For the lead, who may change it.
 *
 * @throws {BadRequestError} If it is no table.
 */
export function rehearsal(e: pb.RequestEvent): void {
  const person = caller(e, ["dpo"]);
  const { rules } = e.requestInfo().body as { readonly rules?: unknown };
  const table = ruleTable.safeParse(rules);
  if (!table.success) throw new BadRequestError("This is no table of rules.");
  const from = new Date(nowMs() - rehearsedDays * day).toISOString();
  recordReading(e.app, person, "mail", { kind: "mail.held", from: from.slice(0, 10) });
  e.json(200, rehearse(table.data, recordedSince(e.app, from, hiddenFrom(e.app, person))));
}

const said = (path: string): string => `coalesce(detail->>'$.${path}', '')`;
/** By what documents are told apart, as SQLite finds it in a detail. */
const parts = [
  said("rule.channel"),
  said("rule.does"),
  said("strength"),
  `${said("unreadable")} <> ''`,
  `${said("another")} <> '' OR (${said("openly")} <> '' AND ${said("rule.channel")} = '')`,
  ...recipientClasses.map((group) => `coalesce(detail->>'$.recipients.${group}', 0) > 0`),
];

/** Counted by SQLite: as many rows come back as there are ways for a document to leave, however many were held. */
function recordedSince(app: pb.App, from: string, hidden: readonly string[]): Recorded[] {
  const names = parts.map((_, i) => `p${i}`);
  const select = `SELECT ${parts.map((part, i) => `${part} AS p${i}`).join(", ")}, count(*) AS n
    FROM events INDEXED BY idx_events_kind_occurred
    WHERE kind = 'mail.held' AND occurredAt >= {:from} AND occurredAt <> '' AND detail <> ''
      AND trace NOT IN (SELECT value FROM json_each({:hidden}))
    GROUP BY ${names.join(", ")}`;
  const asked = { from, hidden: JSON.stringify(hidden) };
  return rowsOf(app, [...names, "n"], select, asked).map((row) => {
    const [channel, did, strength, unreadable, apart, ...rest] = row;
    const sure = strengths.find((one) => one === strength);
    return {
      channel: ruledChannels.find((one) => one === channel),
      did: decisions.find((one) => one === did),
      strengths: [...(sure ? [sure] : []), ...(Number(unreadable) ? (["unreadable"] as const) : [])],
      groups: recipientClasses.filter((_, i) => Number(rest[i]) > 0),
      apart: Number(apart) > 0,
      count: Number(rest[rest.length - 1]),
    };
  });
}
