import type { Nation } from "./four-answers.ts";
import { from, type LawSource, type Sure } from "./rule.ts";
import { daysAfter } from "./working-days.ts";

/** `urgent`: by telephone at once as well. `check`: its urgency was not found, and is checked before use. */
export type Urgency = "urgent" | "routine" | "check";

/** To whom a registered medical practitioner notifies, and by when (DOMAIN.md 7.2). */
export interface Notification {
  readonly to: string;
  /** Whose duty it is: nobody else's. */
  readonly who: string;
  /** On what it is written, and what stands in it, so far as that was read. */
  readonly form: string;
  /** Days that begin with the day of the suspicion; undefined where the law says "as soon as". */
  readonly days: number | undefined;
  readonly says: string;
  readonly source: LawSource;
  readonly sure: Sure;
}

export const notifications: Readonly<Record<Nation, Notification>> = {
  england: {
    to: "The proper officer of the local authority: in practice the health protection team of UKHSA, online",
    who: "The registered medical practitioner who suspects it, without waiting for the laboratory; nobody else can do it for them",
    form: "UKHSA’s form of notification, online or as their paper: what is known of name, birth date, sex, address and where the patient is now, telephone, NHS number, occupation, place of work or school, travel, ethnicity, a child’s parent, the disease, its onset and diagnosis, and the doctor’s name, address and telephone. Nothing else",
    days: 3,
    says: "In writing within three days, the day of the suspicion counted; urgent ones by telephone too, as soon as reasonably practicable (by guidance within 24 hours).",
    source: from("Health Protection (Notification) Regulations 2010 (2010/659)", "reg 2"),
    sure: "read",
  },
  wales: {
    to: "The proper officer of the local authority",
    who: "The registered medical practitioner who suspects it",
    form: "Its form was not found in a stored text: check before use",
    days: 3,
    says: "Who is told was read; the three days were not found in a stored text: check before use, and count three until then.",
    source: from("Health Protection (Notification) (Wales) Regulations 2010 (2010/1546)", "reg 2"),
    sure: "check",
  },
  scotland: {
    to: "The health board",
    who: "The registered medical practitioner who suspects it, unless another doctor has notified it",
    form: "The health board’s own form; what has to stand in it was not found: check before use. An urgent one says by telephone why it is urgent",
    days: 3,
    says: "In writing before three days end, the day of the suspicion counted; urgent ones by telephone with the reason. Not where another doctor has.",
    source: from("Public Health etc. (Scotland) Act 2008", "s.13"),
    sure: "read",
  },
  "northern-ireland": {
    to: "The Director of Public Health (Public Health Agency)",
    who: "The medical practitioner who becomes aware of it or suspects it",
    form: "A certificate: name, age, sex and address of the patient, the place where they were examined, the disease. Nothing else",
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

/** Of England's routine ones, what makes them urgent. */
const urgentWhen: Readonly<Record<string, string>> = {
  brucellosis: "if it was caught in the United Kingdom",
  "food poisoning": "if there are several",
  malaria: "if it was caught in the United Kingdom",
};

/** What a suspicion asks for: how fast, and by which day in writing. */
export interface Notice {
  readonly urgency: Urgency;
  /** What is done at once, in a sentence. */
  readonly atOnce: string;
  /** Civil date of the last day for the writing. */
  readonly by: string;
}

const atOnceWords: Readonly<Record<Urgency, string>> = {
  urgent:
    "Urgent: by telephone as soon as reasonably practicable (by guidance within 24 hours), and in writing.",
  routine: "Routine: in writing is enough.",
  check: "Whether it is urgent was not found: check before use. Until you know, telephone today.",
};

/**
 * What the law of a nation asks of a suspicion.
 *
 * @param disease - One of its list, or what somebody wrote: of what stands on no list that was read, urgency is checked.
 * @param suspected - Civil date.
 */
export function noticeOf(nation: Nation, disease: string, suspected: string): Notice {
  const urgency = diseasesOf(nation)?.[disease] ?? "check";
  const when = nation === "england" ? urgentWhen[disease] : undefined;
  const by = writtenBy(suspected, nation);
  if (notifications[nation].days === undefined)
    return { urgency, atOnce: "At once: the certificate goes as soon as it is suspected.", by };
  return {
    urgency,
    atOnce:
      when === undefined
        ? atOnceWords[urgency]
        : `Routine, and urgent ${when}: then by telephone at once too.`,
    by,
  };
}
