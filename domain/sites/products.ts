/** A product that the extension knows, by the id of its adapter. */
export interface Product {
  readonly id: string;
  readonly kind: "webmail" | "clinical";
  readonly name: string;
  /** What a clinic chooses that runs it under an address of its own; left out: its name. */
  readonly chosenAs?: string;
}

/** Every product that has an adapter, in the order in which they are offered. */
export const products: readonly Product[] = [
  { id: "roundcube", kind: "webmail", name: "Roundcube" },
  { id: "snappymail", kind: "webmail", name: "SnappyMail" },
  { id: "gmail", kind: "webmail", name: "Gmail", chosenAs: "Gmail under another address" },
  {
    id: "outlook",
    kind: "webmail",
    name: "Outlook on the web",
    chosenAs: "Outlook on the web under another address",
  },
  { id: "unknown-mail", kind: "webmail", name: "Webmail", chosenAs: "Another webmail" },
  { id: "cliniko", kind: "clinical", name: "Cliniko" },
  { id: "orthanc", kind: "clinical", name: "Orthanc" },
  { id: "tm3", kind: "clinical", name: "TM3" },
  { id: "jane", kind: "clinical", name: "Jane" },
  { id: "pabau", kind: "clinical", name: "Pabau" },
  { id: "nookal", kind: "clinical", name: "Nookal" },
  { id: "openmrs", kind: "clinical", name: "OpenMRS" },
  { id: "bahmni", kind: "clinical", name: "Bahmni" },
  { id: "openemr", kind: "clinical", name: "OpenEMR" },
  { id: "unknown-records", kind: "clinical", name: "Clinical system", chosenAs: "Another clinical system" },
];
