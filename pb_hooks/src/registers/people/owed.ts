import { mailAnswerOwed, mailProgramsAsked } from "#domain/people/mail-outside";
import { type OwedRow, otherRow } from "#domain/work/desk";
import { objectsOf } from "../../base/database.ts";
import { iso } from "../../base/time.ts";
import type { Laying } from "../register.ts";

/** Which mail programs this person uses: theirs to say, so it stands in nobody else’s work. */
export function owedOnMailPrograms({ app, person, nowMs }: Laying): OwedRow[] {
  if (person.outside || person.role === "auditor") return [];
  const select = `SELECT u.created AS came, coalesce((SELECT max(m."at") FROM mail_programs m WHERE m.user = u.id), '') AS said
    FROM users u WHERE u.id = {:id}`;
  const [one] = objectsOf<{ came: string; said: string }>(app, ["came", "said"], select, { id: person.id });
  if (!one) return [];
  const { from, due } = mailAnswerOwed(iso(one.said), iso(one.came));
  if (nowMs < from) return [];
  return [
    otherRow({
      key: `mail_programs:${person.id}`,
      text: `${mailProgramsAsked.title}: say which programs you use for work`,
      due: new Date(due).toISOString(),
      with: [person.id],
      page: "/my-record",
    }),
  ];
}
