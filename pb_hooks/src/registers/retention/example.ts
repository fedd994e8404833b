import { scheduleFor } from "#domain/law/retention-lines";
import { rowsOf } from "../../base/database.ts";
import { answersOf } from "../../clinic/four-answers.ts";
import type { Staging } from "../../story/staging.ts";
import { bringAtOnce } from "./bring.ts";

const system = "cliniko:harbour.uk2";
const destroyed = "1805465202989213390";
const late = "1805465202989212217";
const held = "1805465202989219034";
const kept = "1805465202989215518";

/**
 * Records of an earlier practice that Priya took over: one was destroyed by two people, one is late, and of two odd ones
 * one is held for a complaint and one kept longer for an implant. More come due in each month.
 */
export function planRetention(stage: Staging): void {
  const { calendar } = stage;
  stage.plan(calendar.at(30, 9), () => {
    const answers = answersOf(stage.tx);
    if (!answers) return;
    const month = (ahead: number) => monthFrom(calendar.at(0, 12), ahead);
    const coming = Array.from({ length: 36 }, (_, i) => [
      `18054652029892${String(10_000 + i * 137)}`,
      i % 9 === 4 ? "child" : "adult",
      month(1 + (i % 12)),
    ]);
    bringAtOnce(
      stage.tx,
      { id: stage.ids.person("priya") },
      { system, schedule: scheduleFor(answers).id, dates: "iso", rows: 8 + coming.length },
      [
        [destroyed, "adult", month(-3)],
        [late, "adult", month(-3)],
        ["1805465202989215840", "adult", month(-1)],
        ["1805465202989210391", "child-17", month(-1)],
        ["1805465202989211184", "adult", month(0)],
        ["1805465202989210063", "dental", ""],
        [held, "adult", month(-2)],
        [kept, "adult", month(-2)],
        ...coming,
      ],
    );
  });
  const on = (ref: string) => ({
    collection: "retention_rows",
    id: String(
      rowsOf(stage.tx, ["id"], "SELECT id FROM retention_rows WHERE recordRef = {:ref}", { ref })[0]?.[0],
    ),
  });
  const act = (days: number, hour: number, who: string, name: string, data: object, ref: string) =>
    stage.plan(
      calendar.at(days, hour),
      () => void stage.act(who, `retention_rows.${name}` as never, data, on(ref)),
    );
  act(26, 10, "priya", "appraise", { found: "No implant, no long illness, seen once." }, destroyed);
  act(26, 11, "priya", "ask", { second: stage.ids.person("ingrid") }, destroyed);
  act(25, 10, "ingrid", "agree", {}, destroyed);
  act(
    24,
    15,
    "priya",
    "done",
    {
      on: new Date(calendar.at(24, 15)).toISOString().slice(0, 10),
      how: "Deleted in Cliniko by the front desk, seen by me.",
      beside: "Paper box 6 shredded the same day, slip 2291.",
    },
    destroyed,
  );
  act(
    23,
    10,
    "priya",
    "hold",
    {
      purpose: "complaint",
      causeKind: "complaint",
      reference: "CMP-3",
      authoriser: stage.ids.person("priya"),
      reviewOn: monthFrom(calendar.at(0, 12), 2),
      why: "A complaint of October is about this treatment.",
    },
    held,
  );
  act(
    22,
    10,
    "priya",
    "keep",
    {
      why: "implant",
      reason: "A hip implant; the maker asks for ten years.",
      until: monthFrom(calendar.at(0, 12), 60),
    },
    kept,
  );
}

/** The first of a month, so many months from the one in which an instant lies. */
function monthFrom(ms: number, ahead: number): string {
  const day = new Date(ms);
  day.setUTCDate(1);
  day.setUTCMonth(day.getUTCMonth() + ahead);
  return day.toISOString().slice(0, 10);
}
