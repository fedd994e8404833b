import { objectionRow } from "#domain/registers/objections/objection";
import { registerLoad } from "#lib/register-load.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = registerLoad("/objections", "objections", objectionRow, [
  "what",
  "state",
  "id",
]);
