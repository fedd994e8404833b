import { canaryFields } from "../../sites/canary.ts";
import { patientList } from "../../sites/patient-list.ts";
import { products } from "../../sites/products.ts";

/** Words of our own that a browser gives in an event or tells of itself; all that any version has given. */

/** `detail.adapter` of what was held: in mail, or at a clinical system's own button that sends by e-mail. */
export const heldAdapterIds: ReadonlySet<string> = new Set(products.map(({ id }) => id));

/**
 * `id` of an adapter in what a browser tells of itself, of the clinic's corrections where it took them not, and of the list
 * of its patients where it can't ask it, or asks an older one.
 */
export const adapterIds: ReadonlySet<string> = new Set([
  ...products.map(({ id }) => id),
  "corrections",
  patientList,
]);

/** An adapter that the clinic made for a page of its own: numbered, so that no word of anybody's stands in it. */
export const ownAdapter = /^own-\d{1,2}$/;

/** `field` of what an adapter did not find. */
export const missedFields: ReadonlySet<string> = new Set(canaryFields);

/** How an adapter stands; `signed-out` was told by none that was released, and is understood. */
export const adapterStates: ReadonlySet<string> = new Set([
  "watching",
  "idle",
  "blind",
  "late",
  "no-access",
  "refused",
  "signed-out",
]);

/** `recordKind`. */
export const recordKinds: ReadonlySet<string> = new Set(["patient", "study", "series", "instance"]);

/** `detail.page`. */
export const recordPages: ReadonlySet<string> = new Set(
  `account appointment attachment chart communication dashboard document edit form instance invoice letter lookup other patient
  patients series study treatment-note`.split(/\s+/),
);

/** `detail.what`. */
export const takenOut: ReadonlySet<string> = new Set(
  "archive attachment file instance letter list mail-approved mail-link mail-unapproved media patient treatment-note".split(
    " ",
  ),
);

/** `detail.detector`: version of the weights, or none where nothing was judged. */
export const detectorForm = /^(?:none|(?:rules-)?\d{1,4}(?:\.\d{1,4}){0,2}|linear-[0-9a-f]{8})$/;

/** `health.version`, as a browser's store takes it, with what a version before a release is called. */
export const versionForm = /^\d{1,5}(?:\.\d{1,5}){0,3}(?:-(?:alpha|beta|dev|rc)(?:\.\d{1,4})?)?$/;
