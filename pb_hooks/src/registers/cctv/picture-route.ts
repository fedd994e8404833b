import { oneOf } from "#domain/base/keys-of";
import { policy } from "#domain/policy";
import { type PictureKind, pictureKinds, pictureTypes } from "#domain/registers/cctv/camera";
import { type Caller, caller } from "../../base/caller.ts";
import { now } from "../../base/clock.ts";
import { newId } from "../../base/new-id.ts";
import { refuse } from "../../base/refusal.ts";
import { newRecord } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { saveAct } from "../../ledger/chain/register-hook.ts";
import { inLedgerTransaction } from "../../ledger/chain/transaction.ts";
import { requireOn } from "../in-use.ts";
import { uploaded } from "../incidents/versions/uploaded.ts";
import { usedCamera } from "./asked.ts";

/** @throws {ForbiddenError} For whoever may not add to a camera. @throws {BadRequestError} If there is no such camera. */
export function mayAddPicture(tx: pb.App, { role }: Caller, id: string): void {
  if (role === "auditor") throw new ForbiddenError("An auditor reads, and writes nothing.");
  if (role === "staff") throw new ForbiddenError("Your role does not allow this.");
  requireOn(tx, "cctv");
  usedCamera(tx, id);
}

/** `POST /camera-picture` (multipart: `id` of the camera, `kind`, `file`): the newest of a kind is the one that counts. */
export function addPicture(e: pb.RequestEvent): void {
  const person = caller(e);
  const { id = "", kind: asked = "" } = e.requestInfo().body as { id?: string; kind?: string };
  mayAddPicture(e.app, person, id);
  const parsed = oneOf(pictureKinds).safeParse(asked);
  if (!parsed.success) refuse("kind", "invalid_value", "Say what the picture shows.");
  const kind = asked as PictureKind;
  const { file, size, sha256, type } = uploaded(e, policy.pictureLargest.amount);
  if (!pictureTypes.includes(type.mime))
    refuse(
      "file",
      "wrong-type",
      "This is no picture: only JPEG and PNG are kept, whatever a file calls itself.",
    );
  const answer = inLedgerTransaction(e.app, (tx) => {
    usedCamera(tx, id);
    file.name = `${kind}-${sha256.slice(0, 12)}.${type.extension}`;
    const row = newRecord(tx, "camera_pictures", {
      id: newId(),
      camera: id,
      kind,
      sha256,
      mime: type.mime,
      size,
      by: person.id,
      at: stored(now()),
    });
    row.set("file", file);
    saveAct(tx, row, "picture", { user: person.id }, sha256);
    return { id: row.id, sha256, kind };
  });
  e.json(200, answer);
}
