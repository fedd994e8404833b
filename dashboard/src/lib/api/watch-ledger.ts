import { pb } from "./client.ts";

/** Calls back at each new event, and when a broken line stands again, until the returned function is called. */
export async function watchLedger(onNew: () => void): Promise<() => Promise<void>> {
  const stops = [
    await pb.realtime.subscribe("ledger", onNew),
    await pb.realtime.subscribe("PB_CONNECT", onNew),
  ];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}
