import * as z from "zod/mini";
import type { ActData } from "#domain/acts";
import { type BrowserRow, browserRow } from "#domain/api";
import type { SeenRow } from "#lib/state/seen.svelte.ts";
import { act } from "./act.ts";
import { calling, pb, understand } from "./client.ts";
import { Problem } from "./problem.ts";

export type { BrowserRow as Browser };

/** All browsers that were ever paired and that the reader may see, by name. */
export async function allBrowsers(): Promise<BrowserRow[]> {
  const rows = await calling(() => pb.collection("browsers").getFullList({ sort: "name" }));
  return understand(z.array(browserRow), rows);
}

/** Eight characters to type into the extension, and until when. */
export type PairingCode = { readonly code: string; readonly expires: string };

export async function makeCode(data: ActData<"browsers.code">): Promise<PairingCode> {
  const { code, expires } = await act("browsers.code", data);
  if (code === undefined || expires === undefined) throw new Problem("strange-answer");
  return { code, expires };
}

export const revokeBrowser = (row: SeenRow) => act("browsers.revoke", {}, row);
export const renameBrowser = (row: SeenRow, name: string) => act("browsers.change", { name }, row);
export const settleMismatch = (row: SeenRow, reason: string) =>
  act("browsers.settleMismatch", { reason }, row);
/** An empty reason takes the permission back. */
export const allowOwnDevice = (row: SeenRow, reason: string) =>
  act("browsers.allowOwnDevice", { reason }, row);
