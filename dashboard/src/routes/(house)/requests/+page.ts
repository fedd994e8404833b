import { requestRow } from "#domain/registers/requests/request-row";
import { registerLoad } from "#lib/register-load.ts";
import type { PageLoad } from "./$types";

const listed = registerLoad("/requests", "requests", requestRow, ["open", "kind", "id"]);

export const load: PageLoad = async (event) => {
  const url = new URL(event.url);
  // What is open comes first; all of it where another view is asked for.
  if (!url.searchParams.has("open") && !url.searchParams.has("id")) url.searchParams.set("open", "open");
  return listed({ url, depends: event.depends });
};
