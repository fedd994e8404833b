import { heldInRequests, nothingInRequests } from "#domain/registers/requests/held";
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
import { stepActs } from "./step-acts.ts";
import { takeAct } from "./take.ts";

/** Requests of right and complaints. */
export const requests = {
  acts: { ...takeAct, ...stepActs },
  lists: [requestList],
  owed: rowsOfRequests,
  reminds: dueOfRequests,
  agenda: agendaOfRequests,
  figures: figuresOfRequests,
  pack: requestsInPack,
  about: heldInRequests,
  nothing: nothingInRequests,
  example: planRequests,
} satisfies ServerRegister;
