import { type FourAnswers, nations } from "./four-answers.ts";
import { from, type LawRule } from "./rule.ts";

/** How long a clinic keeps its records of patients: law for some, a code or nothing for others. */
export interface RetentionRule extends LawRule {
  /** Asked of the four answers. */
  readonly applies: (answers: FourAnswers) => boolean;
}

const wales = from("Independent Health Care (Wales) Regulations 2011", "reg 23, Schedule 3");
const northern = from("Independent Health Care Regulations (Northern Ireland) 2005", "reg 21, Schedule 3");
const hiw = ({ careRegulator }: FourAnswers) => careRegulator === "hiw";
const rqia = ({ careRegulator }: FourAnswers) => careRegulator === "rqia";

export const retentionRules: readonly RetentionRule[] = [
  {
    id: "retention-wales-adult",
    nations: ["wales"],
    binds: "Clinics registered with HIW",
    text: "8 years from the last entry; where several periods fit, the longest",
    source: wales,
    sure: "read",
    applies: hiw,
  },
  {
    id: "retention-wales-child",
    nations: ["wales"],
    binds: "Clinics registered with HIW",
    text: "Under 17 at the end of treatment: until the 25th birthday; at 17: the 26th; died under 18: 8 years",
    source: wales,
    sure: "read",
    applies: hiw,
  },
  {
    id: "retention-wales-other",
    nations: ["wales"],
    binds: "Clinics registered with HIW",
    text: "Mental disorder: 20 years from the last entry, 8 where they died under treatment; general practice 10; transplant 11; trials 15",
    source: wales,
    sure: "read",
    applies: hiw,
  },
  {
    id: "retention-wales-dentist",
    nations: ["wales"],
    binds: "Private dental practices registered with HIW",
    text: "8 years from the end of treatment",
    source: from("Private Dentistry (Wales) Regulations 2017", "reg 20"),
    sure: "read",
    applies: hiw,
  },
  {
    id: "retention-ni-adult",
    nations: ["northern-ireland"],
    binds: "Establishments and agencies registered with RQIA",
    text: "10 years from the last entry; where several periods fit, the longest",
    source: northern,
    sure: "read",
    applies: rqia,
  },
  {
    id: "retention-ni-child",
    nations: ["northern-ireland"],
    binds: "Establishments and agencies registered with RQIA",
    text: "17 or under at the end of treatment: until the 27th birthday; died under 18: 10 years",
    source: northern,
    sure: "read",
    applies: rqia,
  },
  {
    id: "retention-ni-other",
    nations: ["northern-ireland"],
    binds: "Establishments and agencies registered with RQIA",
    text: "Mental disorder: 20 years, 10 where they died under treatment; general practice 10",
    source: northern,
    sure: "read",
    applies: rqia,
  },
  {
    id: "retention-notified-events",
    nations: ["wales", "northern-ireland"],
    binds: "Clinics registered with HIW or RQIA",
    text: "The register of notified events and the records of complaints: at least 3 years from the last entry",
    source: from(
      "The Regulations of 2011 (Wales) and 2005 (Northern Ireland)",
      "regs 23 and 24; regs 21 and 23",
    ),
    sure: "read",
    applies: (answers) => hiw(answers) || rqia(answers),
  },
  {
    id: "retention-england-code",
    nations: ["england"],
    binds: "The health service; for private clinics guidance that doctors are told to follow, no statute",
    text: "Adults 8 years; children until the 25th or 26th birthday; general practice 10 years after death; mental health 20 years, or 10 after death; maternity 25. Minimums, then looked at before anything is destroyed; a record that comes back into use starts again",
    source: from(
      "Records Management Code of Practice 2021, updated 7 August 2023",
      "Appendix II, as others quote it",
    ),
    sure: "second-hand",
    policy: true,
    applies: () => true,
  },
  {
    id: "retention-england-dental",
    nations: ["england"],
    binds: "Dental practices",
    text: "15 years by the Code of 2021, 11 by an insurer’s later guide: keep 15",
    source: from("Records Management Code of Practice 2021", "the current appendix, not read"),
    sure: "check",
    policy: true,
    applies: () => true,
  },
  {
    id: "retention-scotland",
    nations: ["scotland"],
    binds: "The health service and who works under contract with it",
    text: "The Code of 16 August 2024; its periods were not visible to us",
    source: from("Records Management Code of Practice (Scotland), 16 August 2024", "Annex B, not read"),
    sure: "check",
    policy: true,
    applies: () => true,
  },
  {
    id: "retention-ni-gmgr",
    nations: ["northern-ireland"],
    binds: "The Department, health service bodies, their contractors, bodies with public funds",
    text: "Good Management, Good Records; most of its lines were not visible to us",
    source: from("Good Management, Good Records", "sections G and J, in part"),
    sure: "check",
    policy: true,
    applies: ({ nhsWork, legalForm }) => nhsWork === "yes" || legalForm === "nhs-body",
  },
  {
    id: "retention-lines-to-check",
    nations,
    binds: "Whoever keeps such records",
    text: "Oncology, sexual health, other deceased, long-term illness, CJD, implants, photographs, access requests, incidents, complaints, training, impact assessments, CCTV: no period of ours",
    source: from("Records Management Code of Practice 2021", "Appendix II, these lines not read"),
    sure: "check",
    policy: true,
    applies: () => true,
  },
];

/** What a clinic with these answers keeps to; without an answer about registration, what does not hang on it. */
export const retentionFor = (answers: FourAnswers): readonly RetentionRule[] =>
  retentionRules.filter((rule) => rule.nations.includes(answers.nation) && rule.applies(answers));
