import { expect, test } from "vitest";
import type { ErasureState, WaitingErasure } from "#domain/ledger/erasure";
import { erasureWords } from "#lib/today/erasure-words.ts";

const row: WaitingErasure = {
  id: "e".repeat(15),
  version: 1,
  mine: false,
  state: "asked",
  seq: 0,
  kind: "record.view",
  occurredAt: "monday",
  person: "Tom Reed",
  ground: "A private device",
  askedBy: "Priya Raman",
  askedAt: "tuesday",
  until: "friday",
  decidedBy: "",
  reason: "",
};
const words = (more: Partial<WaitingErasure>) => erasureWords({ ...row, ...more }, (instant) => instant);

test("the second person is told what it is and how long it waits, without its number", () => {
  expect(words({})).toEqual({
    title: "Record opened, by Tom Reed, monday",
    says: "Priya Raman asked for it tuesday. You can confirm it until friday.",
  });
});

test("the lead sees the number; of what is gone nothing is left to say", () => {
  expect(words({ seq: 812, kind: "", person: "", occurredAt: "" }).title).toBe("An entry, entry 812");
});

test.each<[ErasureState, string]>([
  ["asked", "Asked for tuesday. A second person has until friday to confirm it."],
  ["done", "Erased: Noor confirmed it."],
  ["declined", "Noor said no: It is no private device."],
  ["withdrawn", "You took it back."],
  ["lapsed", "Nobody confirmed it in time. You can ask for it again."],
])("the asker is told that it is %s", (state, says) => {
  expect(words({ state, mine: true, decidedBy: "Noor", reason: "It is no private device." }).says).toBe(says);
});
