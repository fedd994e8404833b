import * as z from "zod/mini";
import { stored } from "../stored.ts";

/**
 * What is wrong with the outbox, said in the popup until it is over.
 * `lost` counts events that could not be kept or went with a damaged store: each leaves a gap in the numbers too. Of
 * `thinned` it counts events that the server has, and that are no longer kept here until a backup holds them.
 */
const trouble = z.object({
  kind: z.enum(["full", "damaged", "blocked", "thinned", "other-clinic"]),
  since: z.string(),
  lost: z.int(),
});
export type Trouble = z.infer<typeof trouble>;

export const outboxTrouble = stored<Trouble | null>("local:trouble", z.nullable(trouble), null);

/**
 * Adds to the trouble that is already told, or starts telling. An outbox that was only thinned is the least of them: it
 * never hides another, and its count is not added to what is lost.
 */
export function tellTrouble(kind: Trouble["kind"], lost: number, now: string): Promise<Trouble | null> {
  return outboxTrouble.change((told) => {
    if (told && kind === "thinned" && told.kind !== "thinned") return told;
    const before = told && (told.kind === "thinned") === (kind === "thinned") ? told : null;
    return { kind, since: before?.since ?? now, lost: (before?.lost ?? 0) + lost };
  });
}

/** Errors by which a browser says that what lies on the disk can't be read as a database any more. */
const damage = ["UnknownError", "DataError", "NotFoundError", "NotReadableError", "ConstraintError"];

/** Which trouble a failed write means. A store of a newer version than ours is blocked, not damaged. */
export function troubleOf(failure: unknown): "full" | "damaged" | "blocked" {
  const name = failure instanceof DOMException ? failure.name : "";
  if (name === "QuotaExceededError") return "full";
  return damage.includes(name) ? "damaged" : "blocked";
}
