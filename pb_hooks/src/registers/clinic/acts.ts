import { isRealDay } from "#domain/base/civil-date";
import { clinicId } from "#domain/clinic/clinic";
import { ruleFaults } from "#domain/clinic/mail-rules";
import { isRealInstant } from "#domain/ledger/check-event";
import type { Handlers } from "../../acts/doing.ts";
import { asActor, rowAt, saveRow } from "../../acts/row.ts";
import { refuse } from "../../base/refusal.ts";
import { isTimeZone } from "../../base/time-zone.ts";
import { settleRegulator } from "../../clinic/four-answers.ts";
import { currentNotice } from "../../clinic/notice.ts";
import { saveAct } from "../../ledger/chain/register-hook.ts";
import { stayWith } from "../incidents/keeper.ts";
import { requirePassesOn } from "../people/lead.ts";
import { correctAdapters } from "./adapters.ts";
import { candourReported } from "./candour-reported.ts";
import { confirmTime } from "./confirm-time.ts";
import { exactErase, exactOff, exactOn } from "./exact.ts";
import { requireButtons } from "./mail-buttons.ts";

type ClinicActs = Handlers<"clinic"> & Handlers<"notices"> & Handlers<"system_accounts">;

export const clinicActs: ClinicActs = {
  "clinic.change": ({ tx, actor, id, version, data }) => {
    if (id !== clinicId) throw new NotFoundError("There is no such row.");
    const clinic = rowAt(tx, "clinic", id, version);
    if (Object.keys(data).length === 0) refuse("data", "nothing", "Nothing would change.");
    if (data.timeZone !== undefined && !isTimeZone(data.timeZone)) {
      refuse("data.timeZone", "invalid_value", "Nobody knows this time zone.");
    }
    const lead = clinic.getString("lead");
    if (data.lead !== undefined && data.lead !== lead) {
      requirePassesOn(tx, clinic, actor);
      requirePerson(tx, "lead", data.lead, "role = 'dpo' && enrolled = true");
      stayWith(tx, [lead, clinic.getString("deputyLead")], data.lead);
    }
    for (const name of ["deputyLead", "controller", "duty", "deputy"] as const) {
      if (data[name]) requirePerson(tx, name, data[name], "role != 'auditor' && enrolled = true");
    }
    if (data.since && (!isRealInstant(data.since) || Date.parse(data.since) > Date.now())) {
      refuse("data.since", "in-future", "Say a time that has been.");
    }
    if (data.mailRules && ruleFaults(data.mailRules).length > 0) {
      refuse(
        "data.mailRules",
        "too-mild",
        "What surely names a patient never leaves unrecorded, nor by a milder rule than inside the clinic.",
      );
    }
    requireButtons(data.sites ?? []);
    for (const [name, value] of Object.entries(data)) clinic.set(name, value);
    if (clinic.getBool("publicForm") && clinic.getString("publicPhone") === "")
      refuse(
        "data.publicPhone",
        "missing",
        "Say which telephone the form names, for those whom it can’t take.",
      );
    settleRegulator(clinic, data);
    // A confidential report about the lead goes to the deputy lead.
    if (clinic.getString("lead") === clinic.getString("deputyLead")) {
      const field = data.deputyLead === undefined ? "lead" : "deputyLead";
      refuse(`data.${field}`, "same", "The lead and the deputy lead are two people.");
    }
    return saveRow(tx, clinic, "change", actor);
  },

  "clinic.adapters": correctAdapters,
  "clinic.confirmTime": confirmTime,
  "clinic.candourReport": candourReported,
  "clinic.exactOn": exactOn,
  "clinic.exactErase": exactErase,
  "clinic.exactOff": exactOff,

  "notices.record": ({ tx, actor, data: { after, ...data } }) => {
    const last = currentNotice(tx)?.getInt("number") ?? 0;
    if (after !== undefined && after !== last) {
      refuse("data.after", "stale", "Somebody has recorded another version meanwhile. Look at it first.");
    }
    if (!isRealDay(data.assessedOn)) refuse("data.assessedOn", "invalid_format", "There is no such day.");
    if (Date.parse(data.assessedOn) > Date.now())
      refuse("data.assessedOn", "too_big", "This day is still to come.");
    const notice = new Record(tx.findCollectionByNameOrId("notices"), {
      ...data,
      assessedOn: new Date(data.assessedOn).toISOString(),
      number: last + 1,
      recordedBy: actor.id,
    });
    saveAct(tx, notice, "record", asActor(actor));
    return { id: notice.id, version: notice.getInt("number") };
  },

  "system_accounts.map": ({ tx, actor, id, version, data }) => {
    const known = id === "" ? undefined : rowAt(tx, "system_accounts", id, version);
    requirePerson(tx, "user", data.user, "role != 'auditor'");
    const same = tx.findRecordsByFilter(
      "system_accounts",
      "system = {:system} && account = {:account}",
      "",
      1,
      0,
      { system: data.system, account: data.account },
    )[0];
    // Whoever maps an account anew has to have seen who it is now; one that was taken off is free.
    const taken = same !== undefined && same.id !== id && same.getString("user") !== "";
    if (taken)
      refuse("data.account", "taken", "This account belongs to somebody already. Take it off there first.");
    const row = known ?? same ?? new Record(tx.findCollectionByNameOrId("system_accounts"));
    row.set("system", data.system);
    row.set("account", data.account);
    row.set("user", data.user);
    return saveRow(tx, row, "map", actor);
  },

  "system_accounts.unmap": ({ tx, actor, id, version }) => {
    const row = rowAt(tx, "system_accounts", id, version);
    row.set("user", "");
    return saveRow(tx, row, "unmap", actor);
  },
};

function requirePerson(tx: pb.App, field: string, id: string, filter: string): void {
  const found = tx.findRecordsByFilter("users", `id = {:id} && active = true && ${filter}`, "", 1, 0, { id });
  if (found.length === 0)
    refuse(`data.${field}`, "unknown", "Choose somebody who works here now and may be this.");
}
