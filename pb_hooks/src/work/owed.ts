import { type DeskRow, deskParts, type OwedRow } from "#domain/work/desk";
import type { Caller } from "../base/caller.ts";
import { once } from "../base/once.ts";
import { clinicOf } from "../clinic/clinic.ts";
import { namesIn } from "../people/names.ts";
import { registersInUse } from "../registers/index.ts";
import { rowsOfMails } from "./mails-owed.ts";

/**
 * All that runs or is owed, as far as this person may know of it, from every register: the one list that the desk, the
 * first screen, my work, the top bar and the day's mail tell. Staff know of what they hold, and of the clocks of cases
 * that they may read.
 */
export const owedFor = (app: pb.App, person: Caller, nowMs: number): readonly DeskRow[] =>
  once(`owed ${person.id}`, () => {
    const laying = { app, person, nowMs, zone: clinicOf(app)?.getString("timeZone") ?? "UTC" };
    const rows = [...registersInUse(app).flatMap((one) => one.owed?.(laying) ?? []), ...rowsOfMails(laying)];
    const names = once("names", () => namesIn(app));
    return rows
      .filter((row) => person.role !== "staff" || isMine(row, person) || isClock(row))
      .map(({ with: held, ...row }) => ({
        ...row,
        holders: names(held),
        mine: isMine({ ...row, with: held }, person),
      }));
  });

const isMine = ({ mine, with: held }: OwedRow, person: Caller): boolean => mine ?? held.includes(person.id);

/** A clock of a case: a register gives those of the cases that the person may read. */
const isClock = ({ kind, breach }: OwedRow): boolean =>
  breach !== "" && kind !== "mail" && (deskParts.clocks as readonly string[]).includes(kind);
