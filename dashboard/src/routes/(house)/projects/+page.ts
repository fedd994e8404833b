import { projectRow } from "#domain/registers/projects/project-row";
import { registerLoad } from "#lib/register-load.ts";

export const load = registerLoad("/projects", "projects", projectRow, ["state", "purpose", "id"]);
