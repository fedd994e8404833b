import * as z from "zod/mini";
import {
  answersTo,
  type ShareAnswers,
  type ShareQuestion,
  shareQuestionKeys,
} from "../../law/share/questions.ts";
import type { ShareRule } from "../../law/share/rule.ts";
import type { Ground, Receiver, RecipientChecked, RequestForm } from "./disclosure.ts";

/** Answers as they are sent: of each question one of its own, or "unsure". */
export const shareAnswers = z.strictObject(
  Object.fromEntries(
    shareQuestionKeys.map((question) => [
      question,
      z.optional(z.enum(answersTo(question) as [string, ...string[]])),
    ]),
  ) as Record<ShareQuestion, z.ZodMiniOptional<z.ZodMiniEnum>>,
);

/** Bodies that register health professionals, and how their numbers look (DOMAIN.md 5.5). */
export const registrationBodies = {
  GMC: /^[A-Z]?\d{6,7}$/,
  NMC: /^\d{2}[A-Z]\d{4}[A-Z]$/,
  HCPC: /^[A-Z]{2,3}\d{1,6}$/,
  GPhC: /^[25]\d{6}$/,
  GDC: /^\d{4,6}$/,
  GOC: /^[A-Z0-9-]{4,12}$/,
  GOsC: /^\d{1,6}$/,
  GCC: /^\d{1,6}$/,
} as const;
export type RegistrationBody = keyof typeof registrationBodies;
export const bodyKeys = Object.keys(registrationBodies) as [RegistrationBody, ...RegistrationBody[]];

/** Whether a number is one that this body gives. */
export const isRegistration = (body: RegistrationBody, number: string): boolean =>
  registrationBodies[body].test(number.toUpperCase().replace(/\s+/g, ""));

/** `recorded`: given or refused at once. `asked`: waits for the lead. `decided`: by the lead since. */
export const shareStates = ["recorded", "asked", "decided"] as const;
export type ShareState = (typeof shareStates)[number];

const receiverOf: Readonly<Record<string, Receiver>> = {
  ...{ patient: "subject", proxy: "other", family: "family", clinician: "clinic", solicitor: "solicitor" },
  ...{ insurer: "insurer", employer: "employer", police: "police", court: "court", regulator: "regulator" },
  ...{ council: "council", health: "health", researcher: "researcher", manager: "planner" },
  ...{ press: "other", ourselves: "other", unsure: "other" },
};

/** To whom a disclosure of these answers goes; of what we tell by ourselves, whom that purpose names. */
export function receiverIn({ asker, purpose }: ShareAnswers): Receiver {
  if (asker !== "ourselves") return receiverOf[asker ?? "unsure"] ?? "other";
  if (purpose === "notify") return "health";
  if (purpose === "child" || purpose === "adult") return "council";
  return purpose === "fgm" || purpose === "others" || purpose === "self" ? "police" : "other";
}

/** In which form it was asked for. */
export function formIn({ asker, verified, law }: ShareAnswers): RequestForm {
  if (law === "order") return "order";
  if (asker === "ourselves") return "own";
  if (verified === "written") return "letter";
  return verified === "known" ? "person" : "phone";
}

/** How the answers say that it goes to whom it is for; '' where they do not, and somebody has to. */
export function checkedIn({ asker, verified }: ShareAnswers): RecipientChecked | "" {
  if (asker === "ourselves") return "";
  if (verified === "known") return "seen";
  return verified === "back" ? "back" : "";
}

/** Whether the answers say that nobody else is in it: so it is of appointments and of figures. */
export const othersIn = ({ what }: ShareAnswers): "nobody" | "" =>
  what === "whether" || what === "appointments" || what === "figures" ? "nobody" : "";

const groundOf: Readonly<Record<string, Ground>> = {
  ...{ "anonymous-figures": "anonymous", "patient-appointments": "consent", "family-release": "consent" },
  ...{ "care-shared": "care", "office-release": "consent", "solicitor-whole": "consent" },
  ...{ "police-consent": "consent", "court-order": "order", "regulator-power": "power" },
  ...{ "safeguarding-child": "safeguarding", "safeguarding-adult": "safeguarding" },
  ...{ "safeguarding-adult-agrees": "consent", "risk-to-others": "interest", "risk-to-self": "interest" },
  ...{ "notifiable-disease": "notifiable", fgm: "statute", "research-consent": "consent" },
};

/** The ground as the register of disclosures keeps it. */
export const groundIn = (rule: Pick<ShareRule, "id" | "verdict">): Ground =>
  rule.verdict === "permit" ? (groundOf[rule.id] ?? "interest") : "none";

/** An answer as its list shows it. Days are civil dates, times instants; '' where there is none. */
export const shareRow = z.object({
  id: z.string(),
  version: z.int(),
  /** The answers as JSON. */
  answers: z.string(),
  rule: z.string(),
  verdict: z.enum(["permit", "refuse", "ask"]),
  state: z.enum(shareStates),
  system: z.string(),
  recordRef: z.string(),
  organisation: z.string(),
  reference: z.string(),
  asked: z.string(),
  given: z.string(),
  how: z.string(),
  professionalName: z.string(),
  professionalBody: z.string(),
  professionalNumber: z.string(),
  professionalAt: z.string(),
  disease: z.string(),
  suspectedOn: z.string(),
  decision: z.enum(["", "given", "refused"]),
  decidedBy: z.string(),
  decidedAt: z.string(),
  decidedWhy: z.string(),
  disclosure: z.string(),
  by: z.string(),
  at: z.string(),
});
export type ShareRow = z.infer<typeof shareRow>;

export const shareColumns: readonly (readonly [
  string,
  (row: ShareRow, nameOf: (id: string) => string) => string,
])[] = [
  ["Asked (UTC)", ({ at }) => at],
  ["By", ({ by }, nameOf) => nameOf(by)],
  ["Answers", ({ answers }) => answers],
  ["Rule", ({ rule }) => rule],
  ["Answer", ({ verdict }) => verdict],
  ["System", ({ system }) => system],
  ["Record", ({ recordRef }) => recordRef],
  ["Organisation", ({ organisation }) => organisation],
  ["Reference", ({ reference }) => reference],
  ["Asked for", ({ asked }) => asked],
  ["Given", ({ given }) => given],
  ["Professional", ({ professionalName }) => professionalName],
  ["Body and number", (row) => [row.professionalBody, row.professionalNumber].filter(Boolean).join(" ")],
  ["Disease", ({ disease }) => disease],
  ["Suspected on", ({ suspectedOn }) => suspectedOn],
  ["State", ({ state }) => state],
  ["Decided", ({ decision }) => decision],
  ["Decided by", ({ decidedBy }, nameOf) => nameOf(decidedBy)],
  ["Decided (UTC)", ({ decidedAt }) => decidedAt],
  ["Why", ({ decidedWhy }) => decidedWhy],
];
