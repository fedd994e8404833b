import { careNoticesOf } from "#domain/law/notices";
import { isRealInstant } from "#domain/ledger/check-event";
import { now } from "../../../base/clock.ts";
import { refuse } from "../../../base/refusal.ts";
import { answersOf } from "../../../clinic/four-answers.ts";
import { requirePast } from "../../../clinic/past.ts";
import { saveCase } from "../incident.ts";
import { onCase } from "./on-case.ts";

/** What the law of the clinic's nation asks of a case beside the regulator of data. */
export const lawActs = onCase({
  "breaches.care": (one, { lines: seen, applies, reason }) => {
    const { tx, breach, actor } = one;
    const lines = careNoticesOf(answersOf(tx)?.careRegulator ?? "").map(({ id }) => id);
    if (lines.length === 0) refuse("id", "not-asked", "The clinic is registered with no regulator of care.");
    if (applies.some((id) => !lines.includes(id)))
      refuse("data.applies", "another-regulator", "Another regulator asks for that.");
    if (lines.length !== seen.length || lines.some((id) => !seen.includes(id)))
      refuse("data.lines", "changed", "What has to be told was changed meanwhile. Look at it first.");
    breach.set("care", { lines, applies: [...new Set(applies)], reason, by: actor.id, at: now() });
    return saveCase(one, "care", { kind: "decision", text: reason });
  },

  "breaches.candour": (one, { opinionAt = "", ...facts }) => {
    const { tx, breach, actor } = one;
    if (opinionAt !== "") {
      if (!isRealInstant(opinionAt)) refuse("data.opinionAt", "invalid_format", "There is no such time.");
      requirePast(tx, "data.opinionAt", opinionAt);
    }
    breach.set("candour", { ...facts, opinionAt, by: actor.id, at: now() });
    return saveCase(one, "candour", { kind: "decision", text: facts.reason }, facts.reason);
  },
});
