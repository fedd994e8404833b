import { heldInPolicyMap, nothingInPolicyMap } from "#domain/registers/policy-map/held";
import type { ServerRegister } from "../register.ts";
import { claimActs } from "./claims.ts";
import { planPolicyMap } from "./example.ts";
import { policyMapFigures } from "./figures.ts";
import { agendaOfPolicyMap } from "./for-review.ts";
import { policyCheckList } from "./looks.ts";
import { rowsOfPolicyMap } from "./owed.ts";
import { policyMapInPack } from "./pack.ts";
import { versionActs } from "./versions.ts";

/** The clinic's own policy, sentence by sentence: what keeps each. */
export const policyMap = {
  key: "policy-map",
  acts: { ...versionActs, ...claimActs },
  owed: rowsOfPolicyMap,
  agenda: agendaOfPolicyMap,
  pack: policyMapInPack,
  figures: policyMapFigures,
  lists: [policyCheckList],
  about: heldInPolicyMap,
  nothing: nothingInPolicyMap,
  example: planPolicyMap,
} satisfies ServerRegister;
