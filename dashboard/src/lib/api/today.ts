import { todayAnswer } from "#domain/clinic/today";
import { ask } from "./client.ts";

export type { TodayAnswer as Today } from "#domain/clinic/today";

/** Facts of the first screen, as far as the reader may know them. */
export const readToday = () => ask(todayAnswer, "today");
