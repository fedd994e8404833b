import type * as z from "zod/mini";
import type { Role } from "../roles.ts";

/** What is asked of an act before its handler runs: said here alone, read by the server and by the dashboard. */
export interface ActRule<State extends string = string, Need extends string = string> {
  /** May do it at all. */
  readonly may: readonly Role[];
  /** `row`: acts on a row and compares its version. `new`: makes one. `either`: both, by whether an id is given. */
  readonly on: "row" | "new" | "either";
  /** States of the row that it may be done in; left out: any. */
  readonly from?: readonly State[];
  /** Kind of permission in this row; left out: who may do it at all may do it here. */
  readonly need?: Need;
  /** Stands beside what others did and changes nothing that is there: it minds no other version. */
  readonly adds?: true;
  /** May end somebody's sign-ins: their open connections are closed after it. */
  readonly endsSessions?: true;
  /** What the clinic says of itself: no patient is looked for in it. Left out, all that people write is screened. */
  readonly unscreened?: true;
  /** Data in which names and addresses are the clinic's own, so that only numbers and birthdays are looked for. */
  readonly asksForOwn?: (data: { readonly [field: string]: unknown }) => boolean;
  readonly data: z.ZodMiniType;
}

/** Whether an act may be done in this state, whoever does it. */
export const isFrom = ({ from }: Pick<ActRule, "from">, state: string): boolean =>
  from === undefined || from.includes(state);
