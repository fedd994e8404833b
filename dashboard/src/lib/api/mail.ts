import * as z from "zod/mini";
import type { MailEnd } from "#domain/figures/trends";
import { ask, download } from "./client.ts";
import { entry } from "./log.ts";

const attempt = z.object({ held: entry, outcome: z.nullable(entry) });
export type Attempt = z.infer<typeof attempt>;

const pageOfMail = z.object({
  rows: z.array(attempt),
  next: z.nullable(z.string()),
  asOf: z.string(),
});

export type MailQuestion = {
  readonly user?: string;
  readonly from?: string;
  readonly to?: string;
  readonly outcome?: MailEnd | undefined;
  readonly before?: string | undefined;
  readonly limit?: number;
};

/** Attempts to send what was held: each with what became of it, newest first. */
export const readMail = (question: MailQuestion) => ask(pageOfMail, "mail", { query: question });

/** What the detector saw in what was said to be no patient document, for the lead: no person, no word of a document. */
export const exportDisputed = (question: MailQuestion, name: string) =>
  download("mail", { ...question, format: "saw" }, name);

export const exportMail = (question: MailQuestion, name: string) =>
  download("mail", { ...question, format: "csv" }, name);
