import { redirect } from "@sveltejs/kit";
import { theClinic } from "#lib/api/clinic.ts";
import { houseState } from "#lib/api/entrance.ts";
import { Problem } from "#lib/api/problem.ts";
import { readToday } from "#lib/api/today.ts";
import { signInAddress } from "#lib/sign-in-address.ts";
import { session } from "#lib/state/session.svelte.ts";
import { zone } from "#lib/state/zone.svelte.ts";
import type { LayoutLoad } from "./$types";

/** What the frame shows on every page: the person, the clinic, and how much of it is seen today. */
export const load: LayoutLoad = async ({ url, untrack, depends }) => {
  depends("chaperone:frame");
  const signIn = untrack(() => signInAddress(url));
  if (session.person === null) redirect(307, signIn);
  try {
    await session.refresh();
    const [clinic, today, state] = await Promise.all([theClinic(), readToday(), houseState()]);
    zone.set(clinic.timeZone);
    return { clinic, today, release: state.version };
  } catch (thrown) {
    // A person deactivated meanwhile finds no row of their own.
    if (thrown instanceof Problem && ["not-signed-in", "not-found"].includes(thrown.code)) {
      await session.signOut();
      redirect(307, signIn);
    }
    throw thrown;
  }
};
