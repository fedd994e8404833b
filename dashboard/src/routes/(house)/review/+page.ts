import { allPeople } from "#lib/api/people.ts";
import { onlyFor } from "#lib/may.ts";
import { readDesk, readReview, readReviews } from "#lib/registers/reviews/api.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ depends }) => {
  depends("chaperone:review");
  onlyFor("/review");
  const [desk, reviews, people] = await Promise.all([readDesk(), readReviews(), allPeople()]);
  const file = desk.open === "" ? null : await readReview(desk.open);
  return { desk, reviews, people, file };
};
