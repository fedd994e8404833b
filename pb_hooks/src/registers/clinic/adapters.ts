import { clinicId } from "#domain/clinic/clinic";
import { namesAPatient, screenSentence } from "#domain/detector/screen";
import { type Correction, changedCorrections, corrections, textsOf } from "#domain/sites/corrections";
import { correctionsLongest, correctionsMost, signedText } from "#domain/sites/signing";
import type { Handlers } from "../../acts/doing.ts";
import { rowAt, saveRow } from "../../acts/row.ts";
import { refuse } from "../../base/refusal.ts";
import { signatureOf } from "../../ledger/chain/checkpoint.ts";

/**
 * Corrects what browsers know of pages: adapters in place of those with the same id. All of them together are one revision,
 * signed with the key of the ledger; a browser takes no other.
 */
export const correctAdapters: Handlers<"clinic">["clinic.adapters"] = ({ tx, actor, id, version, data }) => {
  if (id !== clinicId) throw new NotFoundError("There is no such row.");
  const clinic = rowAt(tx, "clinic", id, version);
  if (data.put.length + data.drop.length === 0) refuse("data", "nothing", "Nothing would change.");
  const put = corrections.safeParse(data.put);
  if (!put.success) refuse("data.put", "invalid", "What is published does not fit the schema of adapters.");
  const [names, facts] = [put.data.map(({ name }) => name), put.data.map(factsOf)];
  if (names.some(namesAPatient) || textsOf(facts).some(isAboutSomebody))
    refuse("data.put", "names-a-patient", "Something in it looks like a patient’s name or number.");
  const adapters = changedCorrections(adaptersIn(clinic), { put: put.data, drop: data.drop });
  if (!adapters)
    refuse("data.put", "too_big", `A clinic holds ${correctionsMost} at most: take one off first.`);
  const revision = clinic.getInt("adaptersRevision") + 1;
  const text = JSON.stringify({ v: 1, revision, adapters });
  if (text.length > correctionsLongest)
    refuse("data.put", "too_big", "All of them together are too long: take one off first.");
  clinic.set("adapters", text);
  clinic.set("adaptersRevision", revision);
  clinic.set("adaptersSignature", signatureOf(signedText(revision, $security.sha256(text))));
  clinic.set(
    "adapterNames",
    adapters.map(({ id, name, version }) => ({ id, name, version })),
  );
  return saveRow(tx, clinic, "adapters", actor);
};

/** What is written in the forms of a program: not the name, which a person gives, nor where all of it is from. */
const factsOf = ({ evidence: _, name: __, ...facts }: Correction): object => facts;

/** A selector copied from a page may hold somebody's name, which has two parts there: one word alone is a part of a program. */
const isAboutSomebody = (text: string): boolean =>
  screenSentence(text).some(({ kind, start, end }) => kind !== "name" || /\s/.test(text.slice(start, end)));

function adaptersIn(clinic: pb.Record): readonly Correction[] {
  const text = clinic.getString("adapters");
  return text === "" ? [] : (JSON.parse(text) as { readonly adapters: readonly Correction[] }).adapters;
}
