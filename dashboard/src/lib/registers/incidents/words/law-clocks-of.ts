import { dateAt, startOfDay } from "#domain/base/local-time";
import type { FourAnswers } from "#domain/law/four-answers";
import { type LawClockRow, lawClocks } from "#domain/registers/incidents/law/clocks";
import { offsetIn } from "#lib/format/offset-at.ts";
import type { Incident } from "#lib/registers/incidents/rows.ts";

/** The clocks of the clinic's own law that run in an incident, as the desk shows them. */
export function lawClocksOf(clinic: FourAnswers, incident: Incident, zone: string): LawClockRow[] {
  const offsetAt = offsetIn(zone);
  const { state, occurredFrom, detectedAt, provisionalFrom, openedAt, care, candour, otherNotices } =
    incident;
  const happened = [occurredFrom, detectedAt, provisionalFrom, openedAt].find((at) => at !== "") ?? "";
  return lawClocks(
    clinic,
    { state, happenedMs: Date.parse(happened), care, candour, noted: otherNotices },
    {
      date: (ms) => dateAt(ms, offsetAt),
      endOf: (day) => startOfDay(dayAfter(day), offsetAt),
    },
  );
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + 86_400_000).toISOString().slice(0, 10);
