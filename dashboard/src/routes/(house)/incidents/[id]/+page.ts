import { error } from "@sveltejs/kit";
import { readIncident, trainingDays } from "#lib/api/incidents.ts";
import { allPeople } from "#lib/api/people.ts";
import { Problem } from "#lib/api/problem.ts";
import { readColleagues } from "#lib/api/reports.ts";
import type { PageLoad } from "./$types";

/** Who may read a case the server says: people let in for a time are staff too. */
export const load: PageLoad = async ({ params, depends }) => {
  depends("chaperone:incident");
  try {
    const [file, people, colleagues, training] = await Promise.all([
      readIncident(params.id),
      allPeople(),
      readColleagues(),
      trainingDays(),
    ]);
    return { file, people, colleagues, training };
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.code === "not-found") {
      error(404, "There is no such incident.", { hint: "Or it is not for you to see." });
    }
    throw thrown;
  }
};
