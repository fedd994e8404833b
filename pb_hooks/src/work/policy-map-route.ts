import { type MapAnswer, mapFilters, mapPage, mapPageMost } from "#domain/registers/policy-map/map";
import { type Caller, caller } from "../base/caller.ts";
import { now, nowMs } from "../base/clock.ts";
import { refuse } from "../base/refusal.ts";
import { requireOn } from "../registers/in-use.ts";
import { keptFigures } from "../registers/index.ts";
import { mapOf, versionsIn } from "../registers/policy-map/read.ts";
import { mapForPaper, sendMapCsv, type Taken } from "./policy-map-export.ts";

/**
 * `GET /policy-map?version&state&after&limit`: the versions of the clinic's policy, how one of them stands by sentence, and
 * a page of its lines; with `format` all of them, as a CSV or for a paper, which is an export. What a register has a figure
 * for is held against what the policy promises.
 */
export function policyMap(e: pb.RequestEvent): void {
  const person = caller(e, ["manager", "dpo", "auditor"]);
  requireOn(e.app, "policy-map");
  const {
    version = "",
    state: asked = "",
    after = "",
    limit: most = "",
    format = "",
  } = e.requestInfo().query;
  if (!/^(?:[a-z0-9]{15})?$/.test(version)) refuse("version", "invalid_value", "There is no such version.");
  const state = asked === "" ? "" : mapFilters.find((one) => one === asked);
  if (state === undefined) refuse("state", "invalid_value", "There is no such state.");
  if (!/^\d{0,6}$/.test(after)) refuse("after", "invalid_value", "There is no such place in the policy.");
  if (!/^\d{0,3}$/.test(most)) refuse("limit", "invalid_value", "That is no number of lines.");
  if (!["", "csv", "paper"].includes(format))
    refuse("format", "invalid_value", "The map is JSON, a CSV, or what a paper is made of.");
  const limit = Math.min(mapPageMost, Math.max(1, most === "" ? mapPage : Number(most)));
  const figures = keptFigures(e.app, nowMs());
  if (format !== "") {
    take(e, person, { version, state, figures }, format);
    return;
  }
  const told = mapOf(e.app, { version, state, after: after === "" ? -1 : Number(after), limit, figures });
  if (version !== "" && told.shown === "") throw new NotFoundError("There is no such version.");
  const answer: MapAnswer = { asOf: now(), ...told };
  e.json(200, answer);
}

function take(e: pb.RequestEvent, person: Caller, taken: Taken, format: string): void {
  const shown = versionsIn(e.app).find(({ id }) => id === taken.version);
  if (!shown) throw new NotFoundError("There is no such version.");
  if (format === "csv") sendMapCsv(e, person, taken, shown.number);
  else e.json(200, { rows: mapForPaper(e.app, person, taken) });
}
