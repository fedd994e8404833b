import { describe, expect, test } from "vitest";
import type { PolicyAnswer } from "#domain/clinic/policy-answer";
import { stands } from "../../../extension/policy/chosen.ts";
import { recordingFor } from "../../../extension/policy/recording.ts";

const maya = "mayalindqvist01";
const tom = "tomreed00000001";
const system = "cliniko:harbour.uk2";
const toms = `k1:${"a".repeat(64)}`;
const unknown = `k1:${"b".repeat(64)}`;

type Parts = Partial<Pick<PolicyAnswer, "recording" | "people" | "notice">> & { holder: "person" | "desk" };

const policyOf = ({ holder, ...parts }: Parts): PolicyAnswer => ({
  revision: "1",
  serverTime: "2026-11-24T12:00:00.000Z",
  clinic: {
    name: "Harbour",
    timeZone: "Europe/London",
    lead: { title: "confidentiality lead", name: "Priya Raman" },
    reviewDay: "",
    approvedSystem: "Cliniko",
    dashboard: "https://chaperone.harbour.example",
  },
  browser: {
    id: "browser00000001",
    name: "Front desk",
    holder,
    device: "clinic",
    user: holder === "person" ? { id: maya, name: "Maya Lindqvist" } : null,
  },
  people: [],
  accounts: [{ system, account: toms, user: tom }],
  notice: { version: 1, text: "…", shownToOwner: true, shownAtDesk: true },
  recording: { on: true },
  referenceKey: "0".repeat(64),
  sites: [],
  mail: { ownDomains: [], approvedDomains: [], override: true, reasons: [] },
  ...parts,
});
const notice = (shownToOwner: boolean, shownAtDesk: boolean) => ({
  version: 1,
  text: "…",
  shownToOwner,
  shownAtDesk,
});
const people = (mayaTold: boolean, tomTold: boolean) => [
  { id: maya, name: "Maya Lindqvist", noticeShown: mayaTold },
  { id: tom, name: "Tom Reed", noticeShown: tomTold },
];

describe("whether a view is recorded", () => {
  test.each([
    [
      "the clinic has no assessment",
      policyOf({ holder: "person", recording: { on: false, reason: "no-assessment" } }),
      {},
      "no-assessment",
    ],
    [
      "an own device",
      policyOf({ holder: "person", recording: { on: false, reason: "own-device" } }),
      {},
      "own-device",
    ],
    ["no notice", policyOf({ holder: "person", notice: null }), {}, "no-assessment"],
    ["the owner was told", policyOf({ holder: "person" }), {}, true],
    [
      "the owner was not told",
      policyOf({ holder: "person", notice: notice(false, true) }),
      {},
      "notice-not-shown",
    ],
    ["an unmapped person in an owner's browser", policyOf({ holder: "person" }), { account: unknown }, true],
    [
      "a mapped colleague in an owner's browser: the server knows",
      policyOf({ holder: "person" }),
      { account: toms },
      true,
    ],
    [
      "a desk, nobody, told on the desk",
      policyOf({ holder: "desk", people: people(false, false) }),
      {},
      true,
    ],
    [
      "a desk, nobody, not told",
      policyOf({ holder: "desk", notice: notice(false, false) }),
      {},
      "notice-not-shown",
    ],
    [
      "a desk, Maya chosen and told",
      policyOf({ holder: "desk", people: people(true, false) }),
      { chosen: maya },
      maya,
    ],
    [
      "a desk, Maya chosen, not told",
      policyOf({ holder: "desk", people: people(false, true) }),
      { chosen: maya },
      "notice-not-shown",
    ],
    [
      "a desk, Tom shown and told, Maya chosen",
      policyOf({ holder: "desk", people: people(false, true) }),
      { account: toms, chosen: maya },
      true,
    ],
    [
      "a desk, Tom shown, not told, Maya chosen and told",
      policyOf({ holder: "desk", people: people(true, false) }),
      { account: toms, chosen: maya },
      "notice-not-shown",
    ],
    [
      "a desk, an unmapped person, Maya chosen",
      policyOf({ holder: "desk", people: people(true, true) }),
      { account: unknown, chosen: maya },
      true,
    ],
    [
      "a desk, Tom's sign-in at another system",
      policyOf({ holder: "desk", people: people(true, false) }),
      { account: toms, system: "cliniko:other.uk2" },
      true,
    ],
  ] as const)("%s", (_, policy, shown, expected) => {
    const recording = recordingFor(policy, { system, ...shown });
    const told = recording.on ? (recording.chosen ?? true) : recording.why;
    expect(told).toBe(expected);
  });
});

describe("a person chosen at a desk", () => {
  const noon = new Date(2026, 10, 24, 12).getTime();
  const choice = { user: maya, active: noon, day: new Date(noon).toDateString() };
  test.each([
    ["after a minute", noon + 60_000, true],
    ["after half an hour without work", noon + 30 * 60_000 + 1, false],
    ["with a clock set back", noon - 1, false],
  ])("%s", (_, now, expected) => {
    expect(stands(choice, now)).toBe(expected);
  });

  test("not after midnight", () => {
    const late = new Date(2026, 10, 24, 23, 55).getTime();
    const stillDay = { user: maya, active: late, day: new Date(late).toDateString() };
    expect(stands(stillDay, late + 60_000)).toBe(true);
    expect(stands(stillDay, late + 6 * 60_000)).toBe(false);
  });
});
