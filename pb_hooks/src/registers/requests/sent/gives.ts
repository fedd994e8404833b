import type { SentCounts } from "#domain/registers/requests/for-review";
import { kindWords, type RequestKind } from "#domain/registers/requests/kinds";
import type { SentState } from "#domain/registers/requests/sent/acts";
import { type OwedRow, otherRow } from "#domain/work/desk";
import { objectsOf } from "../../../base/database.ts";
import { stored } from "../../../base/time.ts";
import { endOfDay } from "../../../base/time-zone.ts";
import { leadOf } from "../../../clinic/clinic.ts";
import { remindersOfDays } from "../../day-reminders.ts";
import { countedBetween } from "../../listing/counted.ts";
import type { Counting, Due, Figure, Laying, Reviewing } from "../../register.ts";

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

export const figuresOfSent = (counting: Counting): Figure => {
  const decided = (state: SentState) => ({
    ...{ table: "sent_requests", column: "at", where: "state = {:state}", params: { state } },
  });
  return countedBetween(counting, "sent-requests", {
    received: { table: "sent_requests", column: "receivedAt" },
    accepted: decided("accepted"),
    refused: decided("refused"),
  });
};

/** How much waits, and since when; how much nobody has looked at since the last review. */
export function waitingSent({ app, since }: Pick<Reviewing, "app" | "since">): SentCounts {
  const select = `SELECT count(*) AS waiting, coalesce(min(receivedOn), '') AS oldest,
      coalesce(sum(receivedAt < {:since}), 0) AS lying FROM sent_requests WHERE state = 'waiting'`;
  const names = ["waiting", "oldest", "lying"] as const;
  const [counts] = objectsOf<SentCounts>(app, names, select, { since: stored(since) });
  return counts ?? { waiting: 0, oldest: "", lying: 0 };
}

/** The lead is reminded before the day of one that nobody has accepted, and once it has passed. */
export function dueOfSent(app: pb.App, nowMs: number): Due[] {
  const to = leadOf(app);
  const days = waiting(app).map(({ id, limitOn }) => ({ id, day: limitOn, to }));
  return remindersOfDays(app, "day-sent", days, nowMs);
}
