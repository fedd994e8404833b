/** What the parts of a person's own record are called, where the table's own name would not say it. */
const parts: Readonly<Record<string, string>> = {
  events: "Entries of the log",
  readers: "Who read them",
  account: "What others did to your account",
  actions: "Actions",
  breaches: "Incidents",
  breach_entries: "Lines of incidents",
  breach_accounts: "Accounts on the worklist of an incident",
  breach_reports: "Reports of incidents",
  case_grants: "Access to incidents",
  conflicts: "Conflicts that were declared",
  completions: "Training",
  given_lessons: "Lessons that were given",
  mail_programs: "Mail programs that you use outside the browser",
  message_reads: "Messages that were read",
  notice_shown: "The monitoring notice, as it was shown",
  mail_exceptions: "Exceptions that you asked for or decided about",
  objections: "What you said of entries, and what was answered",
  reminders: "Reminders",
  row_changes: "Rows that you changed",
  staff_periods: "Leave and absence",
  system_accounts: "Accounts in clinical systems",
  users: "You",
};

/** "Incidents"; "camera checks" of a table that has no words of its own. */
export const partWords = (part: string): string => parts[part] ?? sentenceOf(part.replace(/^_/, ""));

/** "received on" of `receivedOn`. */
export const columnWords = (column: string): string =>
  column.replace(/_/g, " ").replace(/([a-z0-9])([A-Z])/g, (_, one, other) => `${one} ${other.toLowerCase()}`);

const sentenceOf = (name: string): string => {
  const words = columnWords(name);
  return words.charAt(0).toUpperCase() + words.slice(1);
};
