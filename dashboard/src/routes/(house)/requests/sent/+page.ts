import { sentRow } from "#domain/registers/requests/sent/sent-row";
import { registerLoad } from "#lib/register-load.ts";

export const load = registerLoad("/requests/sent", "sent-requests", sentRow, ["state", "id"]);
