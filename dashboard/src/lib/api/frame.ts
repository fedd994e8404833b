import { dayAnswer, frameAnswer } from "#domain/work/frame";
import { ask } from "./client.ts";

export type { DayAnswer as Day, FrameAnswer as Frame } from "#domain/work/frame";

/** What stands around every page; with `day` what the first screen shows as well, in the same answer. */
export const readFrame = (day: boolean) =>
  ask(frameAnswer, "frame", { query: { day: day ? "1" : undefined } });

/** What the first screen shows, where the frame stands already. */
export const readDay = () => ask(dayAnswer, "day");
