import * as z from "zod/mini";
import { auditRow, type Line, lineRow, type Round, roundRow } from "#domain/registers/audits/audit";
import { type AuditFilters, auditsAnswer } from "#domain/registers/audits/question";
import { againAnswer, sampleAnswer } from "#domain/registers/audits/sample";
import { ask, calling, download, pb, understand } from "#lib/api/client.ts";
import { Problem } from "#lib/api/problem.ts";
import { actionsOf } from "#lib/registers/actions/api.ts";
import { filesOf } from "#lib/registers/files/api.ts";

export type { Audit, Line, Round } from "#domain/registers/audits/audit";

/** Filters as the route takes them: what is not set is left out. */
const asked = (filters: AuditFilters): Record<string, string> =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ""));

/** One page of the programme. @param after - Where the page before ended; '' begins. */
export const readAudits = (filters: AuditFilters, after: string, format?: "paper") =>
  ask(auditsAnswer, "audits", {
    query: { ...asked(filters), ...(after !== "" && { after }), ...(format && { format }) },
  });

/** CSV of what the filters show, made by the server and recorded as an export. */
export const exportAudits = (filters: AuditFilters, name: string) =>
  download("audits", { ...asked(filters), format: "csv" }, name);

/** A week's sample, the newest where none is named. Looking at it is a reading of the log. */
export const readSample = (week: string) =>
  ask(sampleAnswer, "samples", { query: week === "" ? {} : { week } });

/** Draws it again from the log as it stands: for the lead. */
export const drawAgain = (week: string) => ask(againAnswer, "samples/again", { query: { week } });

/** Rounds that a panel shows, the newest first; all of them stand in the evidence pack. */
const roundsShown = 12;

/** One audit with its rounds, the tick list of the newest and its findings; undefined where there is none to see. */
export async function readAudit(id: string) {
  try {
    const [audit, rounds] = await Promise.all([
      calling(() => pb.collection("audits").getOne(id)).then((row) => understand(auditRow, row)),
      roundsOf(id),
    ]);
    const [newest] = rounds;
    const [lines, actions, files] = newest
      ? await Promise.all([
          linesOf(newest.id),
          actionsOf("audit_rounds", newest.id),
          filesOf("audit_files", newest.id),
        ])
      : [[], [], []];
    return { audit, rounds, lines, actions, files };
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.code === "not-found") return undefined;
    throw thrown;
  }
}
export type AuditFile = NonNullable<Awaited<ReturnType<typeof readAudit>>>;

async function roundsOf(id: string): Promise<Round[]> {
  const filter = pb.filter("audit = {:id}", { id });
  const { items } = await calling(() =>
    pb.collection("audit_rounds").getList(1, roundsShown, { filter, sort: "-number", skipTotal: true }),
  );
  return understand(z.array(roundRow), items);
}

async function linesOf(round: string): Promise<Line[]> {
  const filter = pb.filter("round = {:round}", { round });
  const rows = await calling(() =>
    pb.collection("audit_lines").getFullList({ batch: 1_000, filter, sort: "position" }),
  );
  return understand(z.array(lineRow), rows);
}
