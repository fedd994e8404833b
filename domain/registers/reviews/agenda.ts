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
  "access-rights",
  "learning",
] as const;
export type TopicKey = (typeof topicKeys)[number];

export const agenda: readonly AgendaItem[] = [
  { key: "last-actions", title: "Last week's actions", register: "actions", every: "week" },
  { key: "incidents", title: "Incidents and near misses", register: "breaches", every: "week" },
  { key: "open-breaches", title: "Open breaches", register: "breaches", every: "week" },
  { key: "mail", title: "Mail held and sent anyway", register: "events", every: "week" },
  { key: "told", title: "What somebody told us", register: "breaches", every: "week" },
  { key: "alone", title: "Decided by whom it concerns", register: "breaches", every: "week" },
  { key: "blind", title: "Where we were blind", register: "browsers", every: "week" },
  { key: "erased", title: "Entries erased from the log", register: "erasures", every: "week" },
  {
    key: "access-rights",
    title: "Access rights: joiners, movers, leavers",
    register: "users",
    every: "month",
  },
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

/** What can be decided on an item. Refer and defer take a reason; an action takes an owner and a day. */
export const decisions = ["accept", "refer", "defer", "action"] as const;
export type Decision = (typeof decisions)[number];

/** `missed`: a week that was not held, with the reason. */
export const reviewStates = ["prepared", "held", "signed", "missed"] as const;
export type ReviewState = (typeof reviewStates)[number];
