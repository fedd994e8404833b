import { send } from "../../send.ts";
import { settling } from "../settling.ts";

/** Asks again what a page before this one, in this tab, was not answered. Where that can't be, the next page asks. */
export async function askOpenQuestion(): Promise<void> {
  const { trace } = await send("recipient-open", {}).catch(() => ({ trace: null }));
  if (trace === null) return;
  const settles = await settling().catch(() => undefined);
  settles?.askAgain(trace);
}
