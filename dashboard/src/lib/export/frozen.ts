import { utf8ToBytes } from "@noble/hashes/utils.js";
import type * as z from "zod/mini";
import { type BreachRegister, breachRegister } from "#domain/registers/incidents/register-row";
import { type IncidentReport, incidentReport } from "#domain/registers/incidents/report";
import { type ReviewMinutes, reviewMinutes } from "#domain/registers/reviews/minutes";
import { digestOf } from "#lib/format/digest.ts";
import { canonicalJson } from "./canonical.ts";

export { digestOf };

/** A snapshot as it was frozen: its text, what it says, and the digest that the ledger holds. */
export interface Frozen<Of> {
  readonly text: string;
  readonly value: Of;
  /** SHA-256 of the text in UTF-8, in hex. */
  readonly hash: string;
}

/**
 * Reads a snapshot's text.
 *
 * @throws {Error} If it is not canonical JSON of that shape: then its digest would not be the one in the ledger.
 */
function frozen<Shape extends z.ZodMiniType>(shape: Shape, text: string): Frozen<z.infer<Shape>> {
  const value = shape.parse(JSON.parse(text));
  if (canonicalJson(value) !== text) throw new Error("the snapshot is not in its canonical form");
  return { text, value, hash: digestOf(utf8ToBytes(text)) };
}

export const frozenReport = (text: string): Frozen<IncidentReport> => frozen(incidentReport, text);
export const frozenMinutes = (text: string): Frozen<ReviewMinutes> => frozen(reviewMinutes, text);

/** The register is no snapshot of the ledger: it is frozen as it is exported. */
export function freezeRegister(register: BreachRegister): Frozen<BreachRegister> {
  return frozen(breachRegister, canonicalJson(register));
}
