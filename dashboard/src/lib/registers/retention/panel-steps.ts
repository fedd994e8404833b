import { isolate } from "#domain/base/isolate";
import { whyNotOnRecord } from "#domain/registers/retention/may-act-on";
import { keepReasons } from "#domain/registers/retention/state";
import { dayInWords } from "#lib/format/time.ts";
import { session } from "#lib/state/session.svelte.ts";
import type { RetentionRow } from "./api.ts";
import type { PlainAct } from "./record-dialogs.svelte";

/** What may be done with a record: a hold is asked what every hold is asked. */
export type RecordAct = PlainAct | "hold";

/** A step on the way of a record: behind, open, or still to come. */
export type Step = { readonly name: string; readonly is: "done" | "now" | "later"; readonly says: string };

type Says = (id: string) => string;
type At = (instant: string) => string;

/** The way of a record, from looking at it to its certificate. */
export function stepsOf(row: RetentionRow, nameOf: Says, at: At): Step[] {
  const order = ["waiting", "appraised", "asked", "agreed", "done"] as const;
  const place = order.indexOf((row.state === "kept" ? "waiting" : row.state) as (typeof order)[number]);
  const is = (step: number): Step["is"] => (step < place ? "done" : step === place ? "now" : "later");
  const by = (id: string, instant: string): string => `${isolate(nameOf(id))}, ${at(instant)}`;
  return [
    {
      name: "Appraise",
      is: is(0),
      says:
        place > 0
          ? `${by(row.appraisedBy, row.appraisedAt)}: ${row.found}`
          : row.declined === ""
            ? "Is there a reason to keep it longer? A period is a minimum."
            : `Declined: ${row.declined}`,
    },
    {
      name: "Decide",
      is: is(1),
      says:
        place > 1
          ? `${by(row.askedBy, row.askedAt)}: destroy`
          : "Keep it longer, with a reason, or ask a second person to agree that it is destroyed.",
    },
    {
      name: "Second person agrees",
      is: is(2),
      says:
        place > 2
          ? by(row.second, row.agreedAt)
          : row.second === ""
            ? "Not who appraised it, and not who asks."
            : `${isolate(nameOf(row.second))} was asked.`,
    },
    {
      name: "Done in the clinical system",
      is: is(3),
      says:
        row.doneOn === ""
          ? "Chaperone can’t delete there: somebody does it, and says when."
          : `${dayInWords(row.doneOn)}, entered by ${by(row.doneBy, row.doneAt)}`,
    },
    {
      name: "Certificate",
      is: row.state === "done" ? "done" : "later",
      says: row.number > 0 ? `DES-${row.number}` : "Names each place, and what stays.",
    },
  ];
}

/** Acts that the reader may do on a record now, the likeliest first. */
export function actsOn(row: RetentionRow, today: string): RecordAct[] {
  const person = session.person;
  if (!person) return [];
  const all = ["appraise", "ask", "agree", "done", "keep", "decline", "hold"] as const;
  return all.filter((act) => whyNotOnRecord(person, `retention_rows.${act}`, row, today) === undefined);
}

export const actWords: Readonly<Record<RecordAct, string>> = {
  appraise: "Appraise",
  keep: "Keep longer",
  ask: "Ask a second person",
  agree: "Agree",
  decline: "Do not destroy it",
  done: "It is deleted",
  hold: "Hold",
};

/** Why a record is kept longer, in one sentence. */
export const keptSays = ({ keptWhy, keptReason }: RetentionRow): string =>
  `${(keepReasons as Readonly<Record<string, string>>)[keptWhy] ?? "Kept longer"}: ${keptReason}`;
