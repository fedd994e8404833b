import { readdirSync } from "node:fs";
import { dirname } from "node:path";

/** Every address of the dashboard as its folders name it, groups left out: `/incidents/[id]`. */
export const dashboardRoutes: readonly string[] = readdirSync("dashboard/src/routes", {
  recursive: true,
  encoding: "utf8",
})
  .filter((name) => name.endsWith("+page.svelte"))
  .map((name) => `/${dirname(name)}`.replace(/\/\([^)]*\)|\/\.$/g, "") || "/")
  .sort();
