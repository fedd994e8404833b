import { isolate } from "#domain/base/isolate";
import type { Office, OfficesAnswer } from "#domain/people/offices";
import { offices } from "#domain/people/offices";
import { capital } from "#lib/format/sentence.ts";
import { clock, dateInWords } from "#lib/format/time.ts";

const words: Readonly<Record<Office, string>> = {
  dpo: "Lead",
  deputyLead: "Deputy lead",
  manager: "Manager",
  controller: "Decides for the clinic",
  duty: "On duty",
  deputy: "Deputy on duty",
  auditor: "Auditor",
};

export interface OfficeRow {
  readonly office: Office;
  readonly name: string;
  /** Who held it, each with the time of the day where it was not all of it. */
  readonly held: readonly string[];
  /** What the log does not say. */
  readonly unknown: readonly string[];
}

/** Who was what on a day, a row for each office, in their order. */
export function officeRows(
  { start, end, held, unknown }: OfficesAnswer,
  nameOf: (id: string) => string,
  zone: string,
  leadTitle: string,
): OfficeRow[] {
  const during = (from: string, to: string): string => {
    if (from === start && to === end) return "";
    if (from === start) return `, until ${clock(to, zone)}`;
    return to === end ? `, from ${clock(from, zone)}` : `, ${clock(from, zone)} to ${clock(to, zone)}`;
  };
  return offices.map((office) => ({
    office,
    name: office === "dpo" && leadTitle !== "" ? capital(leadTitle) : words[office],
    held: held
      .filter((one) => one.office === office)
      .filter(({ person, from, to }) => person !== "" || from !== start || to !== end)
      .map(
        ({ person, from, to }) => `${person === "" ? "nobody" : isolate(nameOf(person))}${during(from, to)}`,
      ),
    unknown: unknown
      .filter((one) => one.office === office)
      .map(({ person, before }) => {
        const whose = person === "" ? "" : `${isolate(nameOf(person))}: `;
        return `${whose}not recorded before ${dateInWords(before, zone)}`;
      }),
  }));
}
