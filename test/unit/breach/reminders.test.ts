import fc from "fast-check";
import { expect, test } from "vitest";
import { dueReminders, nextTry, reminderKey } from "#domain/work/reminders";

const hour = 3_600_000;
const said = (nowHours: number, claimed: readonly string[] = []) =>
  dueReminders(0, nowHours * hour, new Set(claimed)).map(
    ({ who, hour: at, late, said: is }) => `${who} ${at}${late ? " late" : ""}${is ? " said" : ""}`,
  );

test("at once, then the deputy after two hours", () => {
  expect(said(0)).toEqual(["duty 0 said"]);
  expect(said(1.99, ["duty 0"])).toEqual([]);
  expect(said(2, ["duty 0"])).toEqual(["deputy 2 said"]);
});

test("what was missed is claimed at once, and said once to each", () => {
  expect(said(61)).toEqual([
    "duty 0 late",
    "deputy 2 late",
    "duty 24 late",
    "deputy 24 late",
    "duty 48 late",
    "deputy 48 late",
    "duty 60 late said",
    "deputy 60 late said",
  ]);
});

test("however often and whenever one looks, each reminder is claimed once, and none early", () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 80 * hour }), { maxLength: 20 }), (looks) => {
      const claimed = new Set<string>();
      for (const now of [...looks].sort((a, b) => a - b)) {
        for (const due of dueReminders(0, now, claimed)) {
          if (claimed.has(reminderKey(due)) || due.atMs > now) return false;
          claimed.add(reminderKey(due));
        }
      }
      const last = Math.max(-1, ...looks);
      return claimed.size === dueReminders(0, last, new Set()).length;
    }),
  ));

test("a mail that failed is tried again after 1, 2, 4 minutes, at most an hour, and given up after the clock has ended", () => {
  const minutes = [1, 2, 3, 4, 7, 50].map((tries) => (nextTry(tries, 0, 0) ?? 0) / 60_000);
  expect(minutes).toEqual([1, 2, 4, 8, 60, 60]);
  expect(nextTry(3, 0, 72 * hour)).toBe(undefined);
});
