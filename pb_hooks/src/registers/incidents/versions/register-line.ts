import type { IcoAnswer } from "#domain/registers/incidents/ico-answers";
import { notKnownYet } from "#domain/registers/incidents/ico-form";
import type { Cause } from "#domain/registers/incidents/kinds";
import type { BreachRegisterRow } from "#domain/registers/incidents/register-row";
import { withoutNamed } from "#domain/registers/screened";
import { rowsOf } from "../../../base/database.ts";
import { instantIn } from "../../../base/instants.ts";
import { listIn } from "../../../base/rows.ts";
import { iso } from "../../../base/time.ts";
import { nameOf } from "../../../people/names.ts";
import { stateOf } from "../incident.ts";
import { objectIn } from "./snapshot-parts.ts";

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
  const decided = text("controllerBy") || text("triagedBy");
  return {
    number: breach.getInt("number"),
    title: withoutNamed(text("title")),
    state: stateOf(breach),
    types: listIn(breach, "types"),
    cause: (text("cause") || "not-known-yet") as Cause,
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
    icoSent: at("icoSentAt"),
    icoReference: withoutNamed(text("icoReference")),
    peopleTold: lastTold(app, breach),
    reason: withoutNamed(text("controllerReason") || text("triageReason")),
    decidedBy: nameOf(app, decided),
    closed: at("closedAt"),
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
