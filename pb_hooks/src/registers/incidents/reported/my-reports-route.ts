import { caller } from "../../../base/caller.ts";
import { objectsOf } from "../../../base/database.ts";
import { iso } from "../../../base/time.ts";

interface Mine {
  readonly number: number;
  readonly confidential: number;
  readonly reportedAt: string;
  readonly state: string;
}

/** `GET /my-reports`: what I reported, when, and what became of it; nothing else of it. */
export function myReports(e: pb.RequestEvent): void {
  const person = caller(e);
  const rows = objectsOf<Mine>(
    e.app,
    ["number", "confidential", "reportedAt", "state"],
    `SELECT number, confidential, openedAt AS reportedAt, state FROM breaches WHERE reporter = {:me} OR confidentialReporter = {:me}
     ORDER BY openedAt DESC LIMIT 200`,
    { me: person.id },
  );
  e.json(200, {
    rows: rows.map(({ number, confidential, reportedAt, state }) => ({
      number,
      confidential: confidential === 1,
      reportedAt: iso(reportedAt),
      state,
    })),
  });
}
