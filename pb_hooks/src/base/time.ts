import { milliseconds, type PolicyNumber } from "#domain/policy";

/** PocketBase writes an instant with a blank where ISO 8601 has a T; both are one to us. '' stays ''. */
export const iso = (stored: string): string => stored.replace(" ", "T");
export const stored = (instant: string): string => instant.replace("T", " ");

/** An instant of PocketBase's in milliseconds; NaN for ''. */
const msOf = (text: string): number => Date.parse(iso(text));

/** The instant that lies a span of the policy after now. */
export const after = (span: PolicyNumber): string => new Date(Date.now() + milliseconds(span)).toISOString();

/** The instant that lies a span of the policy before another, as the ledger writes it. */
export const before = (ms: number, span: PolicyNumber): string =>
  new Date(ms - milliseconds(span)).toISOString();

export const isPast = (text: string): boolean => text === "" || msOf(text) <= Date.now();
