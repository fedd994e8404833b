import { myWorkAnswer } from "#domain/work/my-work";
import { ask } from "./client.ts";

export type { MyWorkAnswer as MyWork } from "#domain/work/my-work";

/** What waits for the reader, from every register. */
export const readMyWork = () => ask(myWorkAnswer, "my-work");
