import { expect, test } from "vitest";
import { erasableKinds, isErasable, whyKept } from "#domain/ledger/erasure";
import { details } from "#domain/ledger/event-kinds";
import { retentionDays } from "#domain/policy";

/** Every kind that was ever shipped, decided one by one: a new one has to be put into one of the two lists. */
const kept = [
  "browser.coverage",
  "browser.gap",
  "browser.pair",
  "browser.revoke",
  "auth.sign-in",
  "auth.fail",
  "auth.reset",
  "notice.shown",
  "log.read",
  "log.export",
  "event.erase",
  "event.expire",
  "row.seal",
];

test("every known kind is either erasable or kept", () => {
  expect([...erasableKinds, ...kept].sort()).toEqual(Object.keys(details).sort());
  for (const kind of kept) expect(whyKept(kind), kind).toMatch(/\.$/);
  for (const kind of erasableKinds) expect(whyKept(kind), kind).toBeUndefined();
});

test.each([
  "clinic.act",
  "reviews.act",
  "breach_reports.act",
  "users.update",
  "erasures.act",
  "record.new",
  "",
])("an act of a register and a kind that nobody knows are kept: '%s'", (kind) => {
  expect(isErasable(kind)).toBe(false);
  expect(whyKept(kind)).toBeDefined();
});

test("expiry goes by its own list: sign-ins, readings and coverage still end", () => {
  expect(Object.keys(retentionDays)).toEqual(["record", "mail", "browser", "auth", "log"]);
});
