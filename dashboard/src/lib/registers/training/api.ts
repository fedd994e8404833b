import * as z from "zod/mini";
import { standingEntries } from "#domain/registers/training/training";
import { calling, pb, understand } from "#lib/api/client.ts";

/** A completion of training as it was entered. `completedOn` is a civil date; '' takes back the entry it `corrects`. */
const row = z.object({
  id: z.string(),
  user: z.string(),
  what: z.string(),
  completedOn: z.string(),
  corrects: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.pipe(
    z.string(),
    z.transform((text) => text.replace(" ", "T")),
  ),
});
export type TrainingRow = z.infer<typeof row>;

/** All entries that the reader may see, by day, the earliest first. */
export async function readTraining(): Promise<TrainingRow[]> {
  const rows = await calling(() =>
    pb.collection("training_entries").getFullList({ batch: 1_000, sort: "completedOn,at" }),
  );
  return understand(z.array(row), rows);
}

/** Civil dates that count, by person. */
export function daysByPerson(entries: readonly TrainingRow[]): ReadonlyMap<string, readonly string[]> {
  const days = new Map<string, string[]>();
  for (const { user, completedOn } of standingEntries(entries)) {
    days.set(user, [...(days.get(user) ?? []), completedOn]);
  }
  return days;
}
