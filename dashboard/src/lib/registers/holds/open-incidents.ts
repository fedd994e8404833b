import { incidentName } from "#domain/registers/incidents/words";
import { readIncidents } from "#lib/registers/incidents/api.ts";

/** Incidents that are open and that the reader may read, by id: as they are called, and what they are about. */
export async function openIncidents(): Promise<Record<string, string>> {
  const { rows } = await readIncidents({ state: "open", holder: "", limit: 200 });
  return Object.fromEntries(
    rows.map(({ id, number, title }) => [
      id,
      title === "" ? incidentName(number) : `${incidentName(number)}, ${title}`,
    ]),
  );
}
