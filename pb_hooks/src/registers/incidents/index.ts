export { candourYear } from "./candour-year-route.ts";
export { addEvidence } from "./evidence-route.ts";
export { breachChanges, breachRegister, breachReport, incidentSchema } from "./export-routes.ts";
export { addFile } from "./file-route.ts";
export { myReports } from "./my-reports-route.ts";
export { proveVersions } from "./proof.ts";
export { readRecipient, readReporter, recipient } from "./recipient-route.ts";
export { report } from "./report-route.ts";
