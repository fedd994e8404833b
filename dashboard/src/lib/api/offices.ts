import { officesAnswer } from "#domain/people/offices";
import { ask } from "./client.ts";

/** Who was lead, manager, on duty and so on on a day of the clinic, `2026-11-20`. */
export const officesOfDay = (day: string) => ask(officesAnswer, "offices", { query: { day } });
