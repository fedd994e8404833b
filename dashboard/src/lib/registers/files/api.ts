import * as z from "zod/mini";
import { type FilesOf, type KeptFileRow, keptRow } from "#domain/registers/files/kept-file";
import { ask, calling, keptFile, pb, understand } from "#lib/api/client.ts";

/** Files that a row shows; all of them stand in the evidence pack. */
const most = 100;

/** What was brought to a row, the newest first. */
export async function filesOf(of: FilesOf, subject: string): Promise<KeptFileRow[]> {
  const filter = pb.filter("subject = {:subject}", { subject });
  const { items } = await calling(() =>
    pb.collection(of).getList(1, most, { filter, sort: "-at,-id", skipTotal: true }),
  );
  return understand(z.array(keptRow), items);
}

/** Brings a file to a row. */
export function addFile(subject: string, what: string, file: File): Promise<{ id: string }> {
  const body = new FormData();
  for (const [name, value] of Object.entries({ id: subject, what, file })) body.set(name, value);
  return ask(z.object({ id: z.string() }), "register-file", { method: "POST", body });
}

export const readFile = (of: FilesOf, { id, file, sha256 }: KeptFileRow): Promise<Blob> =>
  keptFile({ collectionName: of, id }, { name: file, sha256 });
