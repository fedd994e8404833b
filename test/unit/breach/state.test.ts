import { expect, test } from "vitest";
import { breachActs, type OnCase } from "#domain/registers/incidents/acts";
import { gapInWords } from "#domain/registers/incidents/gaps";
import {
  type ClosingFacts,
  closingGaps,
  incidentStates,
  missingForClosing,
  stateAfterTriage,
} from "#domain/registers/incidents/state";
import { type ActRule, isFrom } from "#domain/registers/register";

/** Facts, and who is let in: whatever becomes of an incident. */
const always = ["notify", "sent", "version", "grant", "endGrant", "open", "openToAll", "conflict"];
const whileOpen = [
  ...["triage", "setTimes", "describe", "entry", "answer", "addPeople", "person", "peopleTold", "account"],
  ...["letter", "contain", "cause", "notice", "care", "candour", "close", "alone", "processor"],
];
const undecided = ["assess", "advise", "decide", "withdraw"];

/** Which acts each state takes: this table is the specification. */
const table: Record<(typeof incidentStates)[number], readonly string[]> = {
  reported: [...always, ...whileOpen, ...undecided],
  breach: [...always, ...whileOpen, ...undecided],
  "near-miss": [...always, ...whileOpen, ...undecided],
  withdrawn: [...always, ...whileOpen],
  closed: [...always, "addendum", "reopen"],
};
const onCase = Object.entries(breachActs).filter(
  (entry): entry is [OnCase, (typeof breachActs)[OnCase]] => entry[1].on === "row",
);

test.each(incidentStates.map((state) => [state]))("%s", (state) => {
  const taken = onCase.filter(([, rule]) => isFrom(rule as ActRule, state)).map(([name]) => name);
  expect(taken.sort()).toEqual(table[state].map((name) => `breaches.${name}`).sort());
});

test("the answer of the person on duty", () => {
  expect(stateAfterTriage).toEqual({ breach: "breach", "near-miss": "near-miss", neither: "withdrawn" });
});

const whole: ClosingFacts = {
  triaged: true,
  assessed: true,
  controllerDecided: true,
  exemptionLacks: false,
  icoOwed: false,
  delayReasonLacks: false,
  tellsPeople: false,
  peopleToTell: 0,
  peopleOwed: 0,
  contained: true,
  causeKnown: true,
  openActions: 0,
  unverifiedActions: 0,
  accountsOpen: 0,
  lawOwed: 0,
};
const bare: ClosingFacts = {
  ...whole,
  triaged: false,
  assessed: false,
  controllerDecided: false,
  contained: false,
  causeKnown: false,
};

test("closing asks for what is missing, of a near miss only for its triage and what is still to do", () => {
  expect(missingForClosing("breach", whole)).toEqual([]);
  expect(missingForClosing("breach", bare)).toEqual([
    "not-triaged",
    "not-assessed",
    "not-decided",
    "not-contained",
    "cause-unknown",
  ]);
  expect(missingForClosing("near-miss", bare)).toEqual(["not-triaged"]);
  const owed = {
    ...whole,
    icoOwed: true,
    delayReasonLacks: true,
    tellsPeople: true,
    peopleToTell: 14,
    peopleOwed: 2,
    openActions: 1,
    unverifiedActions: 1,
    accountsOpen: 1,
    lawOwed: 1,
  };
  expect(missingForClosing("withdrawn", owed)).toEqual([
    "ico-not-told",
    "delay-reason",
    "people-not-told",
    "actions-open",
    "actions-not-verified",
    "accounts-open",
    "law-owed",
  ]);
  expect(missingForClosing("breach", { ...whole, tellsPeople: true })).toEqual(["nobody-listed"]);
});

test("each gap is named, letters by how many of how many", () => {
  const facts = { peopleOwed: 1_200, peopleToTell: 14_000 };
  const words = closingGaps.map((gap) => gapInWords(gap, facts));
  expect(new Set(words).size).toBe(closingGaps.length);
  expect(words).toContain("Letters outstanding: 1,200 of 14,000 people are not told yet");
});
