import { systemName } from "#domain/base/forms";
import { policy } from "#domain/policy";
import { typedRecord } from "#lib/format/record.ts";

/** References as people paste them: one a line, or with commas; a clinical system's address gives its number. */
export type PeopleTyped = { readonly refs: readonly string[]; readonly wrong: readonly string[] };

export function peopleTyped(text: string): PeopleTyped {
  const refs = new Set<string>();
  const wrong: string[] = [];
  for (const word of text.split(/[\s,;]+/).filter(Boolean)) {
    const ref = typedRecord(word);
    if (ref === undefined || ref === "") wrong.push(word);
    else refs.add(ref);
  }
  return { refs: [...refs], wrong };
}

export const isSystem = (name: string): boolean => systemName.safeParse(name).success;

/** Parts that one act takes. */
export function inParts<Item>(items: readonly Item[], size: number = policy.peopleAtOnce.amount): Item[][] {
  const parts: Item[][] = [];
  for (let at = 0; at < items.length; at += size) parts.push(items.slice(at, at + size));
  return parts;
}
