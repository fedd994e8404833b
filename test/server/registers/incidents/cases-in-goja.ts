import { instantsOf, readingAt } from "#domain/base/local-time";
import { advise, nhsRoute } from "#domain/registers/incidents/assessment";
import { icoDue, needsDelayReason } from "#domain/registers/incidents/clock";
import { incidentReportSchema } from "#domain/registers/incidents/report";
import { namedIn } from "#domain/registers/screened";
import { trainedWithinTwoYears } from "#domain/registers/training/training";
import { offsetMs } from "../../../../pb_hooks/src/base/time-zone.ts";

const offsetIn = (zone: string) => (ms: number) => offsetMs(zone, ms) / 60_000;
const london = offsetIn("Europe/London");
const due = (reading: string) =>
  instantsOf(reading, london)
    .map((ms) => readingAt(icoDue(ms), london))
    .join(" ");

/** The worked cases of the register whose answer is another one in PocketBase's engine. */
export function failures(): string[] {
  const cases: readonly (readonly [string, unknown, unknown])[] = [
    ["clocks go back", due("2026-10-24T15:00"), "2026-10-27T14:00"],
    ["clocks go forward", due("2027-03-26T18:05"), "2027-03-29T19:05"],
    ["twice", due("2026-10-25T01:30"), "2026-10-28T00:30 2026-10-28T01:30"],
    ["left out", due("2027-03-28T01:30"), ""],
    ["half an hour", instantsOf("2026-04-05T01:45", offsetIn("Australia/Lord_Howe")).length, 2],
    ["71:59", needsDelayReason(0, (71 * 60 + 59) * 60_000), false],
    ["72:01", needsDelayReason(0, (72 * 60 + 1) * 60_000), true],
    ["trained", trainedWithinTwoYears("2026-11-20", ["2024-11-20"]), "yes"],
    ["not", trainedWithinTwoYears("2026-11-20", ["2024-11-19"]), "no"],
    ["none", trainedWithinTwoYears("2026-11-20", []), "no-record"],
    ["advice", advise({ risk: "likely", highRisk: "yes" }), "tell-ico-and-people"],
    ["grid", nhsRoute(3, 4), "ico-and-dhsc"],
    ["screen", namedIn("Sent 943 476 5919 on.")[0]?.start, 5],
    ["schema", typeof incidentReportSchema(), "object"],
  ];
  return cases.filter(([, is, right]) => is !== right).map(([about, is]) => `${about}: ${String(is)}`);
}
