import type { HeldField, NothingHeld } from "../../work/held.ts";

export const heldInProjects: readonly HeldField[] = [
  {
    what: "Which extract of records a project of research, audit, planning or teaching has",
    where: "Projects, columns name, who, extract, asked and the reasons given",
    form: "Words that were screened for names and numbers; of no single patient. Tables of figures are looked through in the browser: only how many figures were small and a hash of the table are kept",
    why: "To know who has which extract, on which basis, and to end it in time",
    kept: "as long as the register of projects is kept",
    columns: [
      ...["projects.name", "projects.who", "projects.extract", "projects.asked", "projects.basisWhy"],
      ...["projects.extendedWhy", "projects.endedWhy", "project_checks.reason", "project_checks.hash"],
    ],
    since: ["projects.at"],
  },
];

export const nothingInProjects: NothingHeld = {
  projects: {
    "Codes from which nothing can be read": ["purpose", "form", "basis", "fate"],
    "Days of a project, and when it was entered and ended": ["until", "at", "endedAt"],
    "What staff read and did": ["madeBy", "holder", "by", "endedBy"],
  },
  project_checks: {
    "Codes from which nothing can be read": ["project", "leavesAs"],
    "How many figures a table held, and how many were small": ["figures", "small", "derived", "unread"],
    "What staff read and did": ["by", "at"],
  },
};
