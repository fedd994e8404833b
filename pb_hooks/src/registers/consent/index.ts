export { consentsFhir } from "./fhir-route.ts";
export { decisions } from "./record-route.ts";
export { suppressed } from "./suppress.ts";
