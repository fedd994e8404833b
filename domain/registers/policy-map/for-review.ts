import type { Draft } from "../reviews/item.ts";
import type { ClaimState } from "./states.ts";

/** How the policy in force stands, for the meeting. */
export interface ReviewedPolicy {
  readonly number: number;
  /** Civil date. */
  readonly reviewBy: string;
  readonly reviewer: string;
  /** Sentences by state; '' to confirm. */
  readonly counts: Readonly<Partial<Record<ClaimState | "", number>>>;
  /** What people look at and did not by its day, and what they found not kept. */
  readonly late: number;
  readonly notKept: number;
  /** Whose checks are late. */
  readonly owners: readonly string[];
}

/** One item, asked in the month's first review: quiet while nothing is wrong, late or broken. */
export function policyItems(policy: ReviewedPolicy | undefined, today: string): Draft[] {
  if (!policy) return [];
  const { number, reviewBy, reviewer, counts, late, notKept, owners } = policy;
  const of = (state: ClaimState | "") => counts[state] ?? 0;
  const all = Object.values(counts).reduce((sum, n) => sum + (n ?? 0), 0) - of("says");
  const kept = of("screen") + of("test") + of("people") - notKept;
  const isDue = reviewBy !== "" && reviewBy < today;
  const open = [
    ...(isDue ? [`it was to be reviewed by ${reviewBy}`] : []),
    ...(late > 0 ? [`${late} of what people look at ${late === 1 ? "is" : "are"} late`] : []),
    ...(notKept > 0 ? [`${notKept} found not kept`] : []),
    ...(of("wrong") > 0 ? [`${of("wrong")} wrong in law`] : []),
  ];
  return [
    {
      key: "policy",
      subject: "",
      title: "What the policy promises",
      facts: {
        figures: [
          { name: "Kept", value: `${kept} of ${all}` },
          { name: "Not covered", value: String(of("none")) },
          { name: "Wrong in law", value: String(of("wrong")) },
          { name: "To confirm", value: String(of("")) },
          { name: "Checks late", value: String(late) },
          { name: "Found not kept", value: String(notKept) },
        ],
        lines: [{ name: "Policy", words: `Version ${number}, to be reviewed by ${reviewBy || "no day"}` }],
        people: [
          ...(isDue && reviewer !== "" ? [{ as: "Reviews it", user: reviewer }] : []),
          ...owners.map((user) => ({ as: "Check is late", user })),
        ].slice(0, 20),
      },
      concerned: [],
      quiet: open.length === 0,
      ...(open.length > 0 && { open: `The policy: ${open.join("; ")}` }),
    },
  ];
}
