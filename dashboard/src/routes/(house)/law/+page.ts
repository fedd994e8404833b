import { onlyFor } from "#lib/may.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = () => {
  onlyFor("/law");
};
