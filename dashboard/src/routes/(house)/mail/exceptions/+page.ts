import { exceptionRow } from "#domain/registers/exceptions/exception";
import { registerLoad } from "#lib/register-load.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = registerLoad("/mail/exceptions", "exceptions", exceptionRow, ["state", "id"]);
