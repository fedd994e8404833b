import * as z from "zod/mini";
import { type MailProgramsRow, mailProgramsRow } from "#domain/people/mail-outside";
import type { MailProgram } from "#domain/people/mail-programs";
import { act } from "./act.ts";
import { calling, pb, understand } from "./client.ts";

/** Answers about mail programs outside the browser, the newest first: one's own, or all for who may read them. */
export async function mailProgramAnswers(user?: string): Promise<MailProgramsRow[]> {
  const filter = user === undefined ? {} : { filter: pb.filter("user = {:user}", { user }) };
  const rows = await calling(() => pb.collection("mail_programs").getFullList({ sort: "-at", ...filter }));
  return understand(z.array(mailProgramsRow), rows);
}

export const sayMailPrograms = (kinds: readonly MailProgram[]) =>
  act("mail_programs.say", { kinds: [...kinds] });
