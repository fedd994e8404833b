import * as z from "zod/mini";
import { auditRow, roundRow } from "./audit.ts";
import { type TemplateKey, templateKeys } from "./templates.ts";

export const listStates = ["late", "open", "retired"] as const;
export type ListState = (typeof listStates)[number];

/** Filters of the programme as the address holds them; '' is any, and `state` '' is all in use. */
export interface AuditFilters {
  readonly template: TemplateKey | "";
  readonly state: ListState | "";
  /** A calendar year, 2026; '' is this one. */
  readonly year: string;
}

const among = <Word extends string>(words: readonly Word[], value: string | null | undefined): Word | "" =>
  words.find((word) => word === value) ?? "";

/** Reads filters; what does not fit is dropped. */
export const auditFilters = (of: (name: string) => string | null | undefined): AuditFilters => ({
  template: among(templateKeys, of("template")),
  state: among(listStates, of("state")),
  year: /^20\d\d$/.test(of("year") ?? "") ? (of("year") ?? "") : "",
});

/** Where a page ends: its last row by next day and id. What is done once and has no next day stands first. */
export const auditCursor = /^(\d{4}-\d\d-\d\d|)~([a-z0-9]{15})$/;

export const finding = z.object({
  id: z.string(),
  version: z.int(),
  text: z.string(),
  owner: z.string(),
  due: z.string(),
  doneAt: z.string(),
  audit: z.string(),
  title: z.string(),
  begunOn: z.string(),
});
export type Finding = z.infer<typeof finding>;

/** `GET /audits`: one page of the programme, what was done in the year, and what is open. */
export const auditsAnswer = z.object({
  rows: z.array(auditRow),
  next: z.nullable(z.string()),
  /** Rounds of these audits that were begun in the year, and each that is open. */
  rounds: z.array(roundRow),
  /** Findings that are not verified, by their day: the first of them. */
  findings: z.array(finding),
  counts: z.object({
    inUse: z.int(),
    late: z.int(),
    open: z.int(),
    findings: z.int(),
    findingsLate: z.int(),
    findingsClosed: z.int(),
  }),
  year: z.string(),
  today: z.string(),
});
export type AuditsAnswer = z.infer<typeof auditsAnswer>;
export type AuditCounts = AuditsAnswer["counts"];

export const auditPage = 50;
export const findingsShown = 50;
