import { noticeText, type PackNotice, type PackShown, shownCsv } from "#domain/registers/clinic/pack";
import { objectsOf } from "../../base/database.ts";
import { iso, stored } from "../../base/time.ts";
import { offsetMs } from "../../base/time-zone.ts";
import type { Packing, PackPart } from "../register.ts";

/** Every notice recorded up to the end of the period with its impact assessment, and to whom each was shown. */
export function noticesInPack({ tx, end, timeZone }: Packing): PackPart {
  const notices = noticesIn(tx, end);
  const shown = shownIn(tx, end);
  const offsetAt = (utcMs: number) => offsetMs(timeZone, utcMs) / 60_000;
  return {
    folders: [
      {
        name: "notices/",
        holds:
          "what staff were told of the recording, each with its impact assessment, and shown.csv: to whom and when",
      },
    ],
    files: [
      ...notices.map((one) => ({
        path: `notices/notice-${one.number}.txt`,
        text: noticeText(one, offsetAt),
      })),
      { path: "notices/shown.csv", text: shownCsv(shown) },
    ],
    rows: notices.length + shown.length,
  };
}

function noticesIn(app: pb.App, end: string): PackNotice[] {
  type Row = Omit<PackNotice, "viewsSought"> & { readonly viewsSought: number };
  return objectsOf<Row>(
    app,
    [
      "number",
      "recordedAt",
      "recordedBy",
      "text",
      "scope",
      "assessmentDecision",
      "assessedBy",
      "assessedOn",
      "viewsSought",
      "views",
    ],
    `SELECT n.number AS number, n.created AS recordedAt, coalesce(u.name, '') AS recordedBy, n.text AS text, n.scope AS scope,
       n.assessmentDecision AS assessmentDecision, n.assessedBy AS assessedBy, substr(n.assessedOn, 1, 10) AS assessedOn,
       n.viewsSought AS viewsSought, n.views AS views
     FROM notices n LEFT JOIN users u ON u.id = n.recordedBy WHERE n.created < {:end} ORDER BY n.number`,
    { end: stored(end) },
  ).map((row) => ({ ...row, recordedAt: iso(row.recordedAt), viewsSought: row.viewsSought === 1 }));
}

/** To whom and at which desks each notice was shown. */
function shownIn(app: pb.App, end: string): PackShown[] {
  return objectsOf<PackShown>(
    app,
    ["notice", "to", "at"],
    `SELECT s.notice AS notice, coalesce(u.name, b.name, '') AS "to", s."at" AS "at" FROM notice_shown s
       LEFT JOIN users u ON u.id = s.user AND s.user <> '' LEFT JOIN browsers b ON b.id = s.browser AND s.browser <> ''
     WHERE s."at" < {:end} ORDER BY s.notice, s."at", s.id`,
    { end: stored(end) },
  ).map((row) => ({ ...row, at: iso(row.at) }));
}
