import { heldInConsent, nothingInConsent } from "#domain/registers/consent/held";
import { listsInPack } from "../listing/in-pack.ts";
import type { Packing, ServerRegister } from "../register.ts";
import { consentActs } from "./acts.ts";
import { planConsents } from "./example.ts";
import { agendaOfConsents, dueOfConsents, figuresOfConsents, owedOnConsents } from "./gives.ts";
import { consentTarget } from "./import.ts";
import { consentList } from "./list.ts";
import { suppressionActs } from "./suppress.ts";

const inPack = (packing: Packing) =>
  listsInPack(
    packing,
    { name: "consent/", holds: "consents.csv: what patients decided about purposes of sharing" },
    [consentList],
  );

/** What patients decided about purposes of sharing, and who gets no mailings. */
export const consent = {
  acts: { ...consentActs, ...suppressionActs },
  lists: [consentList],
  owed: owedOnConsents,
  reminds: dueOfConsents,
  agenda: agendaOfConsents,
  pack: inPack,
  figures: figuresOfConsents,
  about: heldInConsent,
  nothing: nothingInConsent,
  imports: [consentTarget],
  example: planConsents,
} satisfies ServerRegister;
