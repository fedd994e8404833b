import { expect, test } from "vitest";
import { changedSince } from "#domain/registers/incidents/changed-since";
import { breachReport } from "../../fixtures/export/breach-snapshot.ts";

const utc = () => 0;

test("three people found later are exactly one change", () => {
  const later = breachReport({ peopleCount: 3 });
  expect(
    changedSince(breachReport(), { ...later, version: 2, madeAt: "2026-10-25T09:00:00.000Z" }, utc),
  ).toEqual([{ what: "How many people could be affected?", before: "Not known yet", after: "3" }]);
});

test("that the report was sent meanwhile is no change of the breach", () => {
  const sent = breachReport({ followUp: true, icoReference: "IC-1", peopleCount: 3 });
  const now = { ...sent, times: { ...sent.times, icoSentAt: "2026-10-24T16:20:00.000Z" } };
  const entries = [
    ...sent.timeline,
    { at: now.times.icoSentAt, kind: "notice" as const, what: "notify", text: "" },
  ];
  expect(changedSince(breachReport(), { ...now, timeline: entries }, utc).map(({ what }) => what)).toEqual([
    "How many people could be affected?",
  ]);
});

test("a corrected time of sending is one", () => {
  const at = (icoSentAt: string) => {
    const report = breachReport();
    return { ...report, times: { ...report.times, icoSentAt } };
  };
  expect(changedSince(at("2026-10-24T16:20:00.000Z"), at("2026-10-24T16:02:00.000Z"), utc)).toEqual([
    {
      what: "Sent to the ICO",
      before: "Saturday 24 October 2026, 16:20 (UTC)",
      after: "Saturday 24 October 2026, 16:02 (UTC)",
    },
  ]);
});

test("what is gone is named last, and a person's entry is news", () => {
  const before = breachReport();
  const entry = { at: "2026-10-24T18:00:00.000Z", kind: "entry" as const, what: "", text: "Rang again." };
  const now = { ...before, actions: [], timeline: [...before.timeline, entry] };
  expect(changedSince(before, now, utc)).toEqual([
    { what: "Timeline, Saturday 24 October 2026, 18:00 (UTC)", before: null, after: "Rang again." },
    {
      what: "Action: Turn off completion of addresses at the front desk",
      before: "Due Friday 6 November 2026; open",
      after: null,
    },
  ]);
});

test("nothing changed is nothing", () => {
  expect(changedSince(breachReport(), breachReport(), utc)).toEqual([]);
});
