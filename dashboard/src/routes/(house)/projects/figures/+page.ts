import { checkRow } from "#domain/registers/projects/project-row";
import { registerLoad } from "#lib/register-load.ts";

export const load = registerLoad("/projects/figures", "project-checks", checkRow, [
  "project",
  "leavesAs",
  "id",
]);
