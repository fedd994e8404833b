/**
 * What the log is looked at by: what happened to records, what was held in the mail, what browsers tell of themselves, and
 * what people and the server do here.
 */
export const logGroups = ["record", "mail", "browser", "dashboard"] as const;
export type LogGroup = (typeof logGroups)[number];

/** The group of an event's kind, or of a family of kinds. All that is of none of the first three is of the last. */
export function groupOf(kind: string): LogGroup {
  const family = kind.split(".")[0];
  return logGroups.find((group) => group === family) ?? "dashboard";
}
