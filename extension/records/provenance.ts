import type { ProvenanceAnswer } from "../answers.ts";
import type { MessageData } from "../messages.ts";
import { currentPolicy } from "../policy/held-policy.ts";
import { hmacBy } from "./hmac.ts";
import { comparedName, currentMarks, type Mark, markOf } from "./marks.ts";

/** Whether a text was copied in the clinical system minutes ago, and the trace that ties it to the record. */
export async function provenance({ text }: MessageData<"provenance">): Promise<ProvenanceAnswer> {
  const known = await whatIsKnown();
  return known ? answerOf(markOf(known.marks, { text: await known.hmac(text) })) : null;
}

/** The same of files, each by its name. */
export async function fileOrigins({
  names,
}: MessageData<"file-origins">): Promise<readonly ProvenanceAnswer[]> {
  const known = await whatIsKnown();
  if (!known) return names.map(() => null);
  const { marks, hmac } = known;
  return Promise.all(
    names.map(async (name) => answerOf(markOf(marks, { name: await hmac(comparedName(name)) }))),
  );
}

/** The marks of now and the key under which they are compared; nothing where there is no mark, as on most days. */
async function whatIsKnown() {
  const [policy, marks] = await Promise.all([currentPolicy(), currentMarks(Date.now())]);
  return policy && marks.length > 0 ? { marks, hmac: hmacBy(policy.referenceKey) } : undefined;
}

function answerOf(found: Mark | undefined): ProvenanceAnswer {
  if (!found) return null;
  const { trace, system, how, at } = found;
  return { trace, provenance: { system, how, at: new Date(at).toISOString() } };
}
