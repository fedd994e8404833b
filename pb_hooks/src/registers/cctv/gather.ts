import type { CctvAnswer } from "#domain/registers/cctv/rows";
import type { Caller } from "../../base/caller.ts";
import { now } from "../../base/clock.ts";
import { objectsOf } from "../../base/database.ts";
import { once } from "../../base/once.ts";
import { iso } from "../../base/time.ts";
import { holdsSql } from "../holds/sql.ts";
import * as selects from "./selects.ts";

type Shaped<Key extends keyof CctvAnswer> = CctvAnswer[Key] extends readonly (infer Row)[] ? Row : never;

/**
 * All that the page of CCTV, the desk and the review tell of it, as of a moment. What grows without an end is not in it.
 *
 * @param today - Civil date at the clinic.
 */
export function gathered(app: pb.App, today: string): CctvAnswer {
  return once(`cctv ${today}`, () => ({
    asOf: now(),
    today,
    systems: read<"systems">(app, today, selects.systemColumns, selects.systemSelect, "site, name, id"),
    cameras: read<"cameras">(
      app,
      today,
      selects.cameraColumns,
      selects.cameraSelect,
      "retiredOn <> '', site, name, id",
      ["audioOff", "visitorsOnly", "clear"],
    ),
    pictures: read<"pictures">(
      app,
      today,
      ["id", "camera", "kind", "file", "sha256"],
      `SELECT p.id AS id, p.camera AS camera, p.kind AS kind, p.file AS file, p.sha256 AS sha256, p."at" AS "at" FROM camera_pictures p
       WHERE NOT EXISTS (SELECT 1 FROM camera_pictures n WHERE n.camera = p.camera AND n.kind = p.kind AND (n."at", n.id) > (p."at", p.id))`,
      "camera, kind",
    ),
    viewers: read<"viewers">(
      app,
      today,
      selects.viewerColumns,
      `SELECT * FROM (${selects.viewerSelect}) WHERE endedAt = ''`,
      '"at", id',
    ),
    held: read<"held">(
      app,
      today,
      ["hold", "camera", "fromDay", "toDay", "askedOn", "reference", "authoriser"],
      `SELECT h.id AS hold, h.subject AS camera, h.fromDay AS fromDay, h.toDay AS toDay, h.authoriser AS authoriser,
         h.askedOn AS askedOn,
         CASE h.causeKind WHEN 'request' THEN h.reference ELSE '' END AS reference
       FROM holds h WHERE h.register = 'cameras' AND ${holdsSql("h")}`,
      "fromDay, hold",
    ),
    exports: read<"exports">(
      app,
      today,
      selects.exportColumns,
      `SELECT * FROM (${selects.exportSelect}) WHERE held AND failedAt = ''`,
      "exportBy, id",
      ["held"],
    ),
    checks: read<"checks">(
      app,
      today,
      selects.ourColumns,
      `SELECT * FROM (${selects.ourSelect}) o WHERE o.id =
         (SELECT l.id FROM cctv_checks l WHERE l.item = o.item ORDER BY l.day DESC, l."at" DESC LIMIT 1)`,
      "item",
    ),
    unsigned: read<"unsigned">(
      app,
      today,
      selects.needColumns,
      `SELECT * FROM (${selects.needSelect}) WHERE signedAt = ''`,
      "day, id",
      ["needed"],
    ),
  }));
}

const instants: readonly string[] = ["at", "endedAt", "exportedAt", "playsAt", "failedAt", "signedAt"];

function read<
  Key extends "systems" | "cameras" | "pictures" | "viewers" | "held" | "exports" | "checks" | "unsigned",
>(
  app: pb.App,
  today: string,
  columns: readonly string[],
  select: string,
  order: string,
  flags: readonly string[] = [],
): Shaped<Key>[] {
  type Row = Shaped<Key>;
  const rows = objectsOf<Row>(
    app,
    columns as readonly (keyof Row & string)[],
    `${select} ORDER BY ${order} LIMIT 1000`,
    {
      today,
    },
  );
  return rows.map((row) => {
    const mended: { [column: string]: unknown } = { ...(row as object) };
    for (const flag of flags) mended[flag] = Boolean(mended[flag]);
    for (const instant of instants)
      if (typeof mended[instant] === "string") mended[instant] = iso(mended[instant]);
    return mended as Row;
  });
}

/** The pages of the register are for whoever reads registers. */
export const readers: readonly Caller["role"][] = ["manager", "dpo", "auditor"];
