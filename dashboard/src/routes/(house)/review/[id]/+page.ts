import { allPeople } from "#lib/api/people.ts";
import { onlyFor } from "#lib/may.ts";
import { readReview, readTeamMessage } from "#lib/registers/reviews/api.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ params, depends }) => {
  depends("chaperone:review");
  onlyFor("/review");
  const [file, people, message] = await Promise.all([
    readReview(params.id),
    allPeople(),
    readTeamMessage(params.id),
  ]);
  return { file, people, message };
};
