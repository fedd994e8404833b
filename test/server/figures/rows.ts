import PocketBase from "pocketbase";
import { asLogFilters, filtersOf as mailFilters } from "#lib/mail/filters.ts";
import { filtersOf as incidentFilters, incidentQuestion } from "#lib/registers/incidents/list/filters.ts";
import { listFilter } from "#lib/registers/incidents/list/list-filter.ts";
import { filtersOf as logFilters, questionOf } from "#lib/state/log-filters.ts";
import type { TestServer } from "../../support/server/server.ts";
import { ask } from "../people/clinic.ts";

/** How many rows a page shows at an address, on all its pages: asked for as the page itself asks. */
export async function rowsAt(server: TestServer, token: string, address: string): Promise<number> {
  const [path = "", search = ""] = address.split("?");
  const params = new URLSearchParams(search);
  const now = Date.now();
  const zone = "Europe/London";
  if (path === "/incidents") {
    const question = incidentQuestion(incidentFilters(params), zone, now);
    const { expression, params: values } = listFilter({ ...question, limit: 50 });
    const filter = encodeURIComponent(new PocketBase(server.url).filter(expression, values));
    const list = `GET /api/collections/breaches/records?perPage=500&filter=${filter}`;
    const { status, body } = await ask(server, list, { token });
    if (status !== 200) throw new Error(`${address}: ${JSON.stringify(body)}`);
    return body.items.length;
  }
  const filters = mailFilters(params);
  const question =
    path === "/mail"
      ? { ...questionOf(asLogFilters(filters), zone, now), outcome: filters.outcome }
      : questionOf(logFilters(params), zone, now);
  const query = Object.entries(question)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  let rows = 0;
  let before: string | null = "";
  while (before !== null) {
    const from = before === "" ? [] : [`before=${before}`];
    const route = `GET /api/chaperone/${path === "/mail" ? "mail" : "events"}?${[...query, "limit=200", ...from].join("&")}`;
    const { status, body } = await ask(server, route, { token });
    if (status !== 200) throw new Error(`${address}: ${JSON.stringify(body)}`);
    rows += body.rows.length;
    before = body.next;
  }
  return rows;
}
