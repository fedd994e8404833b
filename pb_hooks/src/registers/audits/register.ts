import { heldInAudits, nothingInAudits } from "#domain/registers/audits/held";
import type { ServerRegister } from "../register.ts";
import { auditActs } from "./acts.ts";
import { planAudits } from "./example.ts";
import { auditFigures } from "./figures.ts";
import { agendaOfAudits } from "./for-review.ts";
import { rowsOfAudits } from "./owed.ts";
import { auditsInPack } from "./pack.ts";
import { dueOfAudits } from "./reminds.ts";
import { roundActs } from "./round-acts.ts";
import { sampleActs } from "./sample-acts.ts";

/** The audit programme, and the week's sample that nobody chose. */
export const audits = {
  key: "audits",
  acts: { ...auditActs, ...roundActs, ...sampleActs },
  owed: rowsOfAudits,
  reminds: dueOfAudits,
  agenda: agendaOfAudits,
  figures: auditFigures,
  pack: auditsInPack,
  about: heldInAudits,
  nothing: nothingInAudits,
  example: planAudits,
} satisfies ServerRegister;
