import type { CareRegulatorId, Nation } from "./four-answers.ts";
import type { LawSource, Sure } from "./rule.ts";
import { from } from "./rule.ts";

/** Who watches over data protection, as it is called on a day. */
export interface DataRegulator {
  /** Civil date from which it is called so. */
  readonly since: string;
  /** In law. */
  readonly name: string;
  /** What it calls itself in public. */
  readonly short: string;
  readonly web: string;
  readonly source: LawSource;
  readonly sure: Sure;
}

/** By date, the oldest first: a paper names the regulator of its day, and keeps it. */
export const dataRegulators: readonly [DataRegulator, ...DataRegulator[]] = [
  {
    since: "2018-05-25",
    name: "Information Commissioner",
    short: "ICO",
    web: "ico.org.uk",
    source: from("Data Protection Act 2018", "s.114"),
    sure: "read",
  },
  {
    since: "2026-09-30",
    name: "Information Commission",
    short: "ICO",
    web: "ico.org.uk",
    source: from("Data (Use and Access) Act 2025", "ss.117 to 119, with SI 2026/1015, itself not read"),
    sure: "second-hand",
  },
];

/** What a paper says of the regulator, frozen with it. */
export type RegulatorNames = Pick<DataRegulator, "name" | "short" | "web">;

/**
 * The regulator of a day.
 *
 * @param day - Civil date at the clinic.
 */
export function dataRegulatorOn(day: string): DataRegulator {
  const called = dataRegulators.filter(({ since }) => since <= day);
  return called[called.length - 1] ?? dataRegulators[0];
}

/** "Information Commission (ICO), ico.org.uk". */
export const inFull = ({ name, short, web }: RegulatorNames): string => `${name} (${short}), ${web}`;

/** Who inspects care: another than the regulator of data, and another in each nation. */
export interface CareRegulator {
  readonly id: CareRegulatorId;
  readonly nation: Nation;
  readonly name: string;
  readonly short: string;
}

export const careRegulators: Readonly<Record<CareRegulatorId, CareRegulator>> = {
  cqc: { id: "cqc", nation: "england", name: "Care Quality Commission", short: "CQC" },
  his: { id: "his", nation: "scotland", name: "Healthcare Improvement Scotland", short: "HIS" },
  hiw: { id: "hiw", nation: "wales", name: "Healthcare Inspectorate Wales", short: "HIW" },
  rqia: {
    id: "rqia",
    nation: "northern-ireland",
    name: "Regulation and Quality Improvement Authority",
    short: "RQIA",
  },
};

/** The one of a nation. */
export const careRegulatorOf = (nation: Nation): CareRegulator =>
  Object.values(careRegulators).find((one) => one.nation === nation) ?? careRegulators.cqc;

/** Whether an answer can be given in this nation: nobody is registered with the regulator of another. */
export const fitsNation = (answer: string, nation: Nation): boolean =>
  answer === "" || answer === "none" || answer === careRegulatorOf(nation).id;
