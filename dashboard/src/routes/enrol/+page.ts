import { openLink } from "#lib/api/entrance.ts";
import { Problem } from "#lib/api/problem.ts";
import { takeToken } from "#lib/entrance/link-token.ts";
import type { PageLoad } from "./$types";

/** Opens an invitation or a re-enrolment; a link that is over is told as such. */
export const load: PageLoad = async () => {
  const token = takeToken();
  if (token === "") return { token, link: null };
  try {
    const link = await openLink(token);
    return { token, link: link.kind === "setup" ? null : link };
  } catch (thrown) {
    if (thrown instanceof Problem && ["not-found", "not-fitting"].includes(thrown.code)) {
      return { token, link: null };
    }
    throw thrown;
  }
};
