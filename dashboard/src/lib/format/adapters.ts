/** Names of the products behind the adapters that the extension ships (SITES.md F). */
const names: Readonly<Record<string, string>> = {
  cliniko: "Cliniko",
  orthanc: "Orthanc",
  tm3: "TM3",
  jane: "Jane",
  pabau: "Pabau",
  nookal: "Nookal",
  openmrs: "OpenMRS",
  bahmni: "Bahmni",
  openemr: "OpenEMR",
  "unknown-records": "Clinical system",
  gmail: "Gmail",
  roundcube: "Roundcube",
  "unknown-mail": "Webmail",
  /** The extension itself: what it said of its own state could not be read. */
  chaperone: "the extension’s own report",
};

export const adapterName = (id: string): string => names[id] ?? id;

/** What a clinic may say runs on a host of its own. */
export const webmails: readonly { readonly value: string; readonly name: string }[] = [
  { value: "roundcube", name: "Roundcube" },
  { value: "gmail", name: "Gmail under another address" },
  { value: "unknown-mail", name: "Another webmail" },
];
export const clinicalSystems: readonly { readonly value: string; readonly name: string }[] = [
  "cliniko",
  "orthanc",
  "tm3",
  "jane",
  "pabau",
  "nookal",
  "openmrs",
  "bahmni",
  "openemr",
]
  .map((value) => ({ value, name: adapterName(value) }))
  .concat({ value: "unknown-records", name: "Another clinical system" });
