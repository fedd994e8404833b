import { error } from "@sveltejs/kit";
import { allPeople } from "#lib/api/people.ts";
import { onlyFor } from "#lib/may.ts";
import { actionsOf } from "#lib/registers/actions/api.ts";
import { readColleagues } from "#lib/registers/incidents/reports.ts";
import { readRequest } from "#lib/registers/requests/api.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ params, depends }) => {
  depends("chaperone:request");
  onlyFor("/requests");
  const [request, actions, people, colleagues] = await Promise.all([
    readRequest(params.id),
    actionsOf("requests", params.id),
    allPeople(),
    readColleagues(),
  ]);
  if (request === undefined)
    error(404, "There is no such request.", { hint: "Or it is not for you to see." });
  return { request, actions, people, colleagues };
};
