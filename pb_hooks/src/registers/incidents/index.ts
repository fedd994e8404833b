export { candourYear } from "./law/candour-year-route.ts";
export { myReports } from "./reported/my-reports-route.ts";
export { readRecipient, readReporter, recipient } from "./reported/recipient-route.ts";
export { report } from "./reported/report-route.ts";
export { addEvidence } from "./versions/evidence-route.ts";
export { breachChanges, breachDraft, breachReport, incidentSchema } from "./versions/export-routes.ts";
export { addFile } from "./versions/file-route.ts";
export { proveVersions } from "./versions/proof.ts";
export { breachRegister } from "./versions/register-route.ts";
