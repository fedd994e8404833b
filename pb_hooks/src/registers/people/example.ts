import type { MailProgram } from "#domain/people/mail-programs";
import type { Staging } from "../../story/staging.ts";

const answers: readonly (readonly [person: string, daysAgo: number, kinds: readonly MailProgram[]])[] = [
  ["priya", 60, []],
  ["ingrid", 59, ["phone"]],
  ["amara", 58, []],
  ["tom", 58, []],
  ["maya", 55, ["apple-mail"]],
];

/** What each said when asked which mail programs they use; the others have not answered yet. */
export function planMailPrograms(stage: Staging): void {
  for (const [person, daysAgo, kinds] of answers)
    stage.plan(stage.calendar.at(stage.calendar.workday(daysAgo), 12, 40), () => {
      stage.act(person, "mail_programs.say", { kinds });
    });
}
