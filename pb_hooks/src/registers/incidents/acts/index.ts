import { actionActs } from "../../actions/acts.ts";
import { trainingActs } from "../../training/acts.ts";
import { accessActs } from "./access.ts";
import { accountActs } from "./accounts.ts";
import { decisionActs } from "./decisions.ts";
import { endingActs } from "./ending.ts";
import { factActs } from "./facts.ts";
import { intakeActs } from "./intake.ts";
import { personActs } from "./people.ts";
import { versionActs } from "./versions.ts";

/** The register's acts, each beside its like. */
export const registerActs = {
  ...intakeActs,
  ...decisionActs,
  ...factActs,
  ...personActs,
  ...accountActs,
  ...accessActs,
  ...endingActs,
  ...versionActs,
  ...actionActs,
  ...trainingActs,
};
