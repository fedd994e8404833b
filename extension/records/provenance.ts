import type { ProvenanceAnswer } from "../answers.ts";
import type { MessageData } from "../messages.ts";
import { currentPolicy } from "../policy/held-policy.ts";
import { hmacBy } from "./hmac.ts";
import { comparedName, currentMarks, type Mark, markOf } from "./marks.ts";

/** Whether a text or a file's bytes came from the clinical system in the last days, and the trace that ties it to the record. */
export async function provenance({ text, bytes }: MessageData<"provenance">): Promise<ProvenanceAnswer> {
  const known = await whatIsKnown();
  if (!known) return null;
  const { hmac, marks, now } = known;
  const compared = {
    ...(text === undefined ? {} : { text: await hmac(text) }),
    ...(bytes === undefined ? {} : { bytes: await hmac(bytes) }),
  };
  return answerOf(markOf(marks, compared, now));
}

/** The same of files, each by its name. */
export async function fileOrigins({
  names,
}: MessageData<"file-origins">): Promise<readonly ProvenanceAnswer[]> {
  const known = await whatIsKnown();
  if (!known) return names.map(() => null);
  const { marks, hmac, now } = known;
  return Promise.all(
    names.map(async (name) => answerOf(markOf(marks, { name: await hmac(comparedName(name)) }, now))),
  );
}

/** Sizes of files that were downloaded: only one of such a size can be the same, so that no other has to be read. */
export async function knownSizes(): Promise<{ sizes: readonly number[] }> {
  const marks = await currentMarks(Date.now());
  return { sizes: [...new Set(marks.flatMap(({ size }) => size ?? []))] };
}

/** The record that a document came from, by its digest or its name. */
export async function whereFrom({
  name,
  digest,
}: {
  readonly name?: string;
  readonly digest: string;
}): Promise<{ readonly system: string; readonly ref: string } | undefined> {
  const known = await whatIsKnown();
  if (!known) return undefined;
  const { hmac, marks, now } = known;
  const keyed = await hmac(digest);
  const compared = { text: keyed, bytes: keyed };
  const found = markOf(
    marks,
    name === undefined ? compared : { ...compared, name: await hmac(comparedName(name)) },
    now,
  );
  return found?.ref && found.from ? { system: found.from, ref: found.ref } : undefined;
}

/** The marks of now and the key under which they are compared; nothing where there is no mark, as on most days. */
async function whatIsKnown() {
  const now = Date.now();
  const [policy, marks] = await Promise.all([currentPolicy(), currentMarks(now)]);
  return policy && marks.length > 0 ? { marks, hmac: hmacBy(policy.referenceKey), now } : undefined;
}

function answerOf(found: Mark | undefined): ProvenanceAnswer {
  if (!found) return null;
  const { trace, system, how, at, card } = found;
  const provenance = { system, how, at: new Date(at).toISOString() };
  return { trace, provenance, ...(card === undefined ? {} : { record: card }) };
}
