import type { Nation } from "./four-answers.ts";
import { from, type LawSource, type Sure } from "./rule.ts";
import { daysAfter } from "./working-days.ts";

/** `urgent`: by telephone at once as well. `check`: its urgency was not found, and is checked before use. */
export type Urgency = "urgent" | "routine" | "check";

/** To whom a registered medical practitioner notifies, and by when (DOMAIN.md 7.2). */
export interface Notification {
  readonly to: string;
  /** Days that begin with the day of the suspicion; undefined where the law says "as soon as". */
  readonly days: number | undefined;
  readonly says: string;
  readonly source: LawSource;
  readonly sure: Sure;
}

export const notifications: Readonly<Record<Nation, Notification>> = {
  england: {
    to: "The proper officer of the local authority: in practice the health protection team of UKHSA, online",
    days: 3,
    says: "In writing within three days, the day of the suspicion counted; urgent ones by telephone too, as soon as reasonably practicable (by guidance within 24 hours).",
    source: from("Health Protection (Notification) Regulations 2010 (2010/659)", "reg 2"),
    sure: "read",
  },
  wales: {
    to: "The proper officer of the local authority",
    days: 3,
    says: "Who is told was read; the three days were not found in a stored text: check before use, and count three until then.",
    source: from("Health Protection (Notification) (Wales) Regulations 2010 (2010/1546)", "reg 2"),
    sure: "check",
  },
  scotland: {
    to: "The health board",
    days: 3,
    says: "In writing before three days end, the day of the suspicion counted; urgent ones by telephone with the reason. Not where another doctor has.",
    source: from("Public Health etc. (Scotland) Act 2008", "s.13"),
    sure: "read",
  },
  "northern-ireland": {
    to: "The Director of Public Health (Public Health Agency)",
    days: undefined,
    says: "A certificate as soon as the doctor is aware or suspects; there are no three days.",
    source: from("Public Health Act (Northern Ireland) 1967", "s.2"),
    sure: "read",
  },
};

/**
 * The last day on which a suspicion may be notified in writing: no weekend and no holiday moves it.
 *
 * @param suspected - Civil date.
 * @returns The day itself where the law says "as soon as".
 */
export function writtenBy(suspected: string, nation: Nation): string {
  const { days } = notifications[nation];
  return days === undefined ? suspected : daysAfter(suspected, days - 1);
}

const england: Readonly<Record<Urgency, readonly string[]>> = {
  urgent: [
    ...["acute flaccid paralysis or myelitis", "acute infectious hepatitis A, B or C", "acute meningitis"],
    ...["acute poliomyelitis", "anthrax", "botulism", "cholera", "diphtheria", "enteric fever"],
    ...["haemolytic uraemic syndrome", "infectious bloody diarrhoea", "influenza of zoonotic origin"],
    ...["invasive group A streptococcal disease", "Legionnaires’ disease", "measles"],
    ...["meningococcal septicaemia", "MERS"],
  ],
  routine: [
    ...["acute encephalitis", "chickenpox", "congenital syphilis", "COVID-19", "Creutzfeldt-Jakob disease"],
    ...["disseminated gonococcal infection", "leprosy", "brucellosis", "food poisoning", "malaria"],
  ],
  check: [
    ...[
      "mpox",
      "mumps",
      "neonatal herpes",
      "plague",
      "rabies",
      "rubella",
      "SARS",
      "scarlet fever",
      "smallpox",
    ],
    ...["tetanus", "tuberculosis", "typhus", "viral haemorrhagic fever", "whooping cough", "yellow fever"],
  ],
};
const scotland: readonly string[] = [
  ...["anthrax", "botulism", "brucellosis", "cholera", "E. coli O157 syndrome", "COVID-19", "diphtheria"],
  ...["haemolytic uraemic syndrome", "Haemophilus influenzae type b", "measles", "meningococcal disease"],
  ...[
    "mpox",
    "mumps",
    "necrotizing fasciitis",
    "paratyphoid",
    "whooping cough",
    "plague",
    "acute poliomyelitis",
  ],
  ...["rabies", "rubella", "SARS", "smallpox", "tetanus", "tuberculosis", "tularemia", "typhoid"],
  ...["viral haemorrhagic fever", "West Nile fever", "yellow fever"],
];

/** Diseases on the list of a nation that was read, with their urgency there; undefined where no list was found. */
export function diseasesOf(nation: Nation): Readonly<Record<string, Urgency>> | undefined {
  if (nation === "england") {
    const all = (Object.keys(england) as Urgency[]).flatMap((urgency) =>
      england[urgency].map((name) => [name, urgency] as const),
    );
    return Object.fromEntries(all);
  }
  return nation === "scotland" ? Object.fromEntries(scotland.map((name) => [name, "check"])) : undefined;
}
