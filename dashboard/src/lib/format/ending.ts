import { endingShown } from "#domain/ledger/log-query";

/** As a row shows it: "cliniko …9589", "…9589". */
const shown = /^(?:[a-z0-9-]+\s+)?(?:keyed\s+)?(?:…|\.\.\.)([A-Za-z0-9-]+)$/;
/** A bare reference or its end. It has a digit, or is as the end of a keyed one can be: a surname is neither. */
const bare = new RegExp(`^(?=.*\\d|[0-9a-f]{${endingShown}}$)[A-Za-z0-9-]{${endingShown},64}$`, "i");
const keyed = /^k1:|^[0-9a-f]{8}(?:-[0-9a-f]{8}){4}$/i;

/** An incident as its pages call it: no reference of a record. */
export const namesIncident = (typed: string): boolean => /^\s*inc[-\s]?\d+\s*$/i.test(typed);

/** The end of a reference that somebody means by what they typed; undefined where they mean a whole one, or none. */
export function endingTyped(typed: string): string | undefined {
  const text = typed.trim();
  if (namesIncident(text)) return undefined;
  const ending = shown.exec(text)?.[1] ?? (bare.test(text) && !keyed.test(text) ? text : undefined);
  return ending !== undefined && ending.length >= endingShown ? ending.toLowerCase() : undefined;
}

/** Whether somebody typed an end as a row shows it. */
export const isEnding = (typed: string): boolean => shown.test(typed.trim());

/** The same without what a row puts before it. */
export const withoutEllipsis = (typed: string): string => shown.exec(typed.trim())?.[1] ?? typed;
