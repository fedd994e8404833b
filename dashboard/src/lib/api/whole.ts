import { keptAnswer, wholeAnswer } from "#domain/work/whole";
import { ask } from "./client.ts";

/** By what it is known that the log is whole. */
export const readWhole = () => ask(wholeAnswer, "whole");

/** Whether the log agrees with what somebody kept of it. */
export const compareKept = (text: string) => ask(keptAnswer, "whole", { method: "POST", body: { text } });
