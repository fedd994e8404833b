import type { Role } from "#domain/roles";

const words: Readonly<Record<Role, string>> = {
  staff: "staff",
  manager: "manager",
  dpo: "lead",
  auditor: "auditor",
};

/** A role in the clinic's words; the lead is called what the clinic calls it. */
export const roleName = (role: Role, leadTitle: string): string =>
  role === "dpo" && leadTitle !== "" ? leadTitle : words[role];
