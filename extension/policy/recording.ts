import type { PolicyAnswer, RecordingOffReason } from "#domain/clinic/policy-answer";

/** Whether a view is stored now, and for whom. `chosen` is told only where the page shows nobody. */
export type Recording =
  | { readonly on: true; readonly chosen?: string }
  | { readonly on: false; readonly why: RecordingOffReason };

interface Shown {
  readonly system: string;
  /** Keyed sign-in that the page shows; absent where it shows nobody. */
  readonly account?: string;
  /** Who was picked in the popup of a desk. */
  readonly chosen?: string;
}

/**
 * Whether this view may be recorded: the clinic may record at all, and the person concerned has been shown the
 * current notice (DESIGN.md 2, 1a; 5, "Attribution is never guessed"). The server judges the same and has the last word.
 */
export function recordingFor(policy: PolicyAnswer, shown: Shown): Recording {
  if (!policy.recording.on) return { on: false, why: policy.recording.reason ?? "no-assessment" };
  if (!policy.notice) return { on: false, why: "no-assessment" };
  const { holder, user } = policy.browser;
  const mapped = policy.accounts.find((a) => a.system === shown.system && a.account === shown.account)?.user;
  const told = (person: string): boolean | undefined =>
    person === user?.id && holder === "person"
      ? policy.notice?.shownToOwner
      : policy.people.find((p) => p.id === person)?.noticeShown;

  // A colleague in a browser of one person: only the server knows whether the notice was shown to them.
  if (mapped) return onlyIf(told(mapped) ?? holder === "person");
  if (holder === "person") return onlyIf(policy.notice.shownToOwner);
  if (!shown.account && shown.chosen) {
    const { chosen } = shown;
    return told(chosen) ? { on: true, chosen } : { on: false, why: "notice-not-shown" };
  }
  return onlyIf(policy.notice.shownAtDesk);
}

const onlyIf = (shown: boolean): Recording => (shown ? { on: true } : { on: false, why: "notice-not-shown" });
