import * as z from "zod/mini";
import type { Importable } from "#domain/registers/imports/import";
import { calling, pb, understand } from "#lib/api/client.ts";
import { asText, type RowKind } from "#lib/components/changed/difference.ts";

const importRow = z.object({
  id: z.string(),
  version: z.int(),
  register: z.string(),
  rows: z.int(),
  dates: z.string(),
  by: z.string(),
  at: z.pipe(
    z.string(),
    z.transform((text) => text.replace(" ", "T")),
  ),
  undoneAt: z.string(),
  undoneBy: z.string(),
  undoneReason: z.string(),
});
export type ImportRow = z.infer<typeof importRow>;

/** What files brought into a register, the newest first. */
export async function readImports(register: Importable): Promise<ImportRow[]> {
  const filter = pb.filter("register = {:register}", { register });
  const rows = await calling(() => pb.collection("imports").getFullList({ sort: "-at", filter }));
  return understand(z.array(importRow), rows);
}

export const ofImport: RowKind<ImportRow> = {
  read: (current) => importRow.safeParse(current).data,
  columns: { undoneReason: ["why it was undone", asText] },
};
