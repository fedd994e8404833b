import * as z from "zod/mini";
import type { MessageData } from "../messages.ts";
import type { Origin } from "../receive.ts";
import { stored } from "../stored.ts";

/** Desks that a mail page announced and that have not opened yet. In memory; more than a few means something is amiss. */
const announced = stored("session:desks", z.array(z.object({ nonce: z.string(), tab: z.int() })), []);
const most = 100;

export async function announceDesk({ nonce }: MessageData<"desk-nonce">, { tab }: Origin): Promise<null> {
  if (tab !== undefined) await announced.change((all) => [...all, { nonce, tab }].slice(-most));
  return null;
}

/** Confirms a desk once, and only in the tab that announced it. */
export async function openDesk(
  { nonce }: MessageData<"desk-open">,
  { tab }: Origin,
): Promise<{ confirmed: boolean }> {
  let confirmed = false;
  await announced.change((all) => {
    confirmed = all.some((one) => one.nonce === nonce && one.tab === tab);
    return all.filter((one) => one.nonce !== nonce);
  });
  return { confirmed };
}
