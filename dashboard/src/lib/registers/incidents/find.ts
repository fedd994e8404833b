import * as z from "zod/mini";
import { calling, pb, understand } from "#lib/api/client.ts";

/** Id of the incident with this number; undefined where there is none that the reader may see. */
export async function findIncident(number: number): Promise<string | undefined> {
  const filter = pb.filter("number = {:number}", { number });
  const { items } = await calling(() =>
    pb.collection("breaches").getList(1, 1, { filter, fields: "id", skipTotal: true }),
  );
  return understand(z.array(z.object({ id: z.string() })), items)[0]?.id;
}
