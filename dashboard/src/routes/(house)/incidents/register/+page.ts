import { onlyFor } from "#lib/may.ts";
import { readRegister } from "#lib/registers/incidents/files.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ url, depends }) => {
  depends("chaperone:incidents");
  onlyFor("/incidents/register");
  const confidential = url.searchParams.get("confidential") === "yes";
  return { confidential, register: await readRegister(confidential) };
};
