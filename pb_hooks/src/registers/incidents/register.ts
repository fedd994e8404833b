import { heldInIncidents, nothingInIncidents } from "#domain/registers/incidents/held";
import type { ServerRegister } from "../register.ts";
import { accessActs } from "./acts/access.ts";
import { accountActs } from "./acts/accounts.ts";
import { decisionActs } from "./acts/decisions.ts";
import { endingActs } from "./acts/ending.ts";
import { factActs } from "./acts/facts.ts";
import { intakeActs } from "./acts/intake.ts";
import { lawActs } from "./acts/law.ts";
import { personActs } from "./acts/people.ts";
import { processorActs } from "./acts/processor.ts";
import { versionActs } from "./acts/versions.ts";
import { planIncidents } from "./example/incidents.ts";
import { decisionsFor } from "./gives/decides.ts";
import { incidentFigures } from "./gives/figures.ts";
import { agendaOfCases } from "./gives/for-review.ts";
import { guardedCases, hiddenCases } from "./gives/hidden.ts";
import { rowsOfCases } from "./gives/owed.ts";
import { casesInPack } from "./gives/pack.ts";
import { dueOfCases } from "./gives/reminds.ts";
import { openFromMail } from "./reported/from-mail.ts";

/** Incidents and breaches. */
export const incidents = {
  acts: {
    ...intakeActs,
    ...decisionActs,
    ...factActs,
    ...lawActs,
    ...processorActs,
    ...personActs,
    ...accountActs,
    ...accessActs,
    ...endingActs,
    ...versionActs,
  },
  decides: decisionsFor,
  owed: rowsOfCases,
  reminds: dueOfCases,
  hides: hiddenCases,
  guards: guardedCases,
  stored: openFromMail,
  pack: casesInPack,
  agenda: agendaOfCases,
  figures: incidentFigures,
  about: heldInIncidents,
  nothing: nothingInIncidents,
  example: planIncidents,
} satisfies ServerRegister;
