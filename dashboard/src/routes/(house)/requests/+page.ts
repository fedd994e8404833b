import { requestRow } from "#domain/registers/requests/request-row";
import { registerLoad } from "#lib/register-load.ts";
import { readColleagues } from "#lib/registers/incidents/reports.ts";
import type { PageLoad } from "./$types";

const listed = registerLoad("/requests", "requests", requestRow, ["open", "kind", "id"]);

export const load: PageLoad = async (event) => {
  const url = new URL(event.url);
  // What is open comes first; all of it where another view is asked for.
  if (!url.searchParams.has("open") && !url.searchParams.has("id")) url.searchParams.set("open", "open");
  const [list, colleagues] = await Promise.all([listed({ url, depends: event.depends }), readColleagues()]);
  return { ...list, colleagues };
};
