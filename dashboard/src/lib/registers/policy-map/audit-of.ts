import * as z from "zod/mini";
import { type Audit, auditRow } from "#domain/registers/audits/audit";
import { auditName } from "#domain/registers/audits/csv";
import { act } from "#lib/api/act.ts";
import { calling, pb, understand } from "#lib/api/client.ts";
import type { Person } from "#lib/api/people.ts";
import { maySee } from "#lib/may.ts";

/** Audits that a sentence can name; a programme of more is looked through on its own page. */
const most = 200;

/** Audits of the programme that have a next day; none where the clinic does without the register. */
export async function plannedAudits(): Promise<Audit[]> {
  if (!maySee("/audits")) return [];
  const filter = "state = 'in-use' && nextOn != ''";
  const { items } = await calling(() =>
    pb.collection("audits").getList(1, most, { filter, sort: "nextOn,id", skipTotal: true }),
  );
  return understand(z.array(auditRow), items);
}

/** By what people look at a sentence: a day of its own, a new audit, or one of the programme by its id. */
export const ownDay = "";
export const newAudit = "new";

export const auditOptions = (audits: readonly Audit[], adds: boolean) => [
  { value: ownDay, name: "By a day of its own" },
  ...audits.map((one) => ({ value: one.id, name: `${auditName(one)}, by ${one.nextOn}` })),
  ...(adds ? [{ value: newAudit, name: "Plan a new audit for it" }] : []),
];

/** Who can be asked for an audit: managers and the lead. */
export const auditors = (people: readonly Person[]): Person[] =>
  people.filter(({ active, role }) => active && (role === "manager" || role === "dpo"));

/** Plans an audit that asks whether this sentence is kept. @returns Its id. */
export async function planFor(
  sentence: string,
  { audit, owner, due, every }: { audit: string; owner: string; due: string; every: number },
): Promise<string> {
  const question = sentence.replace(/\s+/g, " ").slice(0, 300);
  const data = {
    template: "own",
    title: audit.trim().slice(0, 120),
    subject: "",
    every,
    owner,
    nextOn: due,
  } as const;
  return (await act("audits.plan", { ...data, questions: question })).id;
}
