import { consentRow } from "#domain/registers/consent/consent-row";
import { registerLoad } from "#lib/register-load.ts";

export const load = registerLoad("/consent", "consents", consentRow, ["purpose", "decision", "id"]);
