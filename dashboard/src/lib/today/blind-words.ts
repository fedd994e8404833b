import type { BlindSpot } from "#domain/clinic/today";
import { patientList } from "#domain/sites/patient-list";
import type { Today } from "#lib/api/today.ts";
import { adapterName } from "#lib/format/adapters.ts";
import { counted, listed } from "#lib/format/sentence.ts";
import { moment, span } from "#lib/format/time.ts";

type Spot = NonNullable<Today["blind"]>[number];

const states: Readonly<Record<BlindSpot, "red" | "amber" | "grey">> = {
  "chain-mismatch": "red",
  "adapter-blind": "red",
  quiet: "amber",
  gap: "amber",
  "wrong-clock": "amber",
  waiting: "amber",
  revoked: "grey",
};

const words: Readonly<Record<BlindSpot, string>> = {
  "chain-mismatch": "another log",
  "adapter-blind": "blind",
  quiet: "quiet",
  gap: "gap",
  "wrong-clock": "clock",
  waiting: "not taken",
  revoked: "revoked",
};

/** What is not seen, as a word with a state and a second line that says since when or why. */
export function blindWords(
  spot: Spot,
  now: number,
  zone: string,
): { state: "red" | "amber" | "grey"; word: string; says: string } {
  const seen = spot.since === "" ? "never seen" : `last seen ${moment(spot.since, zone, now)}`;
  const says: Readonly<Record<BlindSpot, () => string>> = {
    "chain-mismatch": () => "its receipt does not agree with the server’s log",
    "adapter-blind": () => cannotRead(spot.adapters),
    quiet: () => `${seen}; we can’t know whether it is watched`,
    gap: () => `${counted(spot.amount, "event")} of it never arrived`,
    "wrong-clock": () => `${span(spot.amount)} ${spot.amount > 0 ? "ahead" : "behind"}`,
    waiting: () => `${counted(spot.amount, "event")} the server did not take`,
    revoked: () => (spot.since === "" ? "no longer records" : `since ${moment(spot.since, zone, now)}`),
  };
  return { state: states[spot.what], word: words[spot.what], says: says[spot.what]() };
}

/** Pages that are not understood, and a list of patients that is not asked. */
function cannotRead(adapters: readonly string[]): string {
  const pages = adapters.filter((id) => id !== patientList);
  const list = pages.length < adapters.length ? `${adapterName(patientList)} can’t be asked there` : "";
  const changed = pages.length > 0 ? `the page changed; ${listed(pages.map(adapterName))} can’t be read` : "";
  return [changed, list].filter((part) => part !== "").join("; ");
}

const acts: Readonly<Record<string, readonly [string, string]>> = {
  "record.download": ["download", "downloads"],
  "record.export": ["export", "exports"],
  "record.search": ["search", "searches"],
};

/** How many of which kind are doubtful, and why. */
export function doubtfulWords(doubtful: NonNullable<Today["doubtful"]>): string {
  const each = doubtful.map(({ kind, count }) =>
    counted(count, ...(acts[kind] ?? (["other entry", "other entries"] as const))),
  );
  return `${listed(each)}: an older version took ordinary clicks for them`;
}
