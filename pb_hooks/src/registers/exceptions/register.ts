import { heldInExceptions, nothingInExceptions } from "#domain/registers/exceptions/held";
import { type OwedRow, otherRow } from "#domain/work/desk";
import { now } from "../../base/clock.ts";
import { objectsOf } from "../../base/database.ts";
import { iso, stored } from "../../base/time.ts";
import { listsInPack } from "../listing/in-pack.ts";
import type { Laying, Packing, ServerRegister } from "../register.ts";
import { exceptionActs } from "./acts.ts";
import { planExceptions } from "./example.ts";
import { agendaOfExceptions, exceptionFigures } from "./gives.ts";
import { exceptionList } from "./list.ts";

/** What waits for a decision, under all who may take it but whoever asked. */
function owedOnExceptions({ app }: Laying): OwedRow[] {
  type Waiting = { id: string; by: string; until: string; name: string };
  const waiting = objectsOf<Waiting>(
    app,
    ["id", "by", "until", "name"],
    `SELECT x.id AS id, x."by" AS "by", x.until AS until,
        coalesce((SELECT name FROM users u WHERE u.id = x."by"), '') AS name
      FROM mail_exceptions x WHERE x.state = 'asked' AND x.until > {:now} ORDER BY x.until, x.id LIMIT 300`,
    { now: stored(now()) },
  );
  if (waiting.length === 0) return [];
  const deciders = objectsOf<{ id: string }>(
    app,
    ["id"],
    "SELECT id FROM users WHERE active = TRUE AND (role = 'dpo' OR (practitioner = TRUE AND role <> 'auditor')) ORDER BY id",
  ).map(({ id }) => id);
  return waiting.map(({ id, by, until, name }) =>
    otherRow({
      key: `mail_exceptions:${id}`,
      text: `${name || "Somebody"} asks to send one document about a patient outside`,
      due: iso(until),
      with: deciders.filter((one) => one !== by),
      page: `/mail/exceptions?id=${id}`,
    }),
  );
}

const inPack = (packing: Packing) =>
  listsInPack(
    packing,
    { name: "exceptions/", holds: "exceptions.csv: which documents were let out by exception, and by whom" },
    [exceptionList],
  );

/** Exceptions of the mail guard: one document, one recipient, 48 hours. */
export const exceptions = {
  acts: exceptionActs,
  lists: [exceptionList],
  owed: owedOnExceptions,
  agenda: agendaOfExceptions,
  pack: inPack,
  figures: exceptionFigures,
  about: heldInExceptions,
  nothing: nothingInExceptions,
  example: planExceptions,
} satisfies ServerRegister;
