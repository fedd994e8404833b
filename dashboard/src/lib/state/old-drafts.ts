import { draftPolicy } from "#domain/policy-of-drafts";

/** What is being written and lies on this computer begins with one of these. */
const drafts = ["chaperone-draft:", "chaperone-report-draft:", "chaperone-notice-draft"] as const;
/** Under which it is known since when each stands as it is. */
const known = "chaperone-drafts-since";

/** Field of no dialog, by `sentence-drafts.ts`. */
const version = "@version";
const isDraft = (key: string): boolean =>
  !key.endsWith(version) && drafts.some((start) => key.startsWith(start));

/** Since which civil date a draft stands as it is, and how long its text was then. */
type Since = Readonly<Record<string, readonly [day: string, length: number]>>;

/**
 * Throws away what somebody began to write on this computer and left for longer than `policy.draftsKept`. What is left
 * in one tab alone goes with that tab.
 *
 * @param today - Civil date.
 */
export function dropOldDrafts(storage: Storage, today: string): void {
  const before = sinceIn(storage);
  const now: Record<string, readonly [day: string, length: number]> = {};
  for (const key of Object.keys(storage).filter(isDraft)) {
    const length = storage.getItem(key)?.length ?? 0;
    const [day, was] = before[key] ?? [today, length];
    const since = was === length ? day : today;
    const days = (Date.parse(today) - Date.parse(since)) / 86_400_000;
    if (days >= draftPolicy.draftsKept.amount) storage.removeItem(key);
    else now[key] = [since, length];
  }
  dropLoneVersions(storage);
  if (Object.keys(now).length === 0) storage.removeItem(known);
  else storage.setItem(known, JSON.stringify(now));
}

/** The version on which a dialog's sentences were begun goes with the last of them. */
function dropLoneVersions(storage: Storage): void {
  for (const key of Object.keys(storage).filter((one) => one.endsWith(version))) {
    const start = key.slice(0, -version.length);
    if (Object.keys(storage).every((one) => one === key || !one.startsWith(start))) storage.removeItem(key);
  }
}

function sinceIn(storage: Storage): Since {
  try {
    const value: unknown = JSON.parse(storage.getItem(known) ?? "{}");
    return typeof value === "object" && value !== null ? (value as Since) : {};
  } catch {
    return {};
  }
}
