import { decideActs } from "./decide.ts";
import { meetingActs } from "./meeting.ts";
import { messageActs } from "./messages.ts";

/** Acts of the weekly review but one: signing opens its own transaction (`../sign.ts`). */
export const reviewActs = { ...meetingActs, ...decideActs, ...messageActs };
