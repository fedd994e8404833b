import { describe, expect, test } from "vitest";
import {
  type CaseFacts,
  type CaseNeed,
  isPassedOver,
  keeperOf,
  mayRead,
  whyNotInCase,
} from "#domain/registers/incidents/may-act-on";
import type { Role } from "#domain/roles";

const roles: Record<string, Role> = {
  priya: "dpo",
  second: "dpo",
  ingrid: "manager",
  noor: "manager",
  tom: "staff",
  duty: "staff",
  ruth: "auditor",
  reviewer: "auditor",
};
const actor = (id: string) => ({ id, role: roles[id] ?? "staff" });
const ordinary: CaseFacts = {
  confidential: false,
  opened: false,
  about: "",
  senders: ["tom"],
  conflicted: [],
  granted: [],
  holder: "duty",
  deputy: "noor",
  lead: "priya",
  deputyLead: "noor",
  keeper: "",
  controller: "ingrid",
  advisedBy: "",
  alone: "",
  deciders: ["priya", "second", "ingrid", "noor"],
};
const readers = (facts: CaseFacts) => Object.keys(roles).filter((id) => mayRead(actor(id), facts));
const may = (need: CaseNeed, facts: CaseFacts) =>
  Object.keys(roles).filter((id) => whyNotInCase(actor(id), need, facts) === undefined);

describe("who reads", () => {
  test.each<[string, Partial<CaseFacts>, string[]]>([
    ["an ordinary one", {}, ["priya", "second", "ingrid", "noor", "duty", "ruth", "reviewer"]],
    ["one about a manager", { about: "ingrid" }, ["priya", "second", "noor", "duty", "ruth", "reviewer"]],
    ["a confidential one", { confidential: true, about: "ingrid" }, ["priya"]],
    ["a confidential one about nobody named", { confidential: true }, ["priya"]],
    ["a confidential one about the lead", { confidential: true, about: "priya" }, ["noor"]],
    ["about the lead, without a deputy", { confidential: true, about: "priya", deputyLead: "" }, []],
    [
      "about the lead, who named another deputy since",
      { confidential: true, about: "priya", deputyLead: "ingrid", keeper: "noor" },
      ["noor"],
    ],
    [
      "about the lead, who passed that on since",
      { confidential: true, about: "priya", lead: "second", keeper: "noor" },
      ["noor"],
    ],
    ["about the deputy", { confidential: true, about: "noor" }, ["priya"]],
    [
      "opened to a reviewer",
      { confidential: true, about: "ingrid", granted: ["reviewer"] },
      ["priya", "reviewer"],
    ],
    [
      "opened by mistake to whom it is about",
      { confidential: true, about: "ingrid", granted: ["ingrid"] },
      ["priya"],
    ],
  ])("%s", (_, more, expected) => expect(readers({ ...ordinary, ...more })).toEqual(expected));
});

describe("who does what in an ordinary case", () => {
  test.each<[CaseNeed, string[]]>([
    ["note", ["priya", "second", "ingrid", "noor", "duty"]],
    ["work", ["priya", "second", "ingrid", "noor", "duty"]],
    ["triage", ["priya", "second", "ingrid", "noor", "duty"]],
    ["advise", ["priya", "second"]],
    ["decide", ["ingrid"]],
    ["notify", ["priya", "second", "ingrid", "noor"]],
    ["keep", ["priya", "second"]],
    ["alone", []],
  ])("%s", (act, expected) => expect(may(act, ordinary)).toEqual(expected));
});

test("whoever sent it, has a conflict or is meant decides nothing", () => {
  const facts = { ...ordinary, senders: ["noor"], conflicted: ["priya"] };
  expect(may("triage", facts)).toEqual(["second", "ingrid", "duty"]);
  expect(may("advise", facts)).toEqual(["second"]);
  expect(isPassedOver("noor", facts)).toBe(true);
  // A fact may be recorded by anybody (Art 33(4)).
  expect(may("notify", facts)).toContain("noor");
});

test("where the controller is passed over or nobody, another decides than the adviser, if there is one", () => {
  const passed = { ...ordinary, senders: ["ingrid"], advisedBy: "priya" };
  expect(may("decide", passed)).toEqual(["second", "noor"]);
  expect(may("decide", { ...passed, deciders: ["priya", "ingrid"] })).toContain("priya");
  expect(may("decide", { ...ordinary, controller: "" })).toEqual(["priya", "second", "ingrid", "noor"]);
});

test("a confidential case is decided by those let in", () => {
  const facts = { ...ordinary, confidential: true, about: "ingrid", holder: "priya", deputy: "" };
  expect(may("decide", facts)).toEqual(["priya"]);
  const open = { ...facts, conflicted: ["priya"], granted: ["reviewer"] };
  expect(may("triage", open)).toEqual(["reviewer"]);
  expect(may("advise", open)).toEqual(["reviewer"]);
  expect(may("decide", { ...open, advisedBy: "reviewer" })).toEqual(["reviewer"]);
  // Who has a conflict still says who else looks at it.
  expect(may("keep", open)).toEqual(["priya"]);
});

test("the keeper", () => {
  expect(keeperOf({ about: "", lead: "", deputyLead: "", keeper: "" })).toBe("");
  const about = { about: "priya", lead: "priya", deputyLead: "noor", keeper: "" };
  expect(keeperOf(about)).toBe("noor");
  expect(keeperOf({ ...about, deputyLead: "ingrid", keeper: "noor" })).toBe("noor");
});

describe("whom it concerns goes on where nobody else is there", () => {
  const concerned = { ...ordinary, senders: ["priya"], conflicted: ["ingrid"], holder: "", deputy: "" };
  const nobody = { ...concerned, deciders: ["priya", "ingrid"] };

  test("says why first, and then decides all but what somebody else can", () => {
    expect(may("alone", concerned)).toEqual([]);
    expect(may("alone", nobody)).toEqual(["priya", "ingrid"]);
    expect(may("decide", nobody)).not.toContain("priya");
    const said = { ...nobody, alone: "priya" };
    for (const need of ["triage", "work", "advise", "decide"] as const) {
      expect(whyNotInCase(actor("priya"), need, said), need).toBeUndefined();
      expect(whyNotInCase(actor("ingrid"), need, said), need).toBeDefined();
    }
    expect(may("alone", said)).toEqual(["ingrid"]);
  });

  test("no longer, once somebody else is there: a colleague, or whoever was let in", () => {
    const said = { ...nobody, alone: "priya" };
    for (const more of [{ deciders: ["priya", "ingrid", "noor"] }, { granted: ["reviewer"] }]) {
      expect(whyNotInCase(actor("priya"), "decide", { ...said, ...more })).toBeDefined();
      expect(may("alone", { ...said, ...more })).toEqual([]);
    }
    // Staff on duty answer the clock, and decide nothing else.
    const duty = { ...said, holder: "duty" };
    expect(whyNotInCase(actor("priya"), "triage", duty)).toBeDefined();
    expect(whyNotInCase(actor("priya"), "decide", duty)).toBeUndefined();
  });

  test("in a confidential case whoever keeps it lets somebody else in, where there is somebody", () => {
    const secret = { ...ordinary, confidential: true, senders: ["priya"], holder: "priya", deputy: "" };
    expect(may("alone", secret)).toEqual([]);
    expect(may("alone", { ...secret, deciders: ["priya"] })).toEqual(["priya"]);
  });
});
