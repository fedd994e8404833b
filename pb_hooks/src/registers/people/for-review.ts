import { type AccessRights, accessItems, mailOutsideItem } from "#domain/registers/people/for-review";
import type { Draft } from "#domain/registers/reviews/item";
import { rowsOf } from "../../base/database.ts";
import { mailOutsideOf } from "../../clinic/mail-programs.ts";
import type { Arrived, Reviewing } from "../register.ts";

/** Who joined, moved and left since that was last asked, and where mail is sent that no browser sees. */
export const agendaOfPeople = ({ app, arrivedSinceAsked, nowMs }: Reviewing): Draft[] => [
  ...accessItems(accessRights(app, arrivedSinceAsked("access-rights"))),
  mailOutsideItem(mailOutsideOf(app, nowMs)),
];

function accessRights(app: pb.App, { after, upTo }: Arrived): AccessRights {
  const acts = (...names: string[]) =>
    count(
      app,
      `SELECT count(*) AS n FROM events WHERE kind = 'users.act' AND detail <> '' AND seq > {:after} AND seq <= {:upTo}
         AND detail->>'action' IN (SELECT value FROM json_each('${JSON.stringify(names)}'))`,
      { after, upTo },
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

const count = (app: pb.App, select: string, params: { [name: string]: unknown } = {}): number =>
  Number(rowsOf(app, ["n"], select, params)[0]?.[0] ?? 0);
