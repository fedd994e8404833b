/** The weekly review's agenda (DOMAIN.md 8). `register` names what must exist before an item is shown. */
export interface AgendaItem {
  readonly key: TopicKey;
  readonly title: string;
  readonly register: string;
  /** Asked weekly, or only in the month's first review and when overdue. */
  readonly every: "week" | "month";
}

export const topicKeys = [
  "last-actions",
  "incidents",
  "open-breaches",
  "mail",
  "told",
  "alone",
  "blind",
  "erased",
  "requests",
  "disclosures",
  "projects",
  "releases",
  "consent",
  "objections",
  "training",
  "cctv",
  "holds",
  "policy",
  "retention",
  "access-rights",
  "audits",
  "suppliers",
  "learning",
] as const;
export type TopicKey = (typeof topicKeys)[number];

export const agenda: readonly AgendaItem[] = [
  { key: "last-actions", title: "Last week’s actions", register: "actions", every: "week" },
  { key: "incidents", title: "Incidents and near misses", register: "breaches", every: "week" },
  { key: "open-breaches", title: "Open breaches", register: "breaches", every: "week" },
  { key: "mail", title: "Mail held and sent anyway", register: "events", every: "week" },
  { key: "told", title: "What somebody told us", register: "breaches", every: "week" },
  { key: "alone", title: "Decided by whom it concerns", register: "breaches", every: "week" },
  { key: "blind", title: "Where we were blind", register: "browsers", every: "week" },
  { key: "erased", title: "Entries erased from the log", register: "erasures", every: "week" },
  { key: "requests", title: "Requests and complaints", register: "requests", every: "week" },
  { key: "disclosures", title: "What was given to others", register: "disclosures", every: "week" },
  { key: "projects", title: "Projects of secondary use", register: "projects", every: "week" },
  { key: "releases", title: "Whom we may tell", register: "releases", every: "week" },
  { key: "consent", title: "What patients decided", register: "consents", every: "week" },
  { key: "objections", title: "What staff said of their entries", register: "objections", every: "week" },
  { key: "training", title: "Training", register: "completions", every: "week" },
  { key: "cctv", title: "CCTV", register: "cameras", every: "week" },
  { key: "holds", title: "Holds", register: "holds", every: "week" },
  { key: "policy", title: "What the policy promises", register: "policy_versions", every: "month" },
  { key: "retention", title: "Records due and destroyed", register: "retention_rows", every: "month" },
  {
    key: "access-rights",
    title: "Access rights: joiners, movers, leavers",
    register: "users",
    every: "month",
  },
  { key: "audits", title: "Audits, and the week’s sample", register: "audits", every: "week" },
  { key: "suppliers", title: "Partners and suppliers", register: "suppliers", every: "week" },
  { key: "learning", title: "What we tell the team", register: "learning_messages", every: "week" },
];

export const titleOf = (key: TopicKey): string => agenda.find((topic) => topic.key === key)?.title ?? "";

/**
 * Topics of this week's review, in their order. A monthly one is asked in the month's first review, which a later one
 * is too where the first was missed.
 *
 * @param lastAsked - Monday of the week in which each monthly topic was last signed.
 */
export const topicsOf = (
  monday: string,
  lastAsked: Readonly<Partial<Record<TopicKey, string>>>,
): AgendaItem[] =>
  agenda.filter(
    ({ key, every }) => every === "week" || (lastAsked[key] ?? "").slice(0, 7) < monday.slice(0, 7),
  );

/**
 * What a meeting can do with an item. `note`: it was looked at, and leaves nothing open. `decide`: what was decided, in
 * words. `refer`: to somebody else, who decides. `defer`: it comes back next time, with its reason. `action`: somebody does
 * something by a day. `leave`: nobody decides it, it stays open with a word why, and comes back next time.
 */
export const decisions = ["note", "decide", "refer", "defer", "action", "leave"] as const;
export type Decision = (typeof decisions)[number];

/** As rows and minutes hold it: `accept` is of before, when noted and decided were one word. */
export const storedDecisions = [...decisions, "accept"] as const;
export type StoredDecision = (typeof storedDecisions)[number];

/** What was decided, as screens and papers say it. */
export const decisionWords: Readonly<Record<StoredDecision, string>> = {
  note: "Noted",
  decide: "Decided",
  refer: "Referred",
  defer: "Deferred",
  action: "An action was given",
  leave: "Stays open",
  accept: "Accepted",
};

/** What the next review finds again, with the reason. */
export const comesBack = ["defer", "leave"] as const satisfies readonly Decision[];

/** @param open - Why the item is open, '' where it is not: what is open can't be noted. */
export const possibleDecisions = (open: string): readonly Decision[] =>
  open === "" ? decisions : decisions.filter((one) => one !== "note");

/** `missed`: a week that was not held, with the reason. */
export const reviewStates = ["prepared", "held", "signed", "missed"] as const;
export type ReviewState = (typeof reviewStates)[number];
