import { cases } from "../../unit/ledger/cases.ts";

/** What this engine gets wrong, one line a case. Runs when PocketBase loads the hook that requires it. */
export function failures(sha256: (text: string) => string): string[] {
  return cases(sha256)
    .filter(({ got, expected }) => flat(got) !== flat(expected))
    .map(({ name, got, expected }) => `${name}: ${flat(got)}, not ${flat(expected)}`);
}

/** Members in one order: the engine may keep another. */
const flat = (value: unknown): string =>
  typeof value === "object" && value !== null ? JSON.stringify(Object.entries(value).sort()) : String(value);
