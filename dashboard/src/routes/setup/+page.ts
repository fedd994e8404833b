import { houseState, openLink } from "#lib/api/entrance.ts";
import { Problem } from "#lib/api/problem.ts";
import { takeToken } from "#lib/entrance/link-token.ts";
import type { PageLoad } from "./$types";

/** Opens the set-up link: what it is for, or why it no longer is. */
export const load: PageLoad = async () => {
  const { setUp } = await houseState();
  const token = takeToken();
  if (setUp || token === "") return { setUp, token, link: null };
  try {
    const link = await openLink(token);
    return { setUp, token, link: link.kind === "setup" ? link : null };
  } catch (thrown) {
    if (thrown instanceof Problem && ["not-found", "not-fitting"].includes(thrown.code)) {
      return { setUp, token, link: null };
    }
    throw thrown;
  }
};
