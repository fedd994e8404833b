import { daysAfter } from "#domain/law/working-days";
import { instantAt } from "../../story/happening.ts";
import type { Staging } from "../../story/staging.ts";

/** A hold that is in order, one whose day of review has passed, and one that outlives its end. */
export function planHolds(stage: Staging): void {
  const { calendar, ids } = stage;
  const priya = ids.person("priya");
  const day = (daysAgo: number) => instantAt(calendar.at(daysAgo, 12)).slice(0, 10);
  const place = (daysAgo: number, hour: number, data: object) =>
    stage.plan(calendar.at(daysAgo, hour), () => {
      stage.act("priya", "holds.place", { authoriser: priya, ...data });
    });
  place(40, 10, {
    what: "Paper appointment books of 2025, cupboard 2",
    purpose: "inquiry",
    causeKind: "inquiry",
    reference: "Inspection of autumn",
    reviewOn: daysAfter(day(0), 60),
    why: "The inspectorate has asked to see them.",
  });
  place(33, 11, {
    what: "Voice messages of the reception telephone, two days in March",
    purpose: "complaint",
    causeKind: "complaint",
    reference: "CMP-4",
    reviewOn: day(3),
    why: "A complaint says that a call was not returned.",
  });
  place(30, 9, {
    what: "Visitors’ book of the Canterbury desk",
    purpose: "legal",
    causeKind: "claim",
    reference: "CLM-2",
    reviewOn: daysAfter(day(0), 30),
    until: day(8),
    why: "An insurer has told us of a claim.",
  });
}
