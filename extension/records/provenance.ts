import type { ProvenanceAnswer } from "../answers.ts";
import type { MessageData } from "../messages.ts";
import { currentPolicy } from "../policy/held-policy.ts";
import { hmacBy } from "./hmac.ts";
import { comparedName, currentMarks, markOf } from "./marks.ts";

/** Whether a document came from the clinical system minutes ago, and the trace that ties it to the record. */
export async function provenance({ name, text }: MessageData<"provenance">): Promise<ProvenanceAnswer> {
  const policy = await currentPolicy();
  if (!policy) return null;
  const hmac = hmacBy(policy.referenceKey);
  const found = markOf(await currentMarks(Date.now()), {
    ...(name === undefined ? {} : { name: await hmac(comparedName(name)) }),
    ...(text === undefined ? {} : { text: await hmac(text) }),
  });
  if (!found) return null;
  const { trace, system, how, at } = found;
  return { trace, provenance: { system, how, at: new Date(at).toISOString() } };
}
