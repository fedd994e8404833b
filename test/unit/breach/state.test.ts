import { expect, test } from "vitest";
import {
  type ClosingFacts,
  type IncidentAct,
  incidentActs,
  incidentStates,
  mayAct,
  missingForClosing,
  stateAfterTriage,
} from "#domain/registers/incidents/state";

/** Which acts each state takes: this table is the specification. */
const table: Record<(typeof incidentStates)[number], readonly IncidentAct[]> = {
  reported: [
    "triage",
    "setTimes",
    "assess",
    "advise",
    "decide",
    "notify",
    "work",
    "addEntry",
    "withdraw",
    "close",
  ],
  breach: [
    "triage",
    "setTimes",
    "assess",
    "advise",
    "decide",
    "notify",
    "work",
    "addEntry",
    "withdraw",
    "close",
  ],
  "near-miss": [
    "triage",
    "setTimes",
    "assess",
    "advise",
    "decide",
    "notify",
    "work",
    "addEntry",
    "withdraw",
    "close",
  ],
  withdrawn: ["triage", "setTimes", "notify", "work", "addEntry", "close"],
  closed: ["notify", "addAddendum", "reopen"],
};

test.each(incidentStates.map((state) => [state]))("%s", (state) => {
  const taken = (Object.keys(incidentActs) as IncidentAct[]).filter((act) => mayAct(state, act));
  expect(taken.sort()).toEqual([...table[state]].sort());
});

test("the answer of the person on duty", () => {
  expect(stateAfterTriage).toEqual({ breach: "breach", "near-miss": "near-miss", neither: "withdrawn" });
});

const whole: ClosingFacts = {
  triaged: true,
  assessed: true,
  controllerDecided: true,
  icoOwed: false,
  peopleOwed: 0,
  contained: true,
  causeKnown: true,
  openActions: 0,
  unverifiedActions: 0,
  accountsOpen: 0,
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
    peopleOwed: 2,
    openActions: 1,
    unverifiedActions: 1,
    accountsOpen: 1,
  };
  expect(missingForClosing("withdrawn", owed)).toEqual([
    "ico-not-told",
    "people-not-told",
    "actions-open",
    "actions-not-verified",
    "accounts-open",
  ]);
});
