import { isUnwritten } from "../../base/sentence.ts";
import { screenSentence } from "../../detector/screen.ts";
import { isTwoNames } from "../../detector/screening/in-ids.ts";
import { referenceForms } from "../../sites/reference-forms.ts";
import type { Refused } from "../check-event.ts";
import type { Health, SentEvent } from "../event.ts";
import { shownKeys } from "./shown-keys.ts";
import {
  adapterIds,
  adapterStates,
  detectorForm,
  heldAdapterIds,
  missedFields,
  ownAdapter,
  recordKinds,
  recordPages,
  takenOut,
  versionForm,
} from "./words.ts";

/**
 * What a browser gives in words that are not its own to choose: lists, forms by system. The schemas of `event.ts` say what
 * a field may look like; an event that is stored for years holds nothing in it that a person or a page wrote. Rows of before
 * were stored by the schemas alone, and stay as they are.
 */

const invalid = (field: string): Refused => ({ field, reason: "invalid" });
const keyed = "k1:";

/**
 * The field of a new event that is none of ours; undefined for a good one.
 *
 * @param isNamed - Whether the clinic itself names a host as this system, so that it may be called as it is. Asked only of a
 *   host that could name somebody.
 */
export function unfitField(event: SentEvent, isNamed: (system: string) => boolean): Refused | undefined {
  const { system, recordKind, detail } = event;
  if (system !== undefined && !isSystem(system, isNamed)) return invalid("system");
  if (recordKind !== undefined && !recordKinds.has(recordKind)) return invalid("recordKind");
  const reference = unfitReference(event);
  if (reference) return reference;
  return event.kind.startsWith("record.") ? unfitOfRecord(detail) : unfitOfMail(detail);
}

/** Whether a reference is one of this system, in clear by its form or keyed. */
export function isReferenceOf(system: string, reference: string): boolean {
  const form = referenceForms.get(adapterOf(system));
  return fits(form?.id, reference, form !== undefined);
}

function unfitReference({ system, recordRef, detail }: SentEvent): Refused | undefined {
  const { item } = detail;
  if (recordRef === undefined && item === undefined) return undefined;
  const form = referenceForms.get(adapterOf(system ?? ""));
  if (recordRef !== undefined && !isReferenceOf(system ?? "", recordRef)) return invalid("recordRef");
  if (item !== undefined && !fits(form?.item, String(item), recordRef !== undefined))
    return invalid("detail.item");
  return undefined;
}

/** In clear by the system's form, or keyed. */
const fits = (form: RegExp | undefined, reference: string, mayBeKeyed: boolean): boolean =>
  reference.startsWith(keyed) ? mayBeKeyed : form?.test(reference) === true;

const adapterOf = (system: string): string => system.slice(0, system.indexOf(":"));

/** Hosts by system that were found to name nobody. */
const fine = new Set<string>();

function isSystem(system: string, isNamed: (system: string) => boolean): boolean {
  if (fine.has(system)) return true;
  const adapter = adapterOf(system);
  const tenant = system.slice(adapter.length + 1);
  if (referenceForms.get(adapter)?.tenant.test(tenant) !== true) return false;
  if (namesSomebody(tenant)) return isNamed(system);
  // A host is told by each event of its page, and looked at once.
  if (fine.size < 200) fine.add(system);
  return true;
}

/** "agnieszka-wojcik", "mrs-moss.uk2", "9434765919": a host of a clinic is mostly called otherwise. */
const namesSomebody = (tenant: string): boolean => {
  const bare = tenant.replace(/:\d{1,5}$/, "");
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(bare)) return false;
  const words = bare.replace(/[.-]+/g, " ");
  return screenSentence(words).length > 0 || (bare.match(/[a-z]{8,}/g) ?? []).some(isTwoNames);
};

function unfitOfRecord({ page, what }: SentEvent["detail"]): Refused | undefined {
  if (page !== undefined && !recordPages.has(String(page))) return invalid("detail.page");
  return what === undefined || takenOut.has(String(what)) ? undefined : invalid("detail.what");
}

const isHeldAdapter = (id: string): boolean => heldAdapterIds.has(id) || ownAdapter.test(id);

function unfitOfMail({ adapter, shown, detector, sentence }: SentEvent["detail"]): Refused | undefined {
  if (adapter !== undefined && !isHeldAdapter(String(adapter))) return invalid("detail.adapter");
  if (detector !== undefined && !detectorForm.test(String(detector))) return invalid("detail.detector");
  if (Array.isArray(shown) && !shown.every((key) => shownKeys.has(String(key))))
    return invalid("detail.shown");
  return typeof sentence === "string" && isUnwritten(sentence) ? invalid("detail.sentence") : undefined;
}

/** Whether what a browser tells of itself is in our words alone. */
export const isFitHealth = ({ version, adapters }: Health): boolean =>
  versionForm.test(version) &&
  adapters.every(
    ({ id, state, misses = [] }) =>
      (adapterIds.has(id) || ownAdapter.test(id)) &&
      adapterStates.has(state) &&
      misses.every(({ field }) => missedFields.has(field)),
  );
