import { holdsSql } from "../holds/sql.ts";

/** SELECTs of the register's tables, as `domain/registers/cctv/rows.ts` names their columns. `{:today}` is the day. */

const entered = (alias: string): string => `${alias}."by" AS "by", ${alias}."at" AS "at"`;
const ofCamera = "c.name AS name, s.site AS site";
const camerasOf = (alias: string): string =>
  `JOIN cameras c ON c.id = ${alias}.camera JOIN camera_systems s ON s.id = c.system`;
/** The last row of a table for a system, by its day. */
const lastOf = (table: string, column: string, where = "TRUE"): string =>
  `coalesce((SELECT l.${column} FROM ${table} l WHERE l.system = s.id AND ${where} ORDER BY l.day DESC, l."at" DESC LIMIT 1), '')`;

export const systemColumns = [
  ...[
    "id",
    "version",
    "name",
    "site",
    "recorder",
    "responsible",
    "ceiling",
    "dpiaOn",
    "dpiaDecision",
    "dpiaBy",
  ],
  ...["dpiaNextOn", "engineerOn", "engineerNextOn", "reviewedOn", "reviewNextOn", "by", "at"],
];
export const systemSelect = `SELECT s.id AS id, s.version AS version, s.name AS name, s.site AS site, s.recorder AS recorder,
    s.responsible AS responsible, s.ceiling AS ceiling, s.dpiaOn AS dpiaOn, s.dpiaDecision AS dpiaDecision, s.dpiaBy AS dpiaBy,
    s.dpiaNextOn AS dpiaNextOn, ${lastOf("engineer_checks", "day")} AS engineerOn,
    ${lastOf("engineer_checks", "nextOn")} AS engineerNextOn, ${lastOf("cctv_reviews", "day")} AS reviewedOn,
    ${lastOf("cctv_reviews", "nextOn")} AS reviewNextOn, ${entered("s")}
  FROM camera_systems s`;

export const cameraColumns = [
  ...[
    "id",
    "version",
    "system",
    "name",
    "site",
    "sees",
    "place",
    "purpose",
    "days",
    "audioOff",
    "visitorsOnly",
  ],
  ...["usedFrom", "retiredOn", "retiredWhy", "checkedOn", "checkedBy", "oldest", "clear", "by", "at"],
];
export const cameraSelect = `SELECT c.id AS id, c.version AS version, c.system AS system, c.name AS name, s.site AS site, c.sees AS sees,
    c.place AS place, c.purpose AS purpose, c.days AS days, c.audioOff AS audioOff, c.visitorsOnly AS visitorsOnly,
    c.usedFrom AS usedFrom, c.retiredOn AS retiredOn, c.retiredWhy AS retiredWhy, coalesce(k.day, '') AS checkedOn,
    coalesce(k."by", '') AS checkedBy, coalesce(k.oldest, '') AS oldest, coalesce(k.clear, TRUE) AS clear, ${entered("c")}
  FROM cameras c JOIN camera_systems s ON s.id = c.system LEFT JOIN camera_checks k ON k.id =
    (SELECT l.id FROM camera_checks l WHERE l.camera = c.id ORDER BY l.day DESC, l."at" DESC LIMIT 1)`;

export const viewerColumns = [
  ...["id", "version", "system", "site", "user", "reason", "endedAt", "endedBy", "endedWhy", "by", "at"],
];
export const viewerSelect = `SELECT v.id AS id, v.version AS version, v.system AS system, s.site AS site, v.user AS user,
    v.reason AS reason, v.endedAt AS endedAt, v.endedBy AS endedBy, v.endedWhy AS endedWhy, ${entered("v")}
  FROM camera_viewers v JOIN camera_systems s ON s.id = v.system`;

export const checkColumns = [
  ...[
    "id",
    "camera",
    "name",
    "site",
    "day",
    "oldest",
    "limit",
    "age",
    "clear",
    "clockOff",
    "note",
    "by",
    "at",
  ],
];
export const checkSelect = `SELECT k.id AS id, k.camera AS camera, ${ofCamera}, k.day AS day, k.oldest AS oldest,
    k.limitDays AS "limit", CAST(julianday(k.day) - julianday(k.oldest) AS INTEGER) AS age, k.clear AS clear,
    k.clockOff AS clockOff, k.note AS note, ${entered("k")}
  FROM camera_checks k ${camerasOf("k")}`;

export const exportColumns = [
  ...[
    "id",
    "version",
    "hold",
    "camera",
    "name",
    "site",
    "fromDay",
    "toDay",
    "clockOff",
    "exportBy",
    "exportedAt",
  ],
  ...["exportedBy", "kept", "playsAt", "playsBy", "failedAt", "failedWhy", "held", "by", "at"],
];
export const exportSelect = `SELECT x.id AS id, x.version AS version, x.hold AS hold, x.camera AS camera, ${ofCamera},
    x.fromDay AS fromDay, x.toDay AS toDay, x.clockOff AS clockOff, x.exportBy AS exportBy, x.exportedAt AS exportedAt,
    x.exportedBy AS exportedBy, x.kept AS kept, x.playsAt AS playsAt, x.playsBy AS playsBy, x.failedAt AS failedAt,
    x.failedWhy AS failedWhy, ${holdsSql("h")} AS held, ${entered("x")}
  FROM footage_exports x ${camerasOf("x")} JOIN holds h ON h.id = x.hold`;

export const viewingColumns = [
  ...[
    "id",
    "camera",
    "name",
    "site",
    "hold",
    "day",
    "fromDay",
    "toDay",
    "viewer",
    "present",
    "purpose",
    "reason",
  ],
  ...["by", "at"],
];
export const viewingSelect = `SELECT w.id AS id, w.camera AS camera, ${ofCamera}, w.hold AS hold, w.day AS day, w.fromDay AS fromDay,
    w.toDay AS toDay, w.viewer AS viewer, w.present AS present, w.purpose AS purpose, w.reason AS reason, ${entered("w")}
  FROM footage_viewings w ${camerasOf("w")}`;

export const engineerColumns = [
  ...[
    "id",
    "system",
    "site",
    "day",
    "company",
    "camerasFine",
    "clockFine",
    "daysFine",
    "faults",
    "nextOn",
    "by",
    "at",
  ],
];
export const engineerSelect = `SELECT g.id AS id, g.system AS system, s.site AS site, g.day AS day, g.company AS company,
    g.camerasFine AS camerasFine, g.clockFine AS clockFine, g.daysFine AS daysFine, g.faults AS faults, g.nextOn AS nextOn,
    ${entered("g")}
  FROM engineer_checks g JOIN camera_systems s ON s.id = g.system`;

export const ourColumns = ["id", "item", "day", "result", "note", "nextOn", "by", "at"];
export const ourSelect = `SELECT o.id AS id, o.item AS item, o.day AS day, o.result AS result, o.note AS note, o.nextOn AS nextOn,
    ${entered("o")}
  FROM cctv_checks o`;

export const needColumns = [
  ...[
    "id",
    "version",
    "system",
    "site",
    "day",
    "needed",
    "why",
    "alternatives",
    "dpiaOn",
    "nextOn",
    "signedAt",
  ],
  ...["signedBy", "by", "at"],
];
export const needSelect = `SELECT r.id AS id, r.version AS version, r.system AS system, s.site AS site, r.day AS day, r.needed AS needed,
    r.why AS why, r.alternatives AS alternatives, r.dpiaOn AS dpiaOn, r.nextOn AS nextOn, r.signedAt AS signedAt,
    r.signedBy AS signedBy, ${entered("r")}
  FROM cctv_reviews r JOIN camera_systems s ON s.id = r.system`;
