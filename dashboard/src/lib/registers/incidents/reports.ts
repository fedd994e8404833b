import type * as z from "zod/mini";
import {
  colleaguesAnswer,
  myReportsAnswer,
  type ReportBody,
  reportAnswer,
} from "#domain/registers/incidents/report-body";
import { ask } from "#lib/api/client.ts";

/** Sends a report. A confidential one comes back without a number. */
export const sendReport = (body: ReportBody) => ask(reportAnswer, "report", { method: "POST", body });

export type MyReport = z.infer<typeof myReportsAnswer>["rows"][number];
export const readMyReports = async (): Promise<MyReport[]> => (await ask(myReportsAnswer, "my-reports")).rows;

/** Who works here now: every member of staff may name them. */
export type Colleague = z.infer<typeof colleaguesAnswer>["people"][number];
export const readColleagues = async (): Promise<Colleague[]> =>
  (await ask(colleaguesAnswer, "colleagues")).people;
