import { act, ask } from "../server/people/clinic.ts";
import { behindTheBack } from "../server/people/database.ts";
import { clinicDay } from "../support/clinic-time.ts";
import type { TestServer } from "../support/server/server.ts";

interface Person {
  readonly id: string;
  readonly token: string;
}

/** Rows of everything that training holds, of these people; and entries of before, which nobody makes any more. */
export async function fillTraining(
  server: TestServer,
  lead: Person,
  people: readonly Person[],
): Promise<void> {
  const course = "courserecordkee";
  const answers = [
    await act(server, lead.token, "training_targets.set", {
      profile: "own",
      percent: 90,
      source: "The clinic’s policy",
      needsOn: "",
      evaluatedOn: "",
      note: "",
    }),
    await ask(server, "POST /api/chaperone/import", {
      token: lead.token,
      body: {
        register: "completions",
        dates: "iso",
        values: [lead.id, course, "2026-01-04", "Records"],
        rows: "0,1,2,3",
        dryRun: false,
      },
    }),
  ];
  for (const [i, { id: user }] of people.entries()) {
    const done = { user, course, completedOn: "2026-01-05", evidence: "stated" };
    answers.push(await act(server, lead.token, "completions.add", done));
    const leave = { user, kind: "leave", from: "2026-01-06", until: "2026-01-07" };
    answers.push(await act(server, lead.token, "staff_periods.add", leave));
    const due = clinicDay(7);
    const given = { user, course, reason: "A letter went to the wrong surgery.", due };
    answers.push(await act(server, lead.token, "given_lessons.add", given));
    behindTheBack(
      server,
      `INSERT INTO training_entries (id, user, completedOn, by, "at", what, corrects, reason)
       VALUES (?, ?, '2026-01-05', '', '2026-01-05 10:00:00.000Z', '', '', '')`,
      `entryofbefore0${i}`,
      user,
    );
  }
  for (const { status, body } of answers) if (status !== 200) throw new Error(JSON.stringify(body));
}
