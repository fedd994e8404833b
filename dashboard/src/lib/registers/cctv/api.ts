import * as z from "zod/mini";
import type { PictureKind } from "#domain/registers/cctv/camera";
import { type CctvAnswer, cctvAnswer } from "#domain/registers/cctv/rows";
import { ask, keptFile } from "#lib/api/client.ts";

/** All that the page of CCTV shows at once. */
export const readCctv = (): Promise<CctvAnswer> => ask(cctvAnswer, "cctv");

/** The same for a paper, which the server keeps as an export. */
export const takeCctv = (): Promise<CctvAnswer> => ask(cctvAnswer, "cctv", { query: { format: "paper" } });

/** Keeps a picture of what a camera sees, or of its sign. */
export function addPicture(camera: string, kind: PictureKind, file: File): Promise<{ sha256: string }> {
  const body = new FormData();
  for (const [name, value] of Object.entries({ id: camera, kind, file })) body.set(name, value);
  return ask(z.object({ sha256: z.string() }), "camera-picture", { method: "POST", body });
}

export const readPicture = ({ id, file, sha256 }: CctvAnswer["pictures"][number]): Promise<Blob> =>
  keptFile({ collectionName: "camera_pictures", id }, { name: file, sha256 });
