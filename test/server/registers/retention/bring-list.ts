import type { ListedRecord } from "#domain/registers/retention/rows";
import type { TestServer } from "../../../support/server/server.ts";
import { ask } from "../../people/clinic.ts";

export const system = "cliniko:harbour.uk2";
export const england = "england-2026-11-29";

type Body = { readonly [field: string]: unknown };
export const send = (server: Pick<TestServer, "url">, token: string, body: Body) =>
  ask(server, "POST /api/chaperone/retention-list", { token, body });

/** Brings a list in as the dashboard does, in blocks of a thousand. @returns Its id. */
export async function bringList(
  server: Pick<TestServer, "url">,
  token: string,
  rows: readonly ListedRecord[],
  at = system,
): Promise<string> {
  const list = await sendRows(server, token, rows, at);
  const answer = await send(server, token, { step: "finish", list, dryRun: false });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return list;
}

/** The same up to where it is finished. */
export async function sendRows(
  server: Pick<TestServer, "url">,
  token: string,
  rows: readonly ListedRecord[],
  at = system,
): Promise<string> {
  const begin = { step: "begin", system: at, schedule: england, dates: "iso", rows: rows.length };
  const begun = await send(server, token, begin);
  if (begun.status !== 200) throw new Error(JSON.stringify(begun.body));
  const { list } = begun.body as { list: string };
  for (let block = 0; block * 1_000 < rows.length; block += 1) {
    const part = rows.slice(block * 1_000, (block + 1) * 1_000);
    const sent = await send(server, token, { step: "rows", list, block, rows: part });
    if (sent.status !== 200) throw new Error(JSON.stringify(sent.body));
  }
  return list;
}
