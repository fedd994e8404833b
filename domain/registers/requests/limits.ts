import { type ComplaintLimits, complaintLimits } from "./complaint.ts";
import { deadLimit, deadUnread } from "./dead.ts";
import type { RequestFacts } from "./facts.ts";
import { type MonthLimits, monthLimits } from "./month.ts";

/** What a request is answered by, as its list and its page show it. */
export interface Limits {
  /** Last day; `noLimit` where none runs any more. */
  readonly day: string;
  /** In a sentence: which rule, and what moved it. */
  readonly says: string;
  /** Why and since when the clock stands; '' while it runs. */
  readonly stands: string;
  readonly month?: MonthLimits;
  readonly complaint?: ComplaintLimits;
  /** Of a dead patient's record: the last working day up to the limit. */
  readonly aim?: string;
  /** What of its law was not found: check before use; '' where it was read. */
  readonly unread?: string;
  readonly unsure: boolean;
}

/** Sorts after every day: nothing runs. */
export const noLimit = "9999-12-31";

export const limitsOf = (facts: RequestFacts): Limits =>
  facts.kind === "complaint"
    ? ofComplaint(facts)
    : facts.kind === "access-dead"
      ? ofDead(facts)
      : ofMonth(facts);

function ofComplaint(facts: RequestFacts): Limits {
  const complaint = complaintLimits(facts.receivedOn, facts.nation);
  const waits = facts.acknowledged === "";
  return {
    day: waits ? complaint.acknowledgeBy : complaint.aimed,
    says: waits
      ? complaint.beforeDuty
        ? "It came before 19 June 2026: the clinic’s own habit, not a duty of law"
        : "30 days from the day after it came; the answer itself without undue delay"
      : "The law says without undue delay; this day is the clinic’s own aim",
    stands: "",
    complaint,
    unsure: complaint.unsure,
  };
}

function ofDead(facts: RequestFacts): Limits {
  const { days, limit, aim, stands } = deadLimit({
    nation: facts.nation,
    appliedOn: facts.receivedOn,
    oldestOn: facts.searched?.oldestOn ?? "",
    askedOn: facts.identityAskedOn,
    cameOn: facts.identityOn,
  });
  const act = facts.nation === "northern-ireland" ? "Order of 1993" : "1990 Act";
  return {
    day: limit,
    says: `${act}, ${days} days from the written application; a weekend does not move it`,
    stands: stands === "" ? "" : `waits since ${stands} for who the patient was, or the right to apply`,
    aim,
    unread: deadUnread(facts.nation),
    unsure: false,
  };
}

const standWords = {
  identity: "waits since # for who they are",
  fee: "waits since # for the fee",
  which: "waits since # for which information is meant",
} as const;

function ofMonth(facts: RequestFacts): Limits {
  const month = monthLimits({
    nation: facts.nation,
    receivedOn: facts.receivedOn,
    identityAskedOn: facts.identityAskedOn,
    identityOn: facts.identityOn,
    feeAskedOn: facts.fee?.askedOn ?? "",
    feePaidOn: facts.fee?.paidOn ?? "",
    pauses: facts.pauses,
    isAccess: facts.kind === "access",
    extended: facts.more !== "",
  });
  const { safe, statutory, stands, runsFrom } = month;
  const moved =
    runsFrom === facts.receivedOn ? "" : ", which runs from the day the last of what was asked came";
  return {
    day: month.limit,
    says: `${facts.more === "" ? "One month" : "Three months, with a notice"}${moved}${
      safe === statutory ? "" : "; the pause gives two limits, the earlier one is shown"
    }`,
    stands: stands === null ? "" : standWords[stands.why].replace("#", stands.since),
    month,
    unsure: month.unsure,
  };
}
