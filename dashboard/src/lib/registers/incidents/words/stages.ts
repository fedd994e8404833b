import type { Affected, Incident } from "#lib/registers/incidents/rows.ts";
import { regulator } from "#lib/state/regulator.svelte.ts";

/** A step on the way of an incident. They need not come in this order: the ICO can be told at any of them. */
export type Stage = {
  readonly name: string;
  readonly done: boolean;
  /** Nobody asks for it here: it is behind, and nothing was done. */
  readonly unasked: boolean;
  /** When it was done, as an instant; '' where that is not known or needs no time. */
  readonly at: string;
  /** Said in place of a time. */
  readonly says: string;
};

export function stagesOf(
  incident: Incident,
  affected: readonly Pick<Affected, "toBeTold" | "toldAt">[],
): Stage[] {
  const owed = affected.filter(({ toBeTold }) => toBeTold);
  const told = owed.filter(({ toldAt }) => toldAt !== "");
  const near =
    incident.state === "near-miss" ||
    incident.state === "withdrawn" ||
    incident.triageVerdict === "near-miss" ||
    incident.triageVerdict === "neither";
  const noIco = incident.controllerIco === "record-only" || near;
  const noPeople = incident.controllerPeople === "not" || near;
  const stage = (name: string, at: string, without = ""): Stage => ({
    name,
    done: at !== "" || without !== "",
    unasked: at === "" && without.startsWith("not "),
    at,
    says: at === "" ? without : "",
  });
  const lastTold =
    told
      .map(({ toldAt }) => toldAt)
      .sort()
      .at(-1) ?? "";
  /** A closed one goes no further: what was not done then was left. */
  const left = (one: Stage): Stage =>
    incident.closedAt === "" || one.done
      ? one
      : { ...one, says: [one.says, "left open"].filter(Boolean).join(", ") };
  const allTold = owed.length > 0 && told.length === owed.length;
  return [
    stage("Reported", incident.openedAt),
    stage("Decided", incident.triagedAt),
    stage("Contained", incident.containedAt, near ? "not asked" : ""),
    stage("Assessed", "", incident.toolAdvice !== "" ? "answered" : near ? "not asked" : ""),
    stage(`${regulator.short} told`, incident.icoSentAt, noIco ? "not needed" : ""),
    owed.length > 0 && !allTold
      ? { name: "People told", done: false, unasked: false, at: "", says: `${told.length} of ${owed.length}` }
      : stage("People told", lastTold, noPeople ? "not needed" : ""),
    stage("Closed", incident.closedAt),
  ].map(left);
}
