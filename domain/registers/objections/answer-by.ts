import type { Nation } from "../../law/four-answers.ts";
import { monthLimits } from "../requests/month.ts";

/** Last civil date to answer: the month of Art 12A, which everybody has who works here as well. */
export const answerBy = (askedOn: string, nation: Nation): string =>
  monthLimits({
    ...{ nation, receivedOn: askedOn, identityAskedOn: "", identityOn: "", feeAskedOn: "", feePaidOn: "" },
    ...{ pauses: [], isAccess: false, extended: false },
  }).limit;
