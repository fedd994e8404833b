import { createHmac } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { fakeLocks, fakeStorage } from "./fake-storage.ts";

const { storage, empty } = fakeStorage();
vi.mock("wxt/browser", () => ({ browser: { storage } }));
vi.stubGlobal("navigator", { locks: fakeLocks() });
const referenceKey = "07".repeat(32);
const host = "harbour.uk2.cliniko.com";
vi.mock("../../../extension/policy/held-policy.ts", () => ({
  currentPolicy: async () => ({ referenceKey, sites: [{ host, adapter: "cliniko" }] }),
}));

const { cardOf, recordShown, whoseAddresses } = await import("../../../extension/records/people-seen.ts");
const { addCard } = await import("../../../extension/records/cards.ts");

const keyed = (text: string) =>
  createHmac("sha256", Buffer.from(referenceKey, "hex")).update(text).digest("hex");
const [ellery, moss, practice] = ["a1", "b2", "c3"].map((two) => two.repeat(32)) as [string, string, string];
const [number, other] = ["d4".repeat(32), "e5".repeat(32)];
const opened = (id: string, addresses: string[], numbers: string[] = []) =>
  recordShown({ adapter: "cliniko", id, addresses, numbers }, { host, tab: 1, frame: 0 } as never);
const asked = (of: { numbers?: string[]; records?: string[] }, addresses = [ellery, moss, practice]) =>
  whoseAddresses({ addresses, numbers: of.numbers ?? [], records: of.records ?? [] });

beforeEach(async () => {
  empty();
  await opened("1805465202989210063", [ellery, practice], [number]);
  await opened("1805465202989210064", [moss, practice], [other]);
  await opened("1805465202989210065", [practice]);
});

test("the letter’s number tells whose record it is: the patient’s address, another’s, and one of many records", async () => {
  expect(await asked({ numbers: [number] })).toEqual(["same", "other", "unknown"]);
});

test("so does the record that it was downloaded from", async () => {
  const record = keyed(cardOf("cliniko:harbour.uk2", "1805465202989210064"));
  expect(await asked({ records: [record] })).toEqual(["other", "same", "unknown"]);
});

test("nothing is claimed of a patient whose record was not opened here, or of an address that was never seen", async () => {
  expect(await asked({ numbers: ["f6".repeat(32)] })).toEqual(["unknown", "unknown", "unknown"]);
  expect(await asked({ numbers: [number] }, ["09".repeat(32)])).toEqual(["unknown"]);
});

test("an address that two of a family share is the patient’s too", async () => {
  await opened("1805465202989210066", [moss], [number]);
  expect(await asked({ numbers: [number] }, [moss])).toEqual(["same"]);
});

test("what a record shows is kept as digests, the newest alone, for a week", async () => {
  await opened("1805465202989210063", [], [number]);
  expect(await asked({ numbers: [number] }, [ellery])).toEqual(["unknown"]);
  const kept = JSON.stringify(await storage.local.get("cards"));
  for (const text of [ellery, moss, number, "1805465202989210063"]) expect(kept).not.toContain(text);
  const at = Date.now() - 7 * 86_400_000 - 1;
  empty();
  await addCard({ record: "r", addresses: [keyed(ellery)], numbers: [keyed(number)], at });
  expect(await asked({ numbers: [number] }, [ellery])).toEqual(["unknown"]);
});
