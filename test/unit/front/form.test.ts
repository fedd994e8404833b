import { describe, expect, test } from "vitest";
import { policy } from "#domain/policy";
import { countedAs, formMost, HourStore } from "../../../scripts/front/form/form-limits.mjs";

test("the bounds of the process in front are those of the policy", () => {
  expect([formMost.each, formMost.all]).toEqual([policy.sentEachHour.amount, policy.sentAllHour.amount]);
});

describe("a store by the hour", () => {
  test("gives what it holds, and fills again evenly", () => {
    let now = 0;
    const store = new HourStore(5, () => now);
    for (let i = 0; i < 5; i += 1) {
      expect(store.has("a")).toBe(true);
      store.take("a");
    }
    expect([store.has("a"), store.has("b")]).toEqual([false, true]);
    now += 3_600_000 / 5 - 1;
    expect(store.has("a")).toBe(false);
    now += 1;
    expect(store.has("a")).toBe(true);
    // A clock that goes back gives nothing.
    store.take("a");
    now = 0;
    expect(store.has("a")).toBe(false);
  });

  test("remembers so many and no more, whoever asks", () => {
    const store = new HourStore(5);
    for (let i = 0; i < 20_000; i += 1) store.take(`10.0.${i >> 8}.${i & 255}`);
    expect(store.size).toBe(5000);
  });
});

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:0DB8:0001:0002::9", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
])("%s is counted as %s", (address, key) => expect(countedAs(address)).toBe(key));
