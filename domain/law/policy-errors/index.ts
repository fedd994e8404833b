import { actErrors } from "./acts.ts";
import type { PolicyError } from "./error.ts";
import { keepingErrors } from "./keeping.ts";
import { rightsErrors } from "./rights.ts";

/** All that is known to be wrong in policies, in the order in which it is looked for. */
export const policyErrors: readonly PolicyError[] = [...actErrors, ...rightsErrors, ...keepingErrors];
