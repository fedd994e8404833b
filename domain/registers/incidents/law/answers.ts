import * as z from "zod/mini";
import { careKinds, harms, opinions, resultedAnswers } from "../../../law/candour-facts.ts";

/** Whether the regulator of care has to be told of a case, as it was answered. */
export const careAnswer = z.object({
  /** Lines of the law that were asked about; of another regulator's the answer does not count. */
  lines: z.array(z.string()),
  /** Those of them that this case is. */
  applies: z.array(z.string()),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});
export type CareAnswer = z.infer<typeof careAnswer>;

/** What is known of harm to a person through their care. */
export const candourAnswer = z.object({
  care: z.enum(careKinds),
  resulted: z.enum(resultedAnswers),
  harm: z.enum(harms),
  opinion: z.enum(opinions),
  /** Instant; '' where it is not known. */
  opinionAt: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});
export type CandourAnswer = z.infer<typeof candourAnswer>;
