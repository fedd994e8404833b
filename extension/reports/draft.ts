import * as z from "zod/mini";
import { eventId } from "#domain/base/forms";
import { namesAPatient } from "#domain/detector/screen";
import { type Stored, stored } from "../stored.ts";
import { type ReportFields, reportFields } from "./fields.ts";

/** A report that was not sent yet, and whose it is: at a desk nobody else is shown it. */
const draft = z.object({
  person: z.string(),
  savedAt: z.int(),
  fields: reportFields,
  /** Under which this wording was sent without an answer. */
  id: z.optional(eventId),
});
export type Draft = z.infer<typeof draft>;

const asked = z.nullable(draft);
const onDisk: Stored<Draft | null> = stored<Draft | null>("local:report-draft", asked, null);
/** A confidential one lives in memory until the browser closes. */
const inMemory: Stored<Draft | null> = stored<Draft | null>("session:report-draft", asked, null);

/**
 * Where a draft may lie. At a shared desk a colleague would come upon one that is confidential, or by somebody who is
 * not the one chosen there: it is not kept.
 */
export function keptWhere(
  fields: ReportFields,
  desk: boolean,
  person: string,
): "disk" | "memory" | "nowhere" {
  const { confidential, reporter } = fields;
  if (!desk) return confidential ? "memory" : "disk";
  const own = person !== "" && (reporter === "" || reporter === person);
  return own && !confidential ? "disk" : "nowhere";
}

/** A sentence that names a patient stays on the screen alone; so does whom it is not about. */
export function fieldsToKeep(fields: ReportFields): ReportFields {
  const { confidential, text } = fields;
  return {
    ...fields,
    text: namesAPatient(text) ? "" : text,
    ...(confidential ? {} : { aboutWhom: "", about: "" }),
  };
}

/** Keeps a draft where it may lie, and nowhere else. @returns Whether it is kept. */
export async function keepDraft(one: Draft, desk: boolean): Promise<boolean> {
  const where = keptWhere(one.fields, desk, one.person);
  const kept = { ...one, fields: fieldsToKeep(one.fields) };
  await (where === "disk" ? onDisk.set(kept) : onDisk.remove());
  await (where === "memory" ? inMemory.set(kept) : inMemory.remove());
  return where !== "nowhere";
}

/** The draft of this person, if one is kept. */
export async function keptDraft(person: string): Promise<Draft | null> {
  const all = await Promise.all([inMemory.get(), onDisk.get()]);
  return all.find((one) => one?.person === person) ?? null;
}

export async function dropDraft(): Promise<void> {
  await Promise.all([onDisk.remove(), inMemory.remove()]);
}
