/** How references look in one clinical system. */
export interface ReferenceForm {
  /** Form of a record's id in clear; absent where references are keyed. */
  readonly id?: RegExp;
  /** Form of a note's, letter's or file's own id in clear. */
  readonly item?: RegExp;
  /** Form of the clinic's account there, or of the host. */
  readonly tenant: RegExp;
}

/** RE2 knows each of these patterns, which PocketBase's engine then takes for granted: no look-around. */
const digits = /^\d{1,20}$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const hosted = /^[a-z0-9.-]+$/;
const anyHost = /^[a-z0-9.:[\]-]+$/;

/**
 * Every clinical system by the id of its adapter (`extension/clinical/`, which a test holds against this table). What does
 * not fit is no reference of that system; a system that does not stand here has none.
 */
export const referenceForms: ReadonlyMap<string, ReferenceForm> = new Map([
  [
    "cliniko",
    {
      id: /^[1-9]\d{0,18}$/,
      item: /^\d{1,19}$/,
      tenant: /^[a-z0-9][a-z0-9-]*(?:\.[a-z]{2}\d{1,2})?$/,
    },
  ],
  ["orthanc", { tenant: anyHost }],
  ["tm3", { id: digits, item: digits, tenant: hosted }],
  ["jane", { id: digits, item: digits, tenant: hosted }],
  ["pabau", { id: digits, item: digits, tenant: hosted }],
  ["nookal", { id: digits, item: digits, tenant: hosted }],
  ["openmrs", { id: uuid, item: uuid, tenant: anyHost }],
  ["bahmni", { id: uuid, item: uuid, tenant: anyHost }],
  ["openemr", { id: digits, item: digits, tenant: anyHost }],
  ["unknown-records", { tenant: anyHost }],
]);
