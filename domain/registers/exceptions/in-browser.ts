import * as z from "zod/mini";
import { keyed, recordRef, systemName } from "../../base/forms.ts";
import { rowId } from "../../base/row-id.ts";
import { sentence } from "../../base/sentence.ts";
import { overrideReasons } from "../../ledger/mail-lists.ts";
import { exceptionStates } from "./exception.ts";

/** What a paired browser asks about exceptions. Document and recipient are digests under the clinic's key, made there. */

/** For which document and which recipient; `user`: who sits there. */
const forWhat = { document: keyed, recipient: keyed, user: rowId };
export const lookBody = z.strictObject(forWhat);
export const askBody = z.strictObject({
  ...forWhat,
  reason: z.enum(overrideReasons),
  words: sentence(300),
  trace: z.optional(rowId),
  system: z.optional(systemName),
  recordRef: z.optional(recordRef),
});
export const useBody = z.strictObject({ ...forWhat, id: rowId, trace: rowId });

/** How it stands for this document and this recipient. `until` is an instant, `who` who decided or '' where nobody did. */
export const lookAnswer = z.object({
  is: z.enum([...exceptionStates, "ended", "none"]),
  id: z.string(),
  until: z.string(),
  who: z.string(),
});
export type LookAnswer = z.infer<typeof lookAnswer>;
