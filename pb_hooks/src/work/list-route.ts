import { listPageRows } from "#domain/work/list";
import { type Caller, caller } from "../base/caller.ts";
import { now, nowMs } from "../base/clock.ts";
import { reading } from "../base/once.ts";
import { refuse } from "../base/refusal.ts";
import { clinicTime } from "../clinic/clinic-time.ts";
import { nameOf } from "../people/names.ts";
import { registersInUse } from "../registers/index.ts";
import type { ListAsked, Listing, RegisterList } from "../registers/listing/register-list.ts";
import { sendCsv } from "../registers/listing/send-csv.ts";

/**
 * `GET /list?of=holds&…&before&limit&format=csv`: a register's list, page by page in its order, or as a CSV of all that its
 * filters leave. What is asked of each list, by whom and in which order stands in the register's own `lists`.
 */
export function list(e: pb.RequestEvent): void {
  const { of = "", before = "", limit = "", format = "", ...rest } = e.requestInfo().query;
  const found = registersInUse(e.app)
    .flatMap(({ lists = [] }) => lists)
    .find(({ key }) => key === of);
  const person = caller(e, found?.readers ?? ["manager", "dpo", "auditor"]);
  if (!found) refuse("of", "invalid_value", "There is no such list.");
  if (format !== "" && format !== "csv") refuse("format", "invalid_value", "A list is JSON or CSV.");
  const asked = { filters: filtersIn(found, rest), before, limit: limitIn(limit) };
  const listing = { app: e.app, person, today: clinicTime(e.app).date(nowMs()) };
  if (format === "csv") sendList(e, found, listing, asked, person);
  else reading(() => e.json(200, answerOf(found, listing, asked)));
}

const answerOf = (found: RegisterList, listing: Listing, asked: ListAsked) => ({
  asOf: now(),
  today: listing.today,
  ...found.page(listing, asked),
  figures: found.figures(listing),
});

function limitIn(text: string): number {
  if (text === "") return listPageRows;
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > 200) refuse("limit", "invalid_value", "Ask for 1 to 200 rows.");
  return limit;
}

function filtersIn(found: RegisterList, query: Readonly<Record<string, string>>): Record<string, string> {
  const filters: Record<string, string> = {};
  for (const [name, value] of Object.entries(query)) {
    if (value === "") continue;
    if (!found.filters[name]?.fits(value)) {
      throw new BadRequestError(`The parameter "${name.slice(0, 40)}" does not fit.`, {
        [name.slice(0, 40)]: new ValidationError("invalid", "This address does not take that."),
      });
    }
    filters[name] = value;
  }
  return filters;
}

function sendList(
  e: pb.RequestEvent,
  found: RegisterList,
  listing: Listing,
  asked: ListAsked,
  person: Caller,
): void {
  const names = new Map<string, string>();
  const nameOnce = (id: string): string => {
    const known = names.get(id);
    if (known !== undefined) return known;
    const name = id === "" ? "" : nameOf(e.app, id);
    names.set(id, name);
    return name;
  };
  sendCsv(e, person, {
    collection: found.collection,
    name: `chaperone-${found.key}`,
    filters: asked.filters,
    headings: found.headings(listing),
    pages: found.csvPages(listing, { ...asked, before: "" }, nameOnce),
  });
}
