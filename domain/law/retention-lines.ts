import type { FourAnswers, Nation } from "./four-answers.ts";
import { from, type LawSource, type Sure } from "./rule.ts";

/** What a record is, as far as the rules ask. `general` is told apart by birth and death, the others the clinic says. */
export const recordClasses = {
  general: "General",
  mental: "Mental health",
  maternity: "Maternity",
  gp: "General practice",
  dental: "Dental",
  transplant: "Transplant",
  trial: "Clinical trial",
  oncology: "Oncology",
  longterm: "Long-term illness",
  sexual: "Sexual health",
  implant: "Implant or device",
  photographs: "Photographs kept apart",
} as const;
export type RecordClass = keyof typeof recordClasses;

/** From which day a period runs. `last`: the schedule's own, last attendance or last entry. */
export type RunsFrom = "last" | "birth" | "death";

/** One line of a schedule: which records it is about, and how long they are kept. */
export interface RetentionLine {
  readonly id: string;
  /** Records that it is about. */
  readonly about: RecordClass;
  /** Age in whole years at the end of treatment, both within. */
  readonly ages?: readonly [from: number, to: number];
  /** Holds for the records of every class, beside the line of its own: the longest that fits counts. */
  readonly forAll?: true;
  /** Of records that this line is about, no other line is asked. */
  readonly alone?: true;
  /** `under18`: died before 18. `dead`: died. `alive`: as far as is known. Left out: whoever. */
  readonly fate?: "under18" | "dead" | "alive";
  readonly words: string;
  readonly years: number;
  readonly runs: RunsFrom;
  readonly source: LawSource;
  /** `check` makes nothing due: it waits until a person has read the source and says so. */
  readonly sure: Sure;
}

/** The lines that one nation's clinics with one kind of registration work by. A version is never changed. */
export interface RetentionSchedule {
  /** Name and version, as an import keeps it. */
  readonly id: string;
  readonly nation: Nation;
  readonly title: string;
  /** `statute`: law for these clinics. `code`: guidance that they follow. `none`: nothing was read. */
  readonly force: "statute" | "code" | "none";
  /** What `last` means: the statutes run from the last entry in the record, the code from the last attendance. */
  readonly last: "entry" | "seen";
  readonly lines: readonly RetentionLine[];
}

const code = from(
  "Records Management Code of Practice 2021, updated 7 August 2023",
  "Appendix II, as others quote it",
);
const unread = from("Records Management Code of Practice 2021", "Appendix II, this line not read");
const wales = from("Independent Health Care (Wales) Regulations 2011", "reg 23, Schedule 3");
const northern = from("Independent Health Care Regulations (Northern Ireland) 2005", "reg 21, Schedule 3");

const forAll = true;
type Rest = Omit<RetentionLine, "id" | "about" | "words" | "years" | "runs" | "source" | "sure">;
const lineOf =
  (prefix: string, source: LawSource, sure: Sure) =>
  (id: string, about: RecordClass, words: string, years: number, runs: RunsFrom, rest: Rest = {}) => ({
    id: `${prefix}-${id}`,
    about,
    words,
    years,
    runs,
    source,
    sure,
    ...rest,
  });

const english = lineOf("england", code, "second-hand");
const toCheck = (prefix: string) => lineOf(prefix, unread, "check");

/** Lines of which no period of ours is known: years of 0 make nothing due until the clinic's own stand in their place. */
const unknownLines = (prefix: string): RetentionLine[] => {
  const line = toCheck(prefix);
  return [
    line("oncology", "oncology", "Oncology", 0, "last"),
    line("longterm", "longterm", "Long-term illness", 0, "last"),
    line("sexual", "sexual", "Sexual health", 0, "last"),
    line("implant", "implant", "Implant or device", 0, "last"),
    line("photographs", "photographs", "Photographs kept apart", 0, "last"),
  ];
};

const england: RetentionSchedule = {
  id: "england-2026-11-29",
  nation: "england",
  title: "England: the NHS code, which private clinics follow as guidance",
  force: "code",
  last: "seen",
  lines: [
    english("adult", "general", "Adult: 8 years", 8, "last", { ages: [18, 199], forAll }),
    english("child", "general", "Child: until the 25th birthday", 25, "birth", { ages: [0, 16], forAll }),
    english("child-17", "general", "17 at the end: until the 26th birthday", 26, "birth", {
      ages: [17, 17],
      forAll,
    }),
    toCheck("england")("dead", "general", "Died: 8 years after death", 8, "death", { fate: "dead" }),
    english("mental", "mental", "Mental health: 20 years", 20, "last", { fate: "alive" }),
    english("mental-dead", "mental", "Mental health: 10 years after death", 10, "death", { fate: "dead" }),
    english("maternity", "maternity", "Maternity: 25 years", 25, "last"),
    toCheck("england")("gp-alive", "gp", "General practice, alive or moved away", 0, "last", {
      fate: "alive",
    }),
    english("gp-dead", "gp", "General practice: 10 years after death", 10, "death", { fate: "dead" }),
    lineOf(
      "england",
      from("Records Management Code of Practice 2021", "the current appendix, not read; an insurer says 11"),
      "check",
    )("dental", "dental", "Dental: 15 years", 15, "last"),
    ...unknownLines("england"),
    toCheck("england")("transplant", "transplant", "Transplant", 0, "last"),
    toCheck("england")("trial", "trial", "Clinical trial", 0, "last"),
  ],
};

