import { checkColumns, projectColumns } from "#domain/registers/projects/csv";
import { leavesAs } from "#domain/registers/projects/figures";
import { projectPurposes } from "#domain/registers/projects/project";
import { type CheckRow, checkRow, type ProjectRow, projectRow } from "#domain/registers/projects/project-row";
import { objectsOf } from "../../base/database.ts";
import { type Listing, oneValue, registerList, rowOf } from "../listing/register-list.ts";

const readers = ["manager", "dpo", "auditor"] as const;
const columns = Object.keys(projectRow.shape) as (keyof ProjectRow & string)[];
const own = columns.filter((column) => column !== "checks" && column !== "unfit");
const unfit = "c.small + c.derived + c.unread > 0";

/** The register of projects, the newest first. */
export const projectList = registerList<ProjectRow>({
  key: "projects",
  collection: "projects",
  readers,
  columns,
  instants: ["at", "endedAt"],
  select: `SELECT ${own.map((column) => `p."${column}" AS "${column}"`).join(", ")},
      (SELECT count(*) FROM project_checks c WHERE c.project = p.id) AS checks,
      (SELECT count(*) FROM project_checks c WHERE c.project = p.id AND ${unfit}) AS unfit
    FROM projects p`,
  by: "at",
  descends: true,
  filters: {
    state: {
      fits: (value) => value === "runs" || value === "ended",
      where: "(endedAt = '') = ({:state} = 'runs')",
    },
    purpose: oneValue("purpose", Object.keys(projectPurposes)),
    id: rowOf("id"),
  },
  figures: figuresOf,
  csv: () => projectColumns,
});

function figuresOf({ app, today }: Listing) {
  const select = `SELECT coalesce(sum(endedAt = ''), 0) AS running, count(*) AS ever,
      coalesce(sum(endedAt = '' AND until < {:today}), 0) AS late FROM projects`;
  type Sums = { running: number; ever: number; late: number };
  const [sums] = objectsOf<Sums>(app, ["running", "ever", "late"], select, { today });
  return sums ?? { running: 0, ever: 0, late: 0 };
}

const ofCheck = Object.keys(checkRow.shape) as (keyof CheckRow & string)[];

/** Tables of figures that were looked through, the newest first. */
export const checkList = registerList<CheckRow>({
  key: "project-checks",
  collection: "project_checks",
  readers,
  columns: ofCheck,
  instants: ["at"],
  select: `SELECT ${ofCheck
    .filter((column) => column !== "name")
    .map((column) => `c."${column}" AS "${column}"`)
    .join(", ")}, p.name AS name FROM project_checks c JOIN projects p ON p.id = c.project`,
  by: "at",
  descends: true,
  filters: {
    project: rowOf("project"),
    leavesAs: oneValue("leavesAs", Object.keys(leavesAs)),
    id: rowOf("id"),
  },
  csv: () => checkColumns,
});
