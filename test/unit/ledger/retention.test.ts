import { expect, test } from "vitest";
import { expiries } from "#domain/ledger/retention";
import { retentionDays } from "#domain/policy";

const now = Date.parse("2026-11-24T12:00:00.000Z");

test("views, mail, coverage, sign-ins and readings end after 730 days, orders and registers never", () => {
  expect(expiries(now).map(({ family }) => family)).toEqual(Object.keys(retentionDays));
  expect(Object.keys(retentionDays)).not.toContain("event");
  expect(expiries(now).find(({ family }) => family === "record")).toEqual({
    family: "record",
    before: "2024-11-24T12:00:00.000Z",
    rule: "record-730-days",
  });
});
