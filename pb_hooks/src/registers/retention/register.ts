import { heldInRetention, nothingInRetention } from "#domain/registers/retention/held";
import type { ServerRegister } from "../register.ts";
import { recordActs } from "./acts.ts";
import { planRetention } from "./example.ts";
import { retentionFigures } from "./figures.ts";
import { agendaOfRetention } from "./for-review.ts";
import { lineActs } from "./line-acts.ts";
import { listActs } from "./list-acts.ts";
import { rowsOfRetention } from "./owed.ts";
import { retentionInPack } from "./pack.ts";

/** How long records are kept, and what becomes of them. */
export const retention = {
  key: "retention",
  acts: { ...recordActs, ...listActs, ...lineActs },
  owed: rowsOfRetention,
  agenda: agendaOfRetention,
  figures: retentionFigures,
  pack: retentionInPack,
  about: heldInRetention,
  nothing: nothingInRetention,
  example: planRetention,
} satisfies ServerRegister;
