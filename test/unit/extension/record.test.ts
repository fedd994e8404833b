import { beforeEach, expect, test, vi } from "vitest";
import type { RecordFact } from "../../../extension/messages.ts";
import { fakeLocks, fakeStorage } from "./fake-storage.ts";

const { storage, kept, empty } = fakeStorage();
let screen = "active";

vi.mock("wxt/browser", () => ({
  browser: {
    storage,
    idle: { queryState: async () => screen },
  },
}));
vi.stubGlobal("navigator", { locks: fakeLocks() });
const outbox: { recordRef?: string; trace?: string; id: string }[] = [];
/** The worker ends before an event is kept. */
let dies = false;
const keep = async (fact: (typeof outbox)[number], _: string, id: string) => {
  if (dies) throw new Error("the worker has ended");
  outbox.push({ ...fact, id });
  return { kept: true, id };
};
vi.mock("../../../extension/outbox/keep.ts", () => ({
  keep,
  keepOnce: async (fact: (typeof outbox)[number], browser: string, id: string) =>
    outbox.some((one) => one.id === id) ? { kept: true, id } : keep(fact, browser, id),
}));
const host = "harbour.uk2.cliniko.com";
vi.mock("../../../extension/policy/held-policy.ts", () => ({
  currentPolicy: async () => ({
    browser: { holder: "person", user: { id: "maya" } },
    people: [],
    accounts: [],
    notice: { version: 1, shownToOwner: true, shownAtDesk: true },
    recording: { on: true },
    referenceKey: "0".repeat(64),
    sites: [],
  }),
}));

const { record } = await import("../../../extension/records/record.ts");
const { leaveRecords } = await import("../../../extension/records/visits.ts");

const id = "1805465202989210063";
const now = "2026-11-24T12:00:00.000Z";
const fact = (more: Partial<RecordFact> = {}): RecordFact => ({
  ...{ adapter: "cliniko", kind: "record.view", id, recordKind: "patient", page: "patient", entry: "e1" },
  ...{ occurredAt: now },
  ...more,
});
const inTab = (tab: number) => ({ sender: "content", tab, frame: 0, host }) as const;
const refs = () => outbox.map(({ recordRef }) => recordRef);

beforeEach(() => {
  empty();
  [screen, outbox.length, dies] = ["active", 0, false];
  kept.local.pairing = { server: "https://c.example", token: "t", browser: "b", pairedAt: now };
});

test("what a page shows behind the lock screen is seen by nobody, and by whoever unlocks it", async () => {
  screen = "locked";
  expect(await record(fact(), inTab(1))).toEqual({ kept: false, why: "not-seen" });
  expect(await record(fact({ kind: "record.search", id: undefined }), inTab(1))).toMatchObject({
    kept: false,
  });
  // A download that was begun before still came out of the record.
  expect(await record(fact({ kind: "record.download", what: "letter" }), inTab(1))).toMatchObject({
    kept: true,
  });
  screen = "active";
  expect(await record(fact(), inTab(1))).toMatchObject({ kept: true });
});

test("two tabs of one record are one view, until one of them shows another site and it is opened anew", async () => {
  await record(fact(), inTab(1));
  expect(await record(fact({ entry: "e7" }), inTab(2))).toEqual({ kept: false, why: "same-visit" });
  expect(await record(fact({ kind: "record.print", entry: "e7" }), inTab(2))).toMatchObject({ kept: true });
  expect(outbox[1]?.trace).toBe(outbox[0]?.trace);
  // Both tabs are left: one for mail, which is watched too, one for a page that is not.
  await leaveRecords(1, [{ frame: 0, adapter: "gmail" }]);
  await leaveRecords(2, []);
  expect(await record(fact({ entry: "e8" }), inTab(2))).toMatchObject({ kept: true });
});

test("a tab that goes on within the system keeps its visit", async () => {
  await record(fact(), inTab(1));
  await leaveRecords(1, [{ frame: 0, adapter: "cliniko" }]);
  expect(await record(fact({ entry: "e2" }), inTab(1))).toEqual({ kept: false, why: "same-visit" });
});

test("ids that differ in their last digit are two records, and none is made a number of", async () => {
  const ids = ["9007199254740993", "9007199254740992", "1805465202989210063", "1805465202989210064"];
  for (const [at, one] of ids.entries()) await record(fact({ id: one, entry: `e${at}` }), inTab(1));
  expect(refs()).toEqual(ids);
  expect(await record(fact({ id: "0017" }), inTab(1))).toEqual({ kept: false, why: "invalid" });
});

test("a fact that had no answer is told again under its id: it counts once, under one trace", async () => {
  const view = fact({ told: "aaaaaaaaaaaaaa1" });
  dies = true;
  await expect(record(view, inTab(1))).rejects.toThrow("ended");
  dies = false;
  // Meanwhile another page of the record was seen.
  await record(fact({ page: "files", entry: "e2", told: "aaaaaaaaaaaaaa2" }), inTab(1));
  for (let tries = 0; tries < 2; tries += 1)
    expect(await record({ ...view, again: true }, inTab(1))).toEqual({ kept: true, id: "aaaaaaaaaaaaaa1" });
  const printed = fact({ kind: "record.print", told: "aaaaaaaaaaaaaa3" });
  await record(printed, inTab(1));
  await record({ ...printed, again: true }, inTab(1));
  expect(outbox.map((one) => one.id)).toEqual(["aaaaaaaaaaaaaa2", "aaaaaaaaaaaaaa1", "aaaaaaaaaaaaaa3"]);
  expect(new Set(outbox.map(({ trace }) => trace)).size).toBe(1);
  expect(await record(fact({ told: "aaaaaaaaaaaaaa4" }), inTab(1))).toEqual({
    kept: false,
    why: "same-visit",
  });
});
