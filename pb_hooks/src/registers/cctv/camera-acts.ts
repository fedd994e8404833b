import type { ActData } from "#domain/acts";
import { policy } from "#domain/policy";
import { type CameraFacts, cameraProblem, daysProblem } from "#domain/registers/cctv/camera";
import type { ActsOf } from "../../acts/doing.ts";
import { rowAt, saveRow } from "../../acts/row.ts";
import { rowsOf } from "../../base/database.ts";
import { refuse } from "../../base/refusal.ts";
import { requireAuthoriser } from "../holds/place.ts";
import { standingHolds } from "../holds/standing.ts";
import { entered, requireAfter, requirePast, systemAt } from "./asked.ts";

type Named =
  | "camera_systems.add"
  | "camera_systems.change"
  | "camera_systems.assess"
  | "cameras.add"
  | "cameras.change"
  | "cameras.retire";

/** Systems and their cameras. */
export const cameraActs: ActsOf<Named> = {
  "camera_systems.add": ({ tx, actor, data }) => {
    requireSystem(tx, data);
    return entered(tx, actor, "camera_systems", "add", data);
  },

  "camera_systems.change": ({ tx, actor, id, version, data }) => {
    const row = rowAt(tx, "camera_systems", id, version);
    requireSystem(tx, data);
    const above = rowsOf(
      tx,
      ["name"],
      "SELECT name FROM cameras WHERE system = {:id} AND retiredOn = '' AND days > {:ceiling} LIMIT 1",
      { id, ceiling: data.ceiling },
    )[0]?.[0];
    if (above !== undefined)
      refuse("data.ceiling", "above", `${String(above)} keeps pictures longer: shorten its days first.`);
    put(row, data);
    return saveRow(tx, row, "change", actor);
  },

  "camera_systems.assess": ({ tx, actor, id, version, data }) => {
    const row = rowAt(tx, "camera_systems", id, version);
    requirePast(tx, "day", data.day);
    requireAfter("nextOn", data.nextOn, data.day);
    row.set("dpiaOn", data.day);
    row.set("dpiaDecision", data.decision);
    row.set("dpiaBy", actor.id);
    row.set("dpiaNextOn", data.nextOn);
    return saveRow(tx, row, "assess", actor);
  },

  "cameras.add": ({ tx, actor, data }) => {
    requireCamera(data, systemAt(tx, data.system));
    requirePast(tx, "usedFrom", data.usedFrom);
    return entered(tx, actor, "cameras", "add", data);
  },

  "cameras.change": ({ tx, actor, id, version, data }) => {
    const row = rowAt(tx, "cameras", id, version);
    requireUsed(row);
    requireCamera(data, systemAt(tx, row.getString("system")));
    const waits = exportsOpen(tx, id);
    if (data.days < row.getInt("days") && waits > 0)
      refuse("data.days", "held", "Held pictures are not exported yet: a shorter time would overwrite them.");
    put(row, data);
    return saveRow(tx, row, "change", actor);
  },

  "cameras.retire": ({ tx, actor, id, version, data }) => {
    const row = rowAt(tx, "cameras", id, version);
    requireUsed(row);
    requirePast(tx, "day", data.day);
    if (data.day < row.getString("usedFrom"))
      refuse("data.day", "too-early", "It was not used yet on this day.");
    const holds = standingHolds(tx, "cameras", id);
    if (holds.length > 0)
      throw new ForbiddenError(
        `Pictures of this camera are held (${holds.map(({ fromDay, toDay }) => `${fromDay} to ${toDay}`).join("; ")}): it stays until the hold ends.`,
      );
    row.set("retiredOn", data.day);
    row.set("retiredWhy", data.reason);
    return saveRow(tx, row, "retire", actor);
  },
};

function put(row: pb.Record, values: object): void {
  for (const [field, value] of Object.entries(values)) row.set(field, value);
}

function requireSystem(tx: pb.App, data: ActData<"camera_systems.add">): void {
  requireAuthoriser(tx, data.responsible, "data.responsible");
  const says = daysProblem(data.ceiling, policy.cctvCeiling.amount);
  if (says) refuse("data.ceiling", "above-policy", says);
}

/** @throws {BadRequestError} With the clinic's rule that it breaks. */
function requireCamera(facts: CameraFacts, system: pb.Record): void {
  const problem = cameraProblem(facts, Math.min(system.getInt("ceiling"), policy.cctvCeiling.amount));
  if (problem) refuse(`data.${problem.field}`, "against-policy", problem.says);
}

function requireUsed(row: pb.Record): void {
  if (row.getString("retiredOn") !== "") throw new ForbiddenError("This camera was retired.");
}

/** Exports of held pictures that are not known to play. */
const exportsOpen = (tx: pb.App, camera: string): number =>
  Number(
    rowsOf(
      tx,
      ["n"],
      "SELECT count(*) AS n FROM footage_exports WHERE camera = {:camera} AND playsAt = '' AND failedAt = ''",
      { camera },
    )[0]?.[0] ?? 0,
  );
