import { redirect } from "@sveltejs/kit";
import { houseState } from "#lib/api/entrance.ts";
import { backFrom } from "#lib/sign-in-address.ts";
import { session } from "#lib/state/session.svelte.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ url }) => {
  const back = backFrom(url.searchParams.get("back"), url.origin);
  if (session.person !== null) redirect(307, back);
  return { back, ended: url.searchParams.has("back"), state: await houseState() };
};
