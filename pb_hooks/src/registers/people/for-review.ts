import { type AccessRights, accessItems } from "#domain/registers/people/for-review";
import type { Draft } from "#domain/registers/reviews/item";
import { rowsOf } from "../../base/database.ts";
import type { Reviewing } from "../register.ts";

/** Who joined, moved and left since that was last asked. */
export const agendaOfPeople = ({ app, sinceAsked }: Reviewing): Draft[] =>
  accessItems(accessRights(app, sinceAsked("access-rights")));

function accessRights(app: pb.App, since: string): AccessRights {
  const acts = (...names: string[]) =>
    count(
      app,
      `SELECT count(*) AS n FROM events WHERE kind = 'users.act' AND detail <> '' AND receivedAt >= {:since}
         AND detail->>'action' IN (SELECT value FROM json_each('${JSON.stringify(names)}'))`,
      since,
    );
  return {
    joined: acts("invite", "add"),
    left: acts("deactivate"),
    changed: acts("change"),
    auditors: count(app, "SELECT count(*) AS n FROM users WHERE active = TRUE AND role = 'auditor'"),
    withoutCode: count(
      app,
      "SELECT count(*) AS n FROM users WHERE active = TRUE AND enrolled = FALSE AND email <> ''",
    ),
  };
}

const count = (app: pb.App, select: string, since = ""): number =>
  Number(rowsOf(app, ["n"], select, since === "" ? {} : { since })[0]?.[0] ?? 0);
