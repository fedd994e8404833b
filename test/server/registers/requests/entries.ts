import { clinicDay } from "../../../support/clinic-time.ts";
import { act, type SignedIn } from "../../people/clinic.ts";
import { rowsIn } from "../../people/database.ts";
import type { Cast } from "../incidents/cast.ts";

type Server = Cast["server"];

/** A request as the desk takes it. */
export const ofPatient = (more: object = {}) => ({
  kind: "access",
  requester: "patient",
  age: "adult",
  channel: "desk",
  receivedOn: clinicDay(),
  doubt: "no",
  system: "cliniko:harbour.uk2",
  recordRef: "1805465202989210063",
  wants: "A copy of the record.",
  ...more,
});

/** Takes a request; its id. */
export async function newRequest(
  server: Server,
  who: Pick<SignedIn, "token">,
  more: object = {},
): Promise<string> {
  const taken = await act(server, who.token, "requests.take", ofPatient(more));
  if (taken.status !== 200) throw new Error(`not taken: ${JSON.stringify(taken.body)}`);
  return taken.body.id;
}

export const versionOf = (server: Server, id: string): number =>
  Number(rowsIn(server, "SELECT version FROM requests WHERE id = ?", id)[0]?.version);

/** One entry on its path, in the version that it has. */
export const enter = (
  server: Server,
  who: Pick<SignedIn, "token">,
  id: string,
  kind: string,
  data: object = {},
) =>
  act(server, who.token, `requests.${kind}` as never, data as never, { id, version: versionOf(server, id) });

export const today = (): string => clinicDay();
export const daysAgo = (days: number): string => clinicDay(-days);

export const searched = {
  ...{ system: "found", imaging: "not-kept", paper: "nothing", mailbox: "nothing", cctv: "nothing" },
  ...{ phone: "nothing", log: "found", papers: "4", seen: "0" },
};

const at = { day: today() };
const why = { reason: "It is so." };

/** What fits the data of each entry, as a table of acts on one row takes it. */
export const entryData = {
  "requests.record": { system: "cliniko:harbour.uk2", recordRef: "1805465202989210064" },
  "requests.assign": { to: "a".repeat(15) },
  "requests.identityAsked": at,
  "requests.identity": { how: "known", right: "yes", ...at },
  "requests.authority": { paper: "Seen." },
  "requests.which": { asked: "Which one?", ...at },
  "requests.whichAnswered": at,
  "requests.search": searched,
  "requests.opinionAsked": { of: "a".repeat(15) },
  "requests.opinion": { answer: "no", profession: "doctor", number: "1234567", ...why, ...at },
  "requests.opinionNotNeeded": { why: "no-health", ...why },
  "requests.item": { what: "page 14", fate: "given", ...why },
  "requests.itemsDone": {},
  "requests.acknowledge": { how: "By letter.", ...at },
  "requests.decide": { outcome: "whole", ground: "done", ...why },
  "requests.progress": { note: "On it." },
  "requests.recipients": { told: "Nobody had it." },
  "requests.approve": {},
  "requests.lift": why,
  "requests.more": { time: "10:00", ground: "complex", ...why, ...at },
  "requests.fee": { pounds: "10", ground: "copies", ...why, ...at },
  "requests.feePaid": at,
  "requests.handOver": { how: "person", checked: "yes", ...at },
  "requests.tellLift": { how: "By phone.", ...at },
  "requests.endRestriction": why,
  "requests.withdraw": { ...why, ...at },
  "requests.back": { to: "search", ...why },
} as const;
type OnRequest = keyof typeof entryData;

/** The same with the request that they are about. */
export const onRequest = (id: () => string) =>
  Object.fromEntries(
    Object.entries(entryData).map(([name, data]) => [name, { table: "requests", id, data }]),
  ) as unknown as Record<
    OnRequest,
    { readonly table: string; readonly id: () => string; readonly data: object }
  >;
