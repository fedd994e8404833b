import { isOrdinary } from "#domain/detector/ordinary-word";
import { learnWords } from "#domain/detector/screening/learned";
import { knowOwn } from "#domain/detector/screening/own-words";
import * as ofClinic from "./clinic/index.ts";
import { ownNow } from "./clinic/own-words.ts";
import * as ledger from "./ledger/index.ts";
import { offerToLedger } from "./ledger/offers.ts";
import * as people from "./people/index.ts";
import * as audits from "./registers/audits/index.ts";
import * as cctv from "./registers/cctv/index.ts";
import * as clinicRegister from "./registers/clinic/exact-route.ts";
import * as consent from "./registers/consent/index.ts";
import * as exceptions from "./registers/exceptions/index.ts";
import * as files from "./registers/files/index.ts";
import * as incidents from "./registers/incidents/index.ts";
import { act, agenda, imports, offers } from "./registers/index.ts";
import * as registerPeople from "./registers/people/index.ts";
import * as releases from "./registers/releases/index.ts";
import * as requests from "./registers/requests/index.ts";
import * as retention from "./registers/retention/index.ts";
import { offerToReviews } from "./registers/reviews/gather.ts";
import * as reviews from "./registers/reviews/index.ts";
import * as suppliers from "./registers/suppliers/index.ts";
import * as training from "./registers/training/index.ts";
import { requireEntry } from "./web/doors.ts";
import * as work from "./work/index.ts";

/** All of the server's logic, bundled to `pb_hooks/server.js`; the `*.pb.js` files beside it only register it. */
export * as example from "./example/console.ts";
export * as peopleCommands from "./registers/people/commands.ts";
export * as releaseCommands from "./registers/releases/console.ts";
export * as web from "./web/index.ts";
export { incidents, ledger, people, work };
export const drawSamples = audits.drawDue;
export const clearNames = requests.clearNames;
export const clearSent = requests.clearSent;
export { forgetExactList } from "./registers/clinic/exact-route.ts";

knowOwn(ownNow);
learnWords(isOrdinary);
offerToLedger(offers);
offerToReviews(agenda);

const routes = {
  act,
  audits,
  cctv,
  clinic: { ...ofClinic, ...clinicRegister },
  consent,
  exceptions,
  files,
  imports,
  incidents,
  ledger,
  people,
  registerPeople,
  releases,
  requests,
  retention,
  reviews,
  suppliers,
  training,
  work,
};

/**
 * Lets a request into one of our routes: every one begins with it.
 *
 * @returns The routes.
 * @throws {ApiError} 401 or 403 for a sign-in that has ended, or has no business there.
 */
export function enter(e: pb.RequestEvent): typeof routes {
  requireEntry(e);
  return routes;
}
