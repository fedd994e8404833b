import type { ActData } from "#domain/acts";
import { isRealDay } from "#domain/base/civil-date";
import { keepingPages } from "#domain/registers/policy-map/pages";
import type { LineKind } from "#domain/registers/policy-map/states";
import { suggest } from "#domain/registers/policy-map/suggest";
import type { Handlers } from "../../acts/doing.ts";
import { rowAt, saveRow } from "../../acts/row.ts";
import { now, nowMs } from "../../base/clock.ts";
import { objectsOf } from "../../base/database.ts";
import { refuse } from "../../base/refusal.ts";
import { stored } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { answersOf } from "../../clinic/four-answers.ts";
import { auditNamed, isAudited } from "./audit-named.ts";
import { keepLook } from "./looks.ts";
import { requireAhead, requirePerson } from "./versions.ts";

/** What is known of a sentence: said by a person, and looked at again where people keep it. */
export const claimActs: Handlers<"policy_claims"> = {
  "policy_claims.settle": ({ tx, actor, id, version, data }) => {
    const row = rowAt(tx, "policy_claims", id, version);
    const { state, page = "", test = "", audit = "", owner = "", due = "", programme = "" } = data;
    const { why = "", source = "" } = data;
    const audited = programme === "" || state !== "people" ? undefined : auditNamed(tx, programme);
    requireWhole(audited ? { ...data, ...audited } : data);
    if (state === "people" && !audited) {
      requirePerson(tx, "data.owner", owner);
      requireAhead("data.due", due, clinicTime(tx).date(nowMs()));
    }
    const lookedAtBy = audited ?? { audit, programme: "", owner, due };
    const people = state === "people";
    const values = {
      state,
      rule: isSuggested(tx, id, data) ? data.rule : "",
      page: state === "screen" ? page : "",
      test: state === "test" ? test : "",
      ...(people ? lookedAtBy : { audit: "", programme: "", owner: "", due: "" }),
      checkedOn: people ? row.getString("checkedOn") : "",
      kept: people ? row.getString("kept") : "",
      checkNote: people ? row.getString("checkNote") : "",
      why,
      source: state === "wrong" ? source : "",
      by: actor.id,
      at: stored(now()),
    };
    for (const [field, value] of Object.entries(values)) row.set(field, value);
    return saveRow(tx, row, "settle", actor);
  },

  "policy_claims.checked": ({ tx, actor, id, version, data }) => {
    const row = rowAt(tx, "policy_claims", id, version);
    if (row.getString("state") !== "people")
      throw new ForbiddenError("Nobody looks at this sentence by a day.");
    const today = clinicTime(tx).date(nowMs());
    if (!isRealDay(data.checkedOn)) refuse("data.checkedOn", "invalid_format", "There is no such day.");
    if (data.checkedOn > today) refuse("data.checkedOn", "in-future", "This day is still to come.");
    const byDay = !isAudited(tx, row.getString("programme"));
    if (byDay) requireAhead("data.due", data.due ?? "", today);
    if (!data.kept && data.note === "") refuse("data.note", "missing", "Say what was found.");
    row.set("checkedOn", data.checkedOn);
    row.set("kept", data.kept ? "yes" : "no");
    row.set("checkNote", data.note);
    if (byDay) row.set("due", data.due);
    row.set("by", actor.id);
    row.set("at", stored(now()));
    const { checkedOn, note } = data;
    const kept = data.kept ? "yes" : "no";
    keepLook(tx, { claim: id, checkedOn, kept, note, by: actor.id, at: stored(now()) });
    return saveRow(tx, row, "checked", actor);
  },
};

/** @throws {BadRequestError} Naming what the state asks for and was not said. */
function requireWhole(data: ActData<"policy_claims.settle">): void {
  const { state, page = "", test = "", audit = "", due = "", why = "", source = "" } = data;
  if (state === "screen" && !keepingPages.has(page))
    refuse("data.page", "missing", "Choose the page that shows it.");
  if (state === "test" && test === "") refuse("data.test", "missing", "Choose the test that proves it.");
  if (state === "people" && audit === "") refuse("data.audit", "missing", "Say what people look at.");
  if (state === "people" && due === "") refuse("data.due", "missing", "Say by which day.");
  if (state === "wrong" && why === "") refuse("data.why", "missing", "Say why it is wrong.");
  if (state === "wrong" && source === "") refuse("data.source", "missing", "Say where that is read.");
}

interface Line {
  readonly kind: LineKind;
  readonly section: string;
  readonly lead: string;
  readonly text: string;
  readonly title: string;
}

/** Whether the rule that was named does suggest this state for the sentence, in the newest version that has it. */
function isSuggested(tx: pb.App, claim: string, { rule, state }: ActData<"policy_claims.settle">): boolean {
  const nation = answersOf(tx)?.nation;
  if (rule === "" || !nation) return false;
  const [line] = objectsOf<Line>(
    tx,
    ["kind", "section", "lead", "text", "title"],
    `SELECT s.kind AS kind, s.section AS section, s.lead AS lead, s.text AS text, v.title AS title
     FROM policy_sentences s JOIN policy_versions v ON v.id = s.policy WHERE s.claim = {:claim}
     ORDER BY v.number DESC, s.place LIMIT 1`,
    { claim },
  );
  if (!line) return false;
  // A page that this clinic's dashboard lacks is suggested as what holds without it.
  return [true, false].some((all) => {
    const said = suggest(line, { nation, hasPage: () => all }, line.title);
    return said?.rule === rule && said.state === state;
  });
}
