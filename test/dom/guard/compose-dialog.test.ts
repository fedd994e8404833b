import { describe, expect, test } from "vitest";
import { details } from "#domain/ledger/event-kinds";
import { composeDialog } from "../../../extension/dialog/compose-dialog.ts";
import { wrongWith } from "../../../extension/dialog/panels.ts";
import { outcomeOf, releases } from "../../../extension/guard/settle/outcome.ts";
import { heldDetail } from "../../../extension/guard/settle/report.ts";
import { named, situation, situations } from "../../support/situations.ts";

const shown = (name: string) => composeDialog(situations[name] ?? situation());

describe("the sentence says what was seen", () => {
  test.each([
    [
      "strong",
      "This letter has not been attached",
      "This letter names a patient: NHS number ending 5919, date of birth, clinic letter downloaded from Cliniko at 10:32.",
    ],
    [
      "weak",
      "This file has not been attached",
      "This file may name a patient: full name, a diagnosis, downloaded from Cliniko at 10:32.",
    ],
    ["several", "2 of 3 files have not been attached", "Two name patients. The third has been attached."],
    [
      "text",
      "This message has not been sent",
      "This text names a patient: NHS number ending 5919, a diagnosis, a medicine.",
    ],
    [
      "unreadable",
      "This file has not been attached",
      "This file can’t be checked: it is locked with a password, so it may or may not name a patient.",
    ],
    [
      "late",
      "This file has not been attached",
      "This file could not be checked in time: 3 of 12 pages were read, and nothing about a patient was seen in them.",
    ],
    [
      "inside",
      "This letter is about a patient",
      "It names a patient: NHS number ending 5919, date of birth, clinic letter downloaded from Cliniko at 10:32. Everyone in To is at Harbour Aesthetics & Physio and can open it in Cliniko.",
    ],
    [
      "forwarded",
      "This message has not been sent",
      "A file in this message names a patient: NHS number ending 5919, date of birth, clinic letter downloaded from Cliniko at 10:32.",
    ],
  ])("%s", (name, title, seen) => {
    expect(shown(name)).toMatchObject({ title, seen });
  });
});

describe("the ways on", () => {
  test.each([
    [
      "strong",
      "Remove it",
      "Send it through Cliniko instead",
      ["It isn’t a patient document", "Send anyway because…"],
    ],
    [
      "several",
      "Remove both",
      "Send both through Cliniko instead",
      ["Choose for each file", "They aren’t patient documents", "Send both anyway because…"],
    ],
    [
      "unreadable",
      "Remove it",
      "Choose an unlocked copy",
      ["Send it through Cliniko instead", "It isn’t a patient document", "Send anyway because…"],
    ],
    [
      "late",
      "Remove it",
      "Keep checking",
      ["Send it through Cliniko instead", "It isn’t a patient document", "Send anyway because…"],
    ],
    ["inside", "Remove it", undefined, ["Attach it"]],
    [
      "text",
      "Go back to the message",
      "Send it through Cliniko instead",
      ["It isn’t about a patient", "Send anyway because…"],
    ],
    ["blocked", "Remove it", "Send it through Cliniko instead", ["It isn’t a patient document"]],
  ])("%s", (name, first, second, rows) => {
    const model = shown(name);
    expect(model.first.label).toBe(first);
    expect(model.second?.label).toBe(second);
    expect(model.rows.map(({ label }) => label)).toEqual(rows);
  });
});

test("a review is promised only where the clinic holds one", () => {
  expect(JSON.stringify(shown("strong"))).not.toMatch(/review/);
  const held = composeDialog(
    situation({ clinic: { name: "Harbour", approvedSystem: "Cliniko", reviewDay: "Friday" } }),
  );
  expect(held.rows.at(-1)?.hint).toBe("Needs a reason. It is read in Friday’s review.");
  expect(held.anyway?.recorded).toContain("It is read in Friday’s review.");
});

test("no dialog says please, sorry, warning, violation, risk to the person, or ends with a shout", () => {
  for (const each of Object.values(situations)) {
    const { anyway: _, ...model } = composeDialog(each);
    expect(JSON.stringify(model)).not.toMatch(/please|sorry|warning|violation|sensitive|unauthori[sz]ed|!/i);
  }
});

test("without an override nothing is released by any choice", () => {
  const blocked = situation({ mayOverride: false });
  expect(releases({ act: "not-patient" }, blocked)).toBe(false);
  expect(outcomeOf({ act: "not-patient" }, blocked)).toEqual({ outcome: "disputed" });
});

test("an event holds kinds, counts and keys, and fits its schema; no name, ending or address", () => {
  for (const each of Object.values(situations)) {
    const facts = {
      adapter: "roundcube",
      how: "chosen" as const,
      held: each.held,
      recipients: each.recipients,
    };
    const detail = heldDetail({ ...facts, shown: composeDialog(each).keys });
    expect(details["mail.held"].parse(detail)).toEqual(detail);
    expect(JSON.stringify(detail)).not.toMatch(/Ellery|5919|northquay|harbour|\.pdf|10:32/);
  }
});

test("forty keys are the most that an event takes", () => {
  const many = situation({ held: [named(), named("b"), named("c")], passed: ["d"] });
  expect(composeDialog(many).keys.length).toBeLessThanOrEqual(40);
});

describe("a sentence that leaves the browser names nobody", () => {
  test.each([
    ["The patient is in their 14:00 clinic and they have no letter.", undefined],
    ["", ["error.sentence", ""]],
    ["x".repeat(301), ["error.long", ""]],
    ["Mrs Ellery is in their 14:00 clinic.", ["error.leave-out", "Mrs Ellery"]],
    ["Number 999 100 5919 asked.", ["error.leave-out", "999 100 5919"]],
  ])("%s", (sentence, wrong) => {
    expect(wrongWith(sentence)).toEqual(wrong);
  });
});
