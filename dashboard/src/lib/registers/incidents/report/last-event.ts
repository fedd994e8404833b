import { type Entry, readEntry, readLog } from "#lib/api/log.ts";

/** So long after it an event is offered to be attached; in milliseconds. */
const offeredFor = 12 * 3_600_000;
const families = ["mail", "record"] as const;

/**
 * The last thing recorded of a person that a report can be about: a held message or an opened record.
 *
 * @param wanted - An entry that the person came from.
 * @returns undefined where there is none of today.
 */
export async function lastEvent(
  user: string,
  wanted: string | undefined,
  now = Date.now(),
): Promise<Entry | undefined> {
  if (wanted?.length === 15) {
    const row = await readEntry(wanted);
    if (row?.user === user) return row;
  }
  const found = await Promise.all(families.map((kind) => readLog({ user, kind, limit: 1 })));
  return found
    .flatMap(({ rows }) => rows)
    .filter(
      ({ occurredAt, receivedAt, blanked }) =>
        !blanked && now - Date.parse(occurredAt || receivedAt) < offeredFor,
    )
    .sort((one, other) => Date.parse(other.receivedAt) - Date.parse(one.receivedAt))[0];
}
