import { expect, test } from "vitest";
import { retentionMonths } from "#domain/policy";
import { monitoringRules } from "../../../domain/law/monitoring.ts";
import { browserKinds } from "../../../domain/ledger/event-kinds.ts";
import { carriedByEach, collectedByKind, fieldsOf, fieldWords } from "../../../domain/rollout/collected.ts";

test("each field that a browser may send stands in the papers in words, and no word is of none", () => {
  const fields = new Set(browserKinds.flatMap((kind) => fieldsOf(kind)));
  expect([...fields].filter((name) => !Object.hasOwn(fieldWords, name))).toEqual([]);
  expect(Object.keys(fieldWords).filter((name) => !fields.has(name))).toEqual([]);
});

test("each kind is there with how long it is kept, as the policy says", () => {
  const all = collectedByKind();
  expect(all).toHaveLength(browserKinds.length + 1);
  for (const { kept } of all) expect(kept).toBe(retentionMonths("record"));
  expect(carriedByEach()).toContain("when it happened");
});

test("no law of monitoring passes for read that was not", () => {
  for (const { sure, source, policy } of monitoringRules) {
    expect(sure === "read").toBe(source.read !== "");
    if (sure === "read") expect(policy).toBe(true);
  }
});
