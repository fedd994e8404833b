import { error } from "@sveltejs/kit";
import { allPeople } from "#lib/api/people.ts";
import { Problem } from "#lib/api/problem.ts";
import { readIncident } from "#lib/registers/incidents/api.ts";
import { readColleagues } from "#lib/registers/incidents/reports.ts";
import { readBreachTraining } from "#lib/registers/training/api.ts";
import type { PageLoad } from "./$types";

/** Who may read a case the server says: people let in for a time are staff too. */
export const load: PageLoad = async ({ params, depends }) => {
  depends("chaperone:incident");
  try {
    const [file, people, colleagues, training] = await Promise.all([
      readIncident(params.id),
      allPeople(),
      readColleagues(),
      readBreachTraining(),
    ]);
    return { file, people, colleagues, training };
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.code === "not-found") {
      error(404, "There is no such incident.", { hint: "Or it is not for you to see." });
    }
    throw thrown;
  }
};
