import * as z from "zod/mini";
import { referenceKeyAnswer } from "#domain/api";
import type { SeenRow } from "#lib/state/seen.svelte.ts";
import { act } from "./act.ts";
import { ask, calling, pb, understand } from "./client.ts";

const systemAccount = z.object({
  id: z.string(),
  system: z.string(),
  /** Keyed: what the clinical system shows never reaches the server. */
  account: z.string(),
  user: z.string(),
  version: z.int(),
});
export type SystemAccount = z.infer<typeof systemAccount>;

/** Who is who in the clinical systems. */
export async function systemAccounts(): Promise<SystemAccount[]> {
  const rows = await calling(() => pb.collection("system_accounts").getFullList({ sort: "system" }));
  return understand(z.array(systemAccount), rows);
}

export const mapAccount = (data: { system: string; account: string; user: string }, row?: SeenRow) =>
  act("system_accounts.map", data, row);
export const unmapAccount = (row: SeenRow) => act("system_accounts.unmap", {}, row);

/** 32 bytes in hex, with which references and accounts are keyed before they leave this browser. */
export const referenceKey = async (): Promise<string> =>
  (await ask(referenceKeyAnswer, "reference-key")).referenceKey;
