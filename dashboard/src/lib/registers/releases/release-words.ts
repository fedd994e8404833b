import { type ReleaseState, releaseState } from "#domain/registers/releases/release";
import type { ReleaseRow } from "#domain/registers/releases/release-row";
import { begins, inWords } from "#lib/format/sentence.ts";
import { shortDay } from "#lib/format/time.ts";

export type ReleaseMark = { readonly state: "red" | "amber" | "green" | "grey"; readonly says: string };

const over: Readonly<Partial<Record<ReleaseState, string>>> = {
  revoked: "taken back",
  used: "used, was for one time",
};

/** @param today - Civil date at the clinic. */
export function markOf(row: ReleaseRow, today: string, now: number): ReleaseMark {
  const state = releaseState(row, today);
  const day = (date: string) => shortDay(date, "UTC", now);
  if (over[state] !== undefined) return { state: "grey", says: over[state] };
  if (state === "not-yet") return { state: "grey", says: `from ${day(row.validFrom)} on` };
  if (state === "stands") return { state: "green", says: `until ${day(row.expiresOn)}` };
  if (row.once || row.lookedAt !== "") return { state: "grey", says: `ended ${day(row.expiresOn)}` };
  return { state: "amber", says: `ended ${day(row.expiresOn)}, patient not asked` };
}

/** How the register stands, in one sentence. */
export function releasesSentence(figures: Readonly<Record<string, number | string>>): string {
  const [stands, soon, unasked] = ["stands", "soon", "unasked"].map((name) => Number(figures[name] ?? 0));
  if (stands === 0 && unasked === 0) return "No release stands: nobody may be told anything.";
  const says = begins(stands ?? 0, "release stands", "releases stand");
  const ends = soon ? `, ${inWords(soon)} end${soon === 1 ? "s" : ""} within two weeks` : "";
  if (!unasked) return `${says}${ends}.`;
  return `${says}${ends}; ${inWords(unasked)} ended, and nobody has asked the patient.`;
}
