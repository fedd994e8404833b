import * as z from "zod/mini";
import { stored } from "../stored.ts";

/** Whether what the clinic's server gave last was not taken; the last good one goes on then. */
export const correctionsRefused = stored("local:corrections-refused", z.boolean(), false);
