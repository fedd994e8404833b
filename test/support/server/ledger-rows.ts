import type { EventRow } from "#domain/ledger/ledger";
import type { Clinic, Member } from "./clinic.ts";
import { until } from "./loopback.ts";

export type ListedRow = EventRow & { readonly userName: string; readonly browserName: string };

/** Rows of the ledger as its own route gives them to somebody who may read all, the newest first. */
export async function eventsOf(
  clinic: Clinic,
  kind: string,
  who: Member = clinic.lead,
): Promise<ListedRow[]> {
  const path = `chaperone/events?kind=${encodeURIComponent(kind)}&limit=200`;
  return (await clinic.call<{ rows: ListedRow[] }>(path, { token: who.token })).rows;
}

/** Waits until just so many events of a kind are stored. */
export async function storedEvents(
  clinic: Clinic,
  kind: string,
  count: number,
  within = 60_000,
): Promise<ListedRow[]> {
  return await until(
    `${count} events ${kind}`,
    async () => {
      const rows = await eventsOf(clinic, kind);
      return rows.length >= count ? rows : null;
    },
    within,
    250,
  );
}
