import { heldAnswer } from "#domain/work/held";
import { ask } from "./client.ts";

/** All that the server can hold about patients. */
export const readHeld = async () => (await ask(heldAnswer, "held-about-patients")).held;
