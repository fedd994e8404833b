import { icoDue } from "#domain/registers/incidents/clock";
import type { IcoAnswer } from "#domain/registers/incidents/ico-answers";
import { notKnownYet } from "#domain/registers/incidents/ico-form";
import type { Cause } from "#domain/registers/incidents/kinds";
import { latenessOf } from "#domain/registers/incidents/lateness";
import type { BreachRegisterRow } from "#domain/registers/incidents/register-row";
import { withoutNamed } from "#domain/registers/screened";
import { nowMs } from "../../../base/clock.ts";
import { rowsOf } from "../../../base/database.ts";
import { instantIn, msIn } from "../../../base/instants.ts";
import { listIn } from "../../../base/rows.ts";
import { iso } from "../../../base/time.ts";
import { nameOf } from "../../../people/names.ts";
import { stateOf } from "../incident.ts";
import { objectIn, peopleOf } from "./snapshot-parts.ts";

/**
 * Stands for every name in a line of a confidential case. Left out of it alone, the reporter's own would be told by its
 * gap from the timeline, where whoever decides stands by name.
 */
const notNamed = "Not named: reported in confidence";

/** One line of the register of all breaches (Art 33(5)), as it is now. */
export function registerLine(app: pb.App, breach: pb.Record): BreachRegisterRow {
  const text = (field: string) => breach.getString(field);
  const at = (field: string) => instantIn(breach, field);
  const counted = (field: string) => (breach.getInt(field) < 0 ? null : breach.getInt(field));
  const form = objectIn<IcoAnswer>(breach, "form");
  const answer = (key: string) => {
    const said = form[key];
    return typeof said === "string" && said !== notKnownYet ? said : "";
  };
  const confidential = breach.getBool("confidential");
  const named = (name: string) => (confidential && name !== "" ? notNamed : name);
  const by = (field: string) => named(nameOf(app, text(field)));
  const said = (part: "triage" | "lead" | "controller") => ({
    reason: withoutNamed(text(`${part}Reason`)),
    by: by(part === "triage" ? "triagedBy" : `${part}By`),
    at: at(part === "triage" ? "triagedAt" : `${part}At`),
  });
  const report = newestReport(app, breach);
  const awareMs = msIn(breach, "awareAt");
  const verdict = text("triageVerdict") as BreachRegisterRow["verdict"]["is"];
  const ico = text("controllerIco") as BreachRegisterRow["decision"]["ico"];
  const telling = {
    state: stateOf(breach),
    verdict,
    decided: ico,
    awareMs,
    toldMs: msIn(breach, "icoSentAt"),
  };
  return {
    number: breach.getInt("number"),
    confidential,
    title: withoutNamed(text("title")),
    state: telling.state,
    types: listIn(breach, "types"),
    cause: (text("cause") || "not-known-yet") as Cause,
    ...(text("causeOther") && { causeOther: withoutNamed(text("causeOther")) }),
    occurred: at("occurredFrom"),
    detected: at("detectedAt"),
    aware: at("awareAt"),
    facts: withoutNamed(answer("what_happened") || text("text")),
    effects: withoutNamed(answer("consequences")),
    remedy: [answer("actions_taken") || text("containedHow"), ...actionsOf(app, breach), answer("prevention")]
      .filter((part) => part !== "")
      .map(withoutNamed)
      .join("\n"),
    people: counted("peopleCount"),
    records: counted("recordsCount"),
    verdict: { is: verdict, ...said("triage") },
    advice: { is: text("leadAdvice") as BreachRegisterRow["advice"]["is"], ...said("lead") },
    decision: {
      ico,
      people: text("controllerPeople") as BreachRegisterRow["decision"]["people"],
      ...said("controller"),
    },
    icoDue: awareMs === undefined ? null : new Date(icoDue(awareMs)).toISOString(),
    icoSent: at("icoSentAt"),
    icoReference: withoutNamed(text("icoReference")),
    lateness: latenessOf(telling, nowMs()),
    delayReason: withoutNamed(text("delayReason")),
    ...peopleOf(app, breach),
    peopleTold: lastTold(app, breach),
    report: { ...report, readBy: named(report.readBy) },
    closed: at("closedAt"),
    ending: withoutNamed(text("closedReason")),
    closedBy: by("closedBy"),
  };
}

function actionsOf(app: pb.App, breach: pb.Record): string[] {
  const select = "SELECT text FROM actions WHERE breach = {:id} AND cancelledAt = '' ORDER BY \"at\", id";
  return rowsOf(app, ["text"], select, { id: breach.id }).map(([text]) => String(text));
}

function lastTold(app: pb.App, breach: pb.Record): string | null {
  const select = "SELECT coalesce(max(toldAt), '') AS told FROM breach_people WHERE breach = {:id}";
  const told = String(rowsOf(app, ["told"], select, { id: breach.id })[0]?.[0] ?? "");
  return told === "" ? null : iso(told);
}

/** Read by the database out of the snapshot: a case of many versions is not parsed for it. */
function newestReport(app: pb.App, breach: pb.Record): BreachRegisterRow["report"] {
  const select = `SELECT number, coalesce(json_extract(snapshot, '$.read.by'), '') AS readBy,
     coalesce(json_extract(snapshot, '$.read.at'), '') AS readAt FROM breach_reports
     WHERE breach = {:id} AND json_valid(snapshot) ORDER BY number DESC LIMIT 1`;
  const [row] = rowsOf(app, ["number", "readBy", "readAt"], select, { id: breach.id });
  const [version = 0, readBy = "", readAt = ""] = row ?? [];
  return {
    version: Number(version),
    readBy: String(readBy),
    readAt: readAt === "" ? null : String(readAt),
  };
}
