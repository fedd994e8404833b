import * as z from "zod/mini";
import type { Step, StepState } from "#domain/figures/steps";
import type { Verdict } from "#domain/figures/trends";
import type { Cause, ReportKind } from "#domain/registers/incidents/kinds";
import type { IncidentState } from "#domain/registers/incidents/state";
import { calling, pb, understand } from "#lib/api/client.ts";
import { listFilter } from "#lib/registers/incidents/list/list-filter.ts";
import {
  accountRow,
  actionRow,
  affectedRow,
  conflictRow,
  evidenceRow,
  grantRow,
  type Incident,
  incidentRow,
  reportRow,
  timelineRow,
} from "./rows.ts";

/** What the list is asked for; '' is any. */
export type IncidentQuestion = {
  readonly state: IncidentState | "open" | "";
  readonly holder: string;
  readonly verdict?: Verdict | "";
  readonly kind?: ReportKind | "";
  readonly cause?: Cause | "";
  /** How long something took, as far as it is known. */
  readonly step?: { readonly step: Step; readonly state: StepState } | undefined;
  /** Opened within these instants, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Where the page begins: `openedAt` and id of the last row before it. */
  readonly before?: { readonly at: string; readonly id: string } | undefined;
  readonly limit: number;
};

/** One page of the incidents that the reader may see, the newest first. */
export async function readIncidents(question: IncidentQuestion): Promise<{
  rows: Incident[];
  next: string | null;
}> {
  const { limit } = question;
  const { expression, params } = listFilter(question);
  const filter = pb.filter(expression, params);
  const { items } = await calling(() =>
    pb.collection("breaches").getList(1, limit + 1, { filter, sort: "-openedAt,-id", skipTotal: true }),
  );
  const rows = understand(z.array(incidentRow), items);
  const last = rows[limit - 1];
  return {
    rows: rows.slice(0, limit),
    next: rows.length > limit && last ? `${last.openedAt}~${last.id}` : null,
  };
}

/** Rows that belong to an incident. A list of thousands comes in few pages. */
async function ofCase<Row extends z.ZodMiniType>(
  collection: string,
  row: Row,
  id: string,
  options: { sort: string; fields?: string; by?: string },
): Promise<z.infer<Row>[]> {
  const { by = "breach", ...rest } = options;
  const filter = pb.filter(`${by} = {:id}`, { id });
  const rows = await calling(() => pb.collection(collection).getFullList({ batch: 1_000, filter, ...rest }));
  return understand(z.array(row), rows);
}

/** An incident with all that belongs to it. */
export async function readIncident(id: string) {
  const [incident, timeline, affected, accounts, actions, reports, evidence, grants, conflicts] =
    await Promise.all([
      calling(() => pb.collection("breaches").getOne(id)).then((row) => understand(incidentRow, row)),
      ofCase("breach_entries", timelineRow, id, { sort: "at,seq" }),
      ofCase("breach_people", affectedRow, id, { sort: "system,recordRef" }),
      ofCase("breach_accounts", accountRow, id, { sort: "user,system" }),
      ofCase("actions", actionRow, id, { sort: "due,id" }),
      // Without the snapshots: they are read where one is looked at.
      ofCase("breach_reports", reportRow, id, {
        sort: "-number",
        fields: Object.keys(reportRow.shape).join(","),
      }),
      ofCase("breach_evidence", evidenceRow, id, { sort: "at" }),
      ofCase("case_grants", grantRow, id, { sort: "until" }),
      ofCase("conflicts", conflictRow, id, { sort: "at" }),
    ]);
  return { incident, timeline, affected, accounts, actions, reports, evidence, grants, conflicts };
}
export type CaseFile = Awaited<ReturnType<typeof readIncident>>;

/** The text of a version as it was frozen, to compare and to render; not an export. */
export async function snapshotOf(id: string): Promise<string> {
  const row = await calling(() => pb.collection("breach_reports").getOne(id, { fields: "snapshot" }));
  return understand(z.object({ snapshot: z.string() }), row).snapshot;
}
