import { sourceWords } from "../../law/rule.ts";
import { purposeOf } from "../../law/sharing-purposes.ts";
import type { ConsentRow } from "./consent-row.ts";

const scopes = "http://terminology.hl7.org/CodeSystem/consentscope";
const loinc = "http://loinc.org";

/** A decision as FHIR R4 writes it (hl7.org/fhir/R4/consent.html): the record by its reference alone, and nobody's name. */
export interface FhirConsent {
  readonly resourceType: "Consent";
  readonly id: string;
  readonly status: "active" | "inactive";
  readonly [element: string]: unknown;
}

/**
 * A patient's decision as a Consent of FHIR R4.
 *
 * @param today - Civil date at the clinic: a decision whose last day has passed is inactive.
 */
export function fhirConsent(row: ConsentRow, today: string): FhirConsent {
  const purpose = purposeOf(row.purpose);
  const period = { start: row.from, ...(row.until && { end: row.until }) };
  return {
    resourceType: "Consent",
    id: row.id,
    identifier: [{ system: "urn:chaperone:consents", value: row.id }],
    status: row.until !== "" && row.until < today ? "inactive" : "active",
    scope: {
      coding: [{ system: scopes, code: row.purpose === "research" ? "research" : "patient-privacy" }],
      text: purpose.name,
    },
    category: [{ coding: [{ system: loinc, code: "59284-0" }], text: "Patient Consent" }],
    patient: {
      type: "Patient",
      identifier: { system: `urn:chaperone:record:${row.system}`, value: row.recordRef },
    },
    dateTime: row.at,
    policyRule: { text: `${purpose.basis}: ${sourceWords(purpose.source)}` },
    provision: { type: row.decision === "yes" ? "permit" : "deny", period },
  };
}

/** What stands before the first decision of a file, and after the last: it is written row by row. */
export const bundleStarts = (asOf: string): string =>
  `{"resourceType":"Bundle","type":"collection","timestamp":${JSON.stringify(asOf)},"entry":[`;
export const bundleEnds = "]}";

/** One decision within the file; its address is a name, for nothing can be fetched by it. */
export const bundleEntry = (row: ConsentRow, today: string): string =>
  JSON.stringify({ fullUrl: `urn:chaperone:consents:${row.id}`, resource: fhirConsent(row, today) });
