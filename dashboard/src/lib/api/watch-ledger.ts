import { pb } from "./client.ts";

/** Calls back at each new event, and when a broken line stands again, until the returned function is called. */
export async function watchLedger(onNew: () => void): Promise<() => Promise<void>> {
  // Both at once: the line is opened with the two, and asked for nothing more.
  const made = await Promise.allSettled(
    ["ledger", "PB_CONNECT"].map((topic) => pb.realtime.subscribe(topic, onNew)),
  );
  const stops = made.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const stop = async (): Promise<void> => {
    await Promise.all(stops.map((end) => end()));
  };
  const failed = made.find((one) => one.status === "rejected");
  if (failed) {
    await stop();
    throw failed.reason;
  }
  return stop;
}
