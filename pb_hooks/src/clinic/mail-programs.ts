import { type MailOutside, mailOutside } from "#domain/people/mail-outside";
import { objectsOf } from "../base/database.ts";
import { iso } from "../base/time.ts";

/** What is known of mail programs outside the browser, of everybody who works here. */
export function mailOutsideOf(app: pb.App, nowMs: number): MailOutside {
  const people = objectsOf<{ id: string }>(
    app,
    ["id"],
    "SELECT id FROM users WHERE active = TRUE AND role <> 'auditor' ORDER BY id",
  );
  const rows = objectsOf<{ user: string; kinds: string; at: string }>(
    app,
    ["user", "kinds", "at"],
    "SELECT user, kinds, max(at) AS at FROM mail_programs GROUP BY user",
  );
  return mailOutside(
    people.map(({ id }) => id),
    rows.map((row) => ({ ...row, at: iso(row.at) })),
    nowMs,
  );
}
