import { heldAnswer } from "#domain/work/held";
import { ask } from "./client.ts";

/** All that the server can hold about patients, field by field. */
export const readHeld = async () => await ask(heldAnswer, "held-about-patients");
