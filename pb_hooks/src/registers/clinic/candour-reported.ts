import type { ActAnswer } from "#domain/api";
import { isRealDay } from "#domain/base/civil-date";
import { type CandourReport, clinicId } from "#domain/clinic/clinic";
import { owesCandourYear } from "#domain/law/candour-year";
import { financialYearOf } from "#domain/law/financial-year";
import type { Doing } from "../../acts/doing.ts";
import { rowAt, saveRow } from "../../acts/row.ts";
import { nowMs } from "../../base/clock.ts";
import { refuse } from "../../base/refusal.ts";
import { listIn } from "../../base/rows.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { answersIn } from "../../clinic/four-answers.ts";

/**
 * The yearly report on the duty of candour was published and its regulator told: recorded once a year, again where a
 * day was wrong.
 *
 * @throws {BadRequestError} Of a clinic that owes none, a year that has not ended, or days that can't be.
 */
export function candourReported({ tx, actor, id, version, data }: Doing<"clinic.candourReport">): ActAnswer {
  if (id !== clinicId) throw new NotFoundError("There is no such row.");
  const clinic = rowAt(tx, "clinic", id, version);
  if (!owesCandourYear(answersIn(clinic)))
    refuse("data.year", "not-asked", "This clinic owes no such report.");
  for (const field of ["publishedOn", "toldOn"] as const)
    if (!isRealDay(data[field])) refuse(`data.${field}`, "invalid_format", "There is no such day.");
  const today = clinicTime(tx).date(nowMs());
  if (financialYearOf(data.year).last !== data.year)
    refuse("data.year", "invalid_format", "A year ends with March.");
  if (data.year >= today) refuse("data.year", "too_big", "This year has not ended yet.");
  if (data.publishedOn <= data.year)
    refuse("data.publishedOn", "wrong-order", "This lies before the year ended.");
  if (data.toldOn < data.publishedOn)
    refuse("data.toldOn", "wrong-order", "It is told once it is published.");
  if (data.publishedOn > today) refuse("data.publishedOn", "in-future", "This day is still to come.");
  if (data.toldOn > today) refuse("data.toldOn", "in-future", "This day is still to come.");
  const others = listIn<CandourReport>(clinic, "candourReports").filter(({ year }) => year !== data.year);
  clinic.set("candourReports", [...others, data]);
  return saveRow(tx, clinic, "candour-report", actor);
}
