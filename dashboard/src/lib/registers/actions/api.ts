import * as z from "zod/mini";
import { calling, pb, understand } from "#lib/api/client.ts";
import { actionRow, type CorrectiveAction } from "#lib/registers/incidents/rows.ts";

/** Most actions of one row that a panel shows. */
const most = 100;

/** Corrective actions that a row of a register was given, by their day. */
export async function actionsOf(register: string, subject: string): Promise<CorrectiveAction[]> {
  const filter = pb.filter("register = {:register} && subject = {:subject}", { register, subject });
  const { items } = await calling(() =>
    pb.collection("actions").getList(1, most, { filter, sort: "due,id", skipTotal: true }),
  );
  return understand(z.array(actionRow), items);
}
