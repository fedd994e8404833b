import { csvOf } from "#domain/base/csv";
import type { Line } from "#domain/registers/audits/audit";
import { lineRow } from "#domain/registers/audits/audit";
import {
  auditCells,
  auditColumns,
  auditName,
  lineCells,
  lineColumns,
  roundCells,
  roundColumns,
  sampleCells,
  sampleColumns,
} from "#domain/registers/audits/csv";
import { fileColumns } from "#domain/registers/files/kept-file";
import { objectsOf, rowsOf } from "../../base/database.ts";
import { iso } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { namesIn } from "../../people/names.ts";
import { fileLines } from "../files/in-pack.ts";
import type { Packing, PackPart } from "../register.ts";
import { auditsWhere, roundsWhere } from "./rows.ts";
import { itemsOf } from "./sample-items.ts";

const all = 100_000;

/** The programme as it is, the rounds that were begun in the period with their lines, and its samples. */
export function auditsInPack({ tx, from, to, person, asOf }: Packing): PackPart {
  const today = clinicTime(tx).date(Date.parse(asOf));
  const names = namesIn(tx);
  const nameOf = (id: string) => names([id])[0] ?? "";
  const audits = auditsWhere(tx, "TRUE", {}, all);
  const byId = new Map(audits.map((one) => [one.id, one]));
  const rounds = roundsWhere(tx, "begunOn >= {:from} AND begunOn <= {:to}", { from, to }, all);
  const lines = rounds.flatMap((round) => {
    const audit = byId.get(round.audit);
    if (!audit) return [];
    const of = { title: audit.title, number: round.number, template: audit.template };
    return linesOf(tx, round.id).map((line) => lineCells(line, of, nameOf(line.lookedBy)));
  });
  const weeks = rowsOf(
    tx,
    ["id", "weekOf"],
    "SELECT id, weekOf FROM samples WHERE weekOf >= {:from} AND weekOf <= {:to} ORDER BY weekOf",
    { from, to },
  );
  const samples = weeks.flatMap(([id, week]) =>
    itemsOf(tx, String(id), person).map((item) =>
      sampleCells(String(week), item, nameOf(item.user), nameOf(item.lookedBy)),
    ),
  );
  const rounded = rounds.map(({ id, audit, number }): [string, string] => {
    const of = byId.get(audit);
    return [id, `${of ? auditName(of) : ""}, round ${number}`];
  });
  const files = fileLines(tx, "audit_files", new Map(rounded), nameOf);
  const file = (name: string, columns: readonly string[], rows: Parameters<typeof csvOf>[0]) => ({
    path: `audits/${name}.csv`,
    text: csvOf([columns, ...rows]),
  });
  return {
    folders: [
      {
        name: "audits/",
        holds:
          "programme.csv: what is looked at and how often; rounds.csv and lines.csv: each time, line by line; files.csv: evidence that was brought, by its hash; samples.csv: the weeks’ samples with what was found",
      },
    ],
    files: [
      file(
        "programme",
        auditColumns,
        audits.map((one) => auditCells(one, nameOf(one.owner), today)),
      ),
      file(
        "rounds",
        roundColumns,
        rounds.map((round) => roundCells(round, byId.get(round.audit)?.title ?? "", nameOf(round.closedBy))),
      ),
      file("lines", lineColumns, lines),
      file("files", fileColumns, files),
      file("samples", sampleColumns, samples),
    ],
    rows: audits.length + rounds.length + lines.length + files.length + samples.length,
  };
}

function linesOf(app: pb.App, round: string): Line[] {
  const columns = Object.keys(lineRow.shape) as (keyof Line)[];
  const select = `SELECT ${columns.map((one) => `"${one}"`).join(", ")} FROM audit_lines WHERE round = {:round} ORDER BY position`;
  return objectsOf<Line>(app, columns, select, { round }).map((line) => ({
    ...line,
    lookedAt: iso(line.lookedAt),
  }));
}
