import { config } from "zod/mini";

/** An extension may not compile code: without this zod's probe for it is reported as a CSP violation (STACK.md 4). */
config({ jitless: true });
