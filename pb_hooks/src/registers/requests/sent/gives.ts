import { kindWords, type RequestKind } from "#domain/registers/requests/kinds";
import { type OwedRow, otherRow } from "#domain/work/desk";
import { objectsOf } from "../../../base/database.ts";
import { endOfDay } from "../../../base/time-zone.ts";
import { leadOf } from "../../../clinic/clinic.ts";
import { remindersOfDays } from "../../day-reminders.ts";
import type { Due, Laying } from "../../register.ts";

interface Waiting {
  readonly id: string;
  readonly kind: RequestKind;
  readonly limitOn: string;
}
const most = 200;

const waiting = (app: pb.App): Waiting[] =>
  objectsOf<Waiting>(
    app,
    ["id", "kind", "limitOn"],
    "SELECT id, kind, limitOn FROM sent_requests WHERE state = 'waiting' ORDER BY limitOn, id LIMIT {:most}",
    { most },
  );

/** What nobody has accepted yet runs as a request does: to those who may accept it, with the lead. Never who asks. */
export function rowsOfSent({ app, person, zone }: Laying): OwedRow[] {
  if (person.role !== "manager" && person.role !== "dpo") return [];
  const lead = leadOf(app);
  return waiting(app).map(({ id, kind, limitOn }) =>
    otherRow({
      key: `sent-requests:${id}`,
      text: `Sent by the form, ${kindWords[kind]}: to be accepted`,
      due: endOfDay(zone, limitOn),
      with: [lead],
      page: `/requests/sent?id=${id}`,
    }),
  );
}

/** The lead is reminded before the day of one that nobody has accepted, and once it has passed. */
export function dueOfSent(app: pb.App, nowMs: number): Due[] {
  const to = leadOf(app);
  const days = waiting(app).map(({ id, limitOn }) => ({ id, day: limitOn, to }));
  return remindersOfDays(app, "day-sent", days, nowMs);
}