const welsh = lineOf("wales", wales, "read");
const walesRegistered: RetentionSchedule = {
  id: "wales-hiw-2026-11-29",
  nation: "wales",
  title: "Wales, clinics registered with HIW",
  force: "statute",
  last: "entry",
  lines: [
    welsh("child", "general", "Under 17 at the end: until the 25th birthday", 25, "birth", {
      ages: [0, 16],
      forAll,
    }),
    welsh("child-17", "general", "17 at the end: until the 26th birthday", 26, "birth", {
      ages: [17, 17],
      forAll,
    }),
    welsh("died-young", "general", "Died under 18: 8 years", 8, "death", { fate: "under18", forAll }),
    welsh("other", "general", "All other cases: 8 years from the last entry", 8, "last", { forAll }),
    welsh("mental", "mental", "Mental disorder: 20 years from the last entry", 20, "last"),
    welsh("gp", "gp", "General practice: 10 years", 10, "last"),
    welsh("transplant", "transplant", "Transplant: 11 years", 11, "last"),
    welsh("trial", "trial", "Trial: 15 years", 15, "last"),
    lineOf("wales", from("Private Dentistry (Wales) Regulations 2017", "reg 20"), "read")(
      "dental",
      "dental",
      "Private dentist: 8 years from the end of treatment",
      8,
      "last",
      { alone: true },
    ),
    ...unknownLines("wales"),
    toCheck("wales")("maternity", "maternity", "Maternity", 0, "last"),
  ],
};

const ulster = lineOf("ni", northern, "read");
const northernRegistered: RetentionSchedule = {
  id: "ni-rqia-2026-11-29",
  nation: "northern-ireland",
  title: "Northern Ireland, clinics registered with RQIA",
  force: "statute",
  last: "entry",
  lines: [
    ulster("child", "general", "17 or under at the end: until the 27th birthday", 27, "birth", {
      ages: [0, 17],
      forAll,
    }),
    ulster("died-young", "general", "Died under 18: 10 years", 10, "death", { fate: "under18", forAll }),
    ulster("other", "general", "All other cases: 10 years from the last entry", 10, "last", { forAll }),
    ulster("mental", "mental", "Mental disorder: 20 years", 20, "last"),
    ulster("gp", "gp", "General practice: 10 years", 10, "last"),
    ...unknownLines("ni"),
    toCheck("ni")("maternity", "maternity", "Maternity", 0, "last"),
    toCheck("ni")("dental", "dental", "Dental", 0, "last"),
    toCheck("ni")("transplant", "transplant", "Transplant", 0, "last"),
    toCheck("ni")("trial", "trial", "Clinical trial", 0, "last"),
  ],
};

/** Where no line was read: each waits for the clinic's own period, children apart. */
const unreadSchedule = (nation: Nation, id: string, title: string, source: LawSource): RetentionSchedule => {
  const line = lineOf(id, source, "check");
  const others = (Object.keys(recordClasses) as RecordClass[]).filter((about) => about !== "general");
  return {
    id: `${id}-2026-11-29`,
    nation,
    title,
    force: "none",
    last: "entry",
    lines: [
      line("adult", "general", "Adult", 0, "last", { ages: [18, 199], forAll }),
      line("child", "general", "Child", 0, "birth", { ages: [0, 17], forAll }),
      ...others.map((about) => line(about, about, recordClasses[about], 0, "last")),
    ],
  };
};

export const retentionSchedules: readonly RetentionSchedule[] = [
  england,
  walesRegistered,
  unreadSchedule(
    "wales",
    "wales-other",
    "Wales, not registered with HIW",
    from("Records Management Code of Practice for Health and Care 2022 (Wales)", "its table, not read"),
  ),
  northernRegistered,
  unreadSchedule(
    "northern-ireland",
    "ni-other",
    "Northern Ireland, not registered with RQIA",
    from("Good Management, Good Records", "sections G and J, in part"),
  ),
  unreadSchedule(
    "scotland",
    "scotland",
    "Scotland",
    from("Records Management Code of Practice (Scotland), 16 August 2024", "Annex B, not read"),
  ),
];

/**
 * The schedule that a clinic with these answers works by. Where nobody has said whether it is registered, the statute of
 * its nation is taken: it keeps no record for a shorter time than the other.
 */
export function scheduleFor({ nation, careRegulator }: FourAnswers): RetentionSchedule {
  const ofNation = retentionSchedules.filter((one) => one.nation === nation);
  const unregistered = careRegulator === "none";
  const found = ofNation.find(({ force }) => (unregistered ? force !== "statute" : true)) ?? ofNation[0];
  return found ?? england;
}
