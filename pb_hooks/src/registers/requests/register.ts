import { heldInRequests, nothingInRequests } from "#domain/registers/requests/held";
import { heldInSent, nothingInSent } from "#domain/registers/requests/sent/held";
import type { ServerRegister } from "../register.ts";
import { planRequests } from "./example.ts";
import {
  agendaOfRequests,
  dueOfRequests,
  figuresOfRequests,
  requestsInPack,
  rowsOfRequests,
} from "./gives.ts";
import { requestList } from "./list.ts";
import { sentActs } from "./sent/acts.ts";
import { dueOfSent, rowsOfSent } from "./sent/gives.ts";
import { sentList } from "./sent/list.ts";
import { stepActs } from "./step-acts.ts";
import { takeAct } from "./take.ts";

/** Requests of right and complaints. */
export const requests = {
  acts: { ...takeAct, ...stepActs, ...sentActs },
  lists: [requestList, sentList],
  owed: (laying) => [...rowsOfRequests(laying), ...rowsOfSent(laying)],
  reminds: (app, nowMs) => [...dueOfRequests(app, nowMs), ...dueOfSent(app, nowMs)],
  agenda: agendaOfRequests,
  figures: figuresOfRequests,
  pack: requestsInPack,
  about: [...heldInRequests, ...heldInSent],
  nothing: { ...nothingInRequests, ...nothingInSent },
  example: planRequests,
} satisfies ServerRegister;
