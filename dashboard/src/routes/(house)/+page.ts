import { readMyWork } from "#lib/api/my-work.ts";
import { readColleagues } from "#lib/registers/incidents/reports.ts";
import { readDesk, readTeamMessage } from "#lib/registers/reviews/api.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ depends, parent }) => {
  depends("chaperone:today");
  const { today } = await parent();
  const [work, colleagues, message, desk] = await Promise.all([
    readMyWork(),
    readColleagues(),
    readTeamMessage(),
    // Whoever reads no register holds no review.
    today.blind === null ? null : readDesk(),
  ]);
  return { work, colleagues, message, desk };
};
