import { type Entry, readLog } from "#lib/api/log.ts";

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
  wanted: number | undefined,
  now = Date.now(),
): Promise<Entry | undefined> {
  if (wanted !== undefined) {
    const { rows } = await readLog({ user, before: wanted + 1, limit: 1 });
    const row = rows.find(({ seq }) => seq === wanted);
    if (row) return row;
  }
  const found = await Promise.all(families.map((kind) => readLog({ user, kind, limit: 1 })));
  return found
    .flatMap(({ rows }) => rows)
    .filter(
      ({ occurredAt, receivedAt, orderedBy }) =>
        orderedBy === 0 && now - Date.parse(occurredAt || receivedAt) < offeredFor,
    )
    .sort((one, other) => other.seq - one.seq)[0];
}
