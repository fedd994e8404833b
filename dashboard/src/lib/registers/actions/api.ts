import * as z from "zod/mini";
import { calling, pb, understand } from "#lib/api/client.ts";
import { actionRow, type CorrectiveAction } from "#lib/registers/incidents/rows.ts";

/** Most actions of one row that a panel shows. */
const most = 100;

/** Corrective actions that rows of a register were given, by their day. */
export async function actionsOf(register: string, ...subjects: string[]): Promise<CorrectiveAction[]> {
  if (subjects.length === 0) return [];
  const of = subjects.map((_, i) => `subject = {:subject${i}}`).join(" || ");
  const given = Object.fromEntries(subjects.map((subject, i) => [`subject${i}`, subject]));
  const filter = pb.filter(`register = {:register} && (${of})`, { register, ...given });
  const { items } = await calling(() =>
    pb.collection("actions").getList(1, most, { filter, sort: "due,id", skipTotal: true }),
  );
  return understand(z.array(actionRow), items);
}
