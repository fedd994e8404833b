import * as z from "zod/mini";
import { screenSentence } from "#domain/detector/screen";
import { policy } from "#domain/policy";
import { aboutWhom, reportKinds, type Slip, slips } from "#domain/registers/incidents/kinds";
import type { MessageData } from "../messages.ts";
import { fieldWords, noticedWords } from "./field-words.ts";
import { noticedAt } from "./noticed.ts";
import { wordsAt } from "./words-at.ts";

/** Stands for "rather not say here" and for somebody who has no sign-in; no id is of this form. */
export const nobodyNamed = "-";

const choice = <const T extends readonly string[]>(of: T) => z.union([z.enum(of), z.literal("")]);

/** A report being written, as the form holds it. */
export const reportFields = z.object({
  kind: choice(reportKinds),
  when: z.enum(["now", "earlier"]),
  reading: z.string(),
  which: choice(["first", "second"]),
  text: z.string(),
  /** At a desk: a person's id, `nobodyNamed`, or '' while it is not said. */
  reporter: z.string(),
  confidential: z.boolean(),
  /** `no`: about nobody in particular. */
  aboutWhom: choice([...aboutWhom, "no"]),
  /** A person's id, `nobodyNamed`, or '' while nobody is chosen. */
  about: z.string(),
  /** "Was it you, or somebody of your own?"; a draft of before was not asked. */
  slip: z._default(choice(slips), ""),
  /** Who of their own: a person's id, or `nobodyNamed`. */
  slipBy: z._default(z.string(), nobodyNamed),
  withEvent: z.boolean(),
});
export type ReportFields = z.infer<typeof reportFields>;

export const emptyFields: ReportFields = {
  kind: "",
  when: "now",
  reading: "",
  which: "",
  text: "",
  reporter: "",
  confidential: false,
  aboutWhom: "",
  about: "",
  slip: "",
  slipBy: nobodyNamed,
  withEvent: true,
};

/** What the form knows beside what is typed. */
export interface Around {
  readonly desk: boolean;
  readonly zone: string;
  /** When the form was opened, which is what "just now" means. Milliseconds since 1970, as `now`. */
  readonly opened: number;
  readonly now: number;
  /** Trace of the last event that may be added. */
  readonly event?: string | undefined;
}

/** Whom it is about has to be named, so that they see nothing of it. */
export const asksWho = ({ confidential, aboutWhom: whom }: ReportFields): boolean =>
  confidential && whom !== "" && whom !== "no";

/** An event would say who reports, so none goes with a report by nobody named. */
export const mayAddEvent = ({ reporter }: ReportFields): boolean => reporter !== nobodyNamed;

/** Who does not say who they are can't say that it was they. */
export const slipsFor = ({ reporter }: ReportFields): readonly Slip[] =>
  reporter === nobodyNamed ? slips.filter((one) => one !== "mine") : slips;

const slipOf = (fields: ReportFields): Slip | "" =>
  fields.slip !== "" && slipsFor(fields).includes(fields.slip) ? fields.slip : "";

export type FieldName = "reporter" | "kind" | "noticed" | "text" | "slip" | "aboutWhom" | "about";
export type FieldErrors = { readonly [field in FieldName]?: string };

/** What has to be mended before it can be sent, by field in the order of the form. */
export function fieldErrors(fields: ReportFields, around: Around): FieldErrors {
  const noticed = noticedAt(fields, around);
  const text = sentenceError(fields.text);
  return {
    ...(around.desk && fields.reporter === "" && { reporter: fieldWords.reporter }),
    ...(fields.kind === "" && { kind: fieldWords.kind }),
    ...(typeof noticed === "string" && { noticed: noticedWords[noticed] }),
    ...(text && { text }),
    ...(slipOf(fields) === "" && { slip: fieldWords.slip }),
    ...(fields.confidential && fields.aboutWhom === "" && { aboutWhom: fieldWords.aboutWhom }),
    ...(asksWho(fields) && fields.about === "" && { about: fieldWords.about }),
  };
}

/** The words that a sentence must leave out, the first of them; undefined where it names no patient. */
export function wordsToLeaveOut(text: string): string | undefined {
  const [first] = screenSentence(text);
  return first && wordsAt(text, first);
}

function sentenceError(text: string): string | undefined {
  if (text.trim() === "") return fieldWords.text;
  if (text.trim().length > policy.sentenceLongest.amount)
    return fieldWords.tooLong(policy.sentenceLongest.amount);
  const words = wordsToLeaveOut(text);
  return words && fieldWords.leaveOut(words);
}

/**
 * The report as the background takes it; undefined while something has to be mended.
 *
 * @param id - Of this wording, the same at each try.
 */
export function reportOf(
  fields: ReportFields,
  around: Around,
  id: string,
): MessageData<"report"> | undefined {
  const noticed = noticedAt(fields, around);
  const { kind, confidential } = fields;
  const slip = slipOf(fields);
  if (kind === "" || typeof noticed === "string" || slip === "") return undefined;
  const who = asksWho(fields);
  return {
    id,
    kind,
    noticedAt: new Date(noticed).toISOString(),
    justNow: fields.when === "now",
    text: fields.text.trim(),
    confidential,
    slip,
    ...(slip === "own" && fields.slipBy !== nobodyNamed && fields.slipBy !== "" && { slipBy: fields.slipBy }),
    ...(around.desk && { reporter: fields.reporter === nobodyNamed ? "" : fields.reporter }),
    ...(who && fields.aboutWhom !== "no" && fields.aboutWhom !== "" && { aboutWhom: fields.aboutWhom }),
    ...(who && fields.about !== nobodyNamed && { about: fields.about }),
    ...(fields.withEvent && mayAddEvent(fields) && around.event && { event: around.event }),
  };
}
