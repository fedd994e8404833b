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
  receivedOn: new Date().toISOString().slice(0, 10),
  doubt: "no",
  system: "cliniko:harbour.uk2",
  recordRef: "1805465202989210063",
  wants: "A copy of the record.",
  ...more,
});

/** Takes a request; its id. */
export async function newRequest(server: Server, who: SignedIn, more: object = {}): Promise<string> {
  const taken = await act(server, who.token, "requests.take", ofPatient(more));
  if (taken.status !== 200) throw new Error(`not taken: ${JSON.stringify(taken.body)}`);
  return taken.body.id;
}

export const versionOf = (server: Server, id: string): number =>
  Number(rowsIn(server, "SELECT version FROM requests WHERE id = ?", id)[0]?.version);

/** One entry on its path, in the version that it has. */
export const enter = (server: Server, who: SignedIn, id: string, kind: string, data: object = {}) =>
  act(server, who.token, `requests.${kind}` as never, data as never, { id, version: versionOf(server, id) });

export const today = (): string => new Date().toISOString().slice(0, 10);
export const daysAgo = (days: number): string =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

export const searched = {
  ...{ system: "found", imaging: "not-kept", paper: "nothing", mailbox: "nothing", cctv: "nothing" },
  ...{ phone: "nothing", log: "found", papers: "4", seen: "0" },
};
