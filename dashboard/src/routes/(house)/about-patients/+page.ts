import { readHeld } from "#lib/api/held.ts";
import { onlyFor } from "#lib/may.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async () => {
  onlyFor("/about-patients");
  return { answer: await readHeld() };
};
