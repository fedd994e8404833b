import { writtenBy } from "#domain/law/notifiable";
import { daysAfter } from "#domain/law/working-days";
import { policy } from "#domain/policy";
import { disclosureItems, type ReviewedDisclosure } from "#domain/registers/disclosures/for-review";
import type { Draft } from "#domain/registers/reviews/item";
import { type OwedRow, otherRow } from "#domain/work/desk";
import { objectsOf } from "../../base/database.ts";
import { stored } from "../../base/time.ts";
import { endOfDay } from "../../base/time-zone.ts";
import { leadOf } from "../../clinic/clinic.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { answersOf } from "../../clinic/four-answers.ts";
import { remindersOfDays } from "../day-reminders.ts";
import { countedBetween } from "../listing/counted.ts";
import type { Counting, Due, Laying, Reviewing } from "../register.ts";

const standing = "takenBackAt = ''";

export const figuresOfDisclosures = (counting: Counting) => [
  countedBetween(counting, "disclosures", {
    given: { table: "disclosures", column: "at", where: `${standing} AND outcome = 'given'` },
    refused: { table: "disclosures", column: "at", where: `${standing} AND outcome = 'refused'` },
  }),
];

interface Waiting {
  readonly id: string;
  readonly asker: string;
  readonly suspectedOn: string;
}

/** What waits for the lead, the oldest first. */
function waiting(app: pb.App): Waiting[] {
  const select = `SELECT s.id AS id, s.suspectedOn AS suspectedOn, coalesce(u.name, 'Somebody') AS asker
    FROM shares s LEFT JOIN users u ON u.id = s."by" WHERE s.state = 'asked' ORDER BY s."at", s.id LIMIT 200`;
  return objectsOf<Waiting>(app, ["id", "suspectedOn", "asker"], select);
}

/** Disclosures whose day to look again has come. */
function toLookAt(app: pb.App, soon: string) {
  const select = `SELECT d.id AS id, d.reviewOn AS reviewOn, d.decidedBy AS decidedBy FROM disclosures d
    WHERE d.takenBackAt = '' AND d.reviewOn <> '' AND d.reviewOn <= {:soon} AND d.reviewOn >= {:from}
    ORDER BY d.reviewOn, d.id LIMIT 200`;
  type Row = { id: string; reviewOn: string; decidedBy: string };
  return objectsOf<Row>(app, ["id", "reviewOn", "decidedBy"], select, { soon, from: daysAfter(soon, -30) });
}

export function owedOnDisclosures({ app, nowMs, zone }: Laying): OwedRow[] {
  const lead = leadOf(app);
  const nation = answersOf(app)?.nation ?? "england";
  const today = clinicTime(app).date(nowMs);
  return [
    ...waiting(app).map(({ id, asker, suspectedOn }) =>
      otherRow({
        key: `shares:${id}`,
        text: `Decide what ${asker} asked: may it be shared?`,
        // A suspicion runs by the law’s own days.
        due: suspectedOn === "" ? "" : endOfDay(zone, writtenBy(suspectedOn, nation)),
        with: [lead],
        page: `/share/asked?id=${id}`,
      }),
    ),
    ...toLookAt(app, daysAfter(today, policy.releaseAsked.amount)).map(({ id, reviewOn, decidedBy }) =>
      otherRow({
        key: `disclosures:${id}`,
        text: "Look again at a disclosure",
        due: endOfDay(zone, reviewOn),
        with: [decidedBy],
        page: `/disclosures?id=${id}`,
      }),
    ),
  ];
}

export function dueOfDisclosures(app: pb.App, nowMs: number): Due[] {
  const soon = clinicTime(app).date(nowMs + policy.dayRemindedBefore.amount * 86_400_000);
  const days = toLookAt(app, soon).map(({ id, reviewOn, decidedBy }) => ({
    id,
    day: reviewOn,
    to: decidedBy,
  }));
  return remindersOfDays(app, "day-disclosure", days, nowMs);
}

/** What was entered since the last review, and what waits for the lead. */
export function agendaOfDisclosures({ app, since }: Reviewing): Draft[] {
  const select = `SELECT receiver, outcome, takenBackAt <> '' AS takenBack FROM disclosures WHERE "at" >= {:since}`;
  const rows = objectsOf<ReviewedDisclosure>(app, ["receiver", "outcome", "takenBack"], select, {
    since: stored(since),
  });
  return disclosureItems(
    rows.map((row) => ({ ...row, takenBack: Boolean(row.takenBack) })),
    waiting(app).length,
  );
}
