import { readdirSync, readFileSync } from "node:fs";
import type { TestServer } from "../../../support/server/server.ts";
import { ask, type SignedIn } from "../../people/clinic.ts";
import { rowsIn } from "../../people/database.ts";

const hooks = new URL("../../../../pb_hooks/", import.meta.url);

/** Every GET route that the hooks add: a route of tomorrow is among them. */
export const getRoutes: readonly string[] = readdirSync(hooks)
  .filter((name) => name.endsWith(".pb.js"))
  .flatMap((name) => [
    ...readFileSync(new URL(name, hooks), "utf8").matchAll(
      /routerAdd\(\s*"GET",\s*"(\/api\/chaperone\/[^"]+)"/g,
    ),
  ])
  .map(([, path]) => path ?? "");

/** Further questions to a route than the bare one. */
const questions: Readonly<Record<string, readonly string[]>> = {
  events: [
    "limit=200",
    "limit=30",
    "kind=breaches&limit=200",
    "kind=breaches.act&limit=200",
    "kind=auth&limit=200",
    "from=2020-01-01&to=2099-01-01&limit=200",
    "format=csv",
  ],
  mail: ["limit=30", "format=csv"],
  readers: ["limit=30"],
  trends: ["weeks=8"],
  desk: ["part=clocks", "part=actions", "part=people"],
  "breach-register": ["format=csv"],
  list: [
    "of=holds",
    "of=holds&limit=1",
    "of=disclosures",
    "of=given-lessons",
    "of=requests",
    "of=releases",
    "of=release-asks",
    "of=shares",
    "of=consents",
    "of=cameras",
    "of=footage-viewings",
  ],
  retention: ["show=all"],
  audits: ["state=all"],
  suppliers: ["state=all"],
};

/**
 * What a person can read, by address: all routes, all pages of their lists, and all collections; without what the asking
 * itself leaves.
 *
 * @param askers - Names of all who ask in this test: each reads of the others' asking.
 */
export async function readableBy(
  server: TestServer,
  who: SignedIn,
  askers: readonly string[],
): Promise<Map<string, unknown>> {
  const names = JSON.stringify(askers);
  const asking = rowsIn(
    server,
    "SELECT id, name FROM users WHERE name IN (SELECT value FROM json_each(?))",
    names,
  ) as unknown as Askers;
  const collections = rowsIn(server, "SELECT name FROM _collections WHERE system = FALSE ORDER BY name");
  const addresses = [
    ...getRoutes.flatMap((path) => [
      path,
      ...(questions[path.split("/").at(-1) ?? ""] ?? []).map((question) => `${path}?${question}`),
    ]),
  ];
  const found = new Map<string, unknown>();
  const read = async (address: string): Promise<Found> => {
    const answer = await readAt(server, who, address, asking);
    found.set(address, answer);
    return answer;
  };
  for (const address of addresses) await read(address);
  for (const { name } of collections) {
    const records = `/api/collections/${name}/records`;
    // Whom a collection is shut to is asked no more: opened later it would answer more addresses than before.
    if ((await read(`${records}?perPage=500&expand=breach,user,reporter`)).status !== 200) continue;
    for (const question of ["perPage=500", "perPage=1"]) await read(`${records}?${question}`);
  }
  return found;
}

interface Found {
  readonly status: number;
  readonly names: readonly string[];
  readonly body: unknown;
}

/** Routes whose next page is asked for by what it comes after; others go back before it. */
const goesAfter = /\/(?:desk|training|retention|audits|suppliers|policy-map)\b/;

/** An answer as far as it may tell something: status, headers and body without the time of asking. */
async function readAt(server: TestServer, who: SignedIn, address: string, askers: Askers): Promise<Found> {
  const { status, headers, body } = await ask(server, `GET ${address}`, { token: who.token });
  const names = [...headers.keys()].sort();
  if (body?.next === undefined) return { status, names, body: without(body, askers) };
  const key = "rows" in body ? "rows" : "people";
  const rows = [...body[key]];
  const from = goesAfter.test(address) ? "after" : "before";
  for (let { next } = body; next !== null; ) {
    const page = await ask(server, `GET ${address}${address.includes("?") ? "&" : "?"}${from}=${next}`, {
      token: who.token,
    });
    if (page.status !== 200) throw new Error(`${address}: ${JSON.stringify(page.body)}`);
    rows.push(...page.body[key]);
    next = page.body.next;
  }
  return { status, names, body: without({ ...body, next: null, [key]: rows }, askers) };
}

type Askers = readonly { readonly id: string; readonly name: string }[];

/** What asking itself leaves: the time, and the events of readings and exports. Members stand in one order: the engine has none. */
function without(body: unknown, askers: Askers): unknown {
  if (typeof body === "string") {
    if (body.startsWith('{"is":"head"')) return ownWithout(body, askers);
    const asked = (line: string) =>
      line.startsWith("As of,") ||
      (askers.some(({ id }) => line.includes(id)) &&
        /,(?:log\.|breaches\.act,)|read-reference-key/.test(line));
    return body.split("\r\n").filter((line) => !asked(line));
  }
  if (Array.isArray(body))
    return body.filter((one) => !isReading(one, askers)).map((one) => without(one, askers));
  if (typeof body !== "object" || body === null) return body;
  // Each reading and each export adds one.
  if ("what" in body && body.what === "Who read the log, in the log") return body.what;
  return Object.fromEntries(
    Object.entries(body)
      .filter(([name, value]) => name !== "asOf" && !(name === "exports" && typeof value === "number"))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, value]) => [name, without(value, askers)]),
  );
}

/** One's own record: each reading of it is an entry of the next one, and raises its counts. */
function ownWithout(lines: string, askers: Askers): unknown {
  return lines
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
    .filter(({ is }) => is === "row")
    .filter(({ part, values }) => !(part === "events" && isOfAsking(values)))
    .filter(({ part, values }) => !(part === "readers" && askers.some(({ name }) => name === values.by)))
    .map((line) => JSON.stringify(line))
    .sort();
}

function isReading(row: unknown, askers: Askers): boolean {
  const { kind, trace, user, by, what, detail } = (row ?? {}) as {
    kind?: string;
    trace?: string;
    user?: string;
    by?: string;
    what?: string;
    detail?: unknown;
  };
  if (what !== undefined && kind === undefined) return askers.some(({ name }) => name === by);
  return isOfAsking({ kind, trace, detail }) && askers.some(({ id }) => id === user);
}

type Entry = {
  readonly kind?: string | undefined;
  readonly trace?: string | undefined;
  readonly detail?: unknown;
};

/** Whether an entry is what asking leaves: of no case, but of the register. */
const isOfAsking = ({ kind, trace = "", detail = "" }: Entry): boolean =>
  kind !== undefined &&
  (kind.startsWith("log.") ||
    (kind === "breaches.act" && trace === "") ||
    JSON.stringify(detail).includes("read-reference-key"));
