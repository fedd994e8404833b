import type { Clinic } from "#lib/api/clinic.ts";
import type { Today } from "#lib/api/today.ts";
import { waitingKeys } from "./waiting-keys.ts";

/**
 * How many things need the person, as the rail counts them and as the first screen says and lists them: what waits,
 * decisions, actions that they do or verify, erasures that others asked for, and the server's clock where it is in doubt.
 */
export const needsMe = (today: Today, clinic: Clinic): number =>
  waitingKeys(today, clinic).length +
  today.decideToday.length +
  today.owed.myActions +
  today.erasures.filter(({ mine }) => !mine).length +
  (today.clock ? 1 : 0);
