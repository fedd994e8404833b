import { describe, expect, test } from "vitest";
import { actionItems, type ReviewedAction } from "#domain/registers/actions/for-review";
import { type BlindFacts, blindItems } from "#domain/registers/clinic/for-review";
import {
  erasureItems,
  mailItems,
  type ReviewedErasure,
  type ReviewedSender,
} from "#domain/registers/events/for-review";
import { incidentItems, type ReviewedIncident } from "#domain/registers/incidents/for-review";
import { type AccessRights, accessItems } from "#domain/registers/people/for-review";
import { possibleDecisions, topicsOf } from "#domain/registers/reviews/agenda";
import { itemsOf } from "#domain/registers/reviews/fill";
import { factsLine, whyNotDecide } from "#domain/registers/reviews/item";
import { type ReviewedTraining, trainingItems } from "#domain/registers/training/for-review";

const hour = 3_600_000;
const asOfMs = Date.parse("2026-11-24T08:15:00.000Z");
const sinceMs = asOfMs - 7 * 24 * hour;

interface Facts extends BlindFacts {
  readonly actions: readonly ReviewedAction[];
  readonly incidents: readonly ReviewedIncident[];
  readonly senders: readonly ReviewedSender[];
  readonly access: AccessRights;
  readonly erasures: readonly ReviewedErasure[];
  readonly trained: readonly ReviewedTraining[];
}
const guard = { falseAlarms: 0, late: 0, weeks: [], repeated: [] };

const nothing: Facts = {
  actions: [],
  incidents: [],
  senders: [],
  blind: [],
  unattributed: 0,
  doubtful: 0,
  access: { joined: 0, left: 0, changed: 0, auditors: 0, withoutCode: 0 },
  erasures: [],
  trained: [],
};
const incident: ReviewedIncident = {
  id: "i".repeat(15),
  number: 14,
  title: "A letter to an old address",
  text: "A letter went to a surgery's old address.",
  state: "near-miss",
  verdict: "near-miss",
  told: false,
  openedMs: asOfMs - 24 * hour,
  startMs: asOfMs - 24 * hour,
  decidedMs: asOfMs - 19 * hour,
  icoToldMs: undefined,
  asOfMs,
  dueMs: undefined,
  types: ["confidentiality"],
  severity: "risk",
  ruling: "",
  ruledMs: undefined,
  tellsRegulator: false,
  letters: { done: 0, of: 0 },
  resets: { done: 0, of: 0 },
  peopleCount: 1,
  containedHow: "",
  cause: "wrong-address",
  holder: "",
  concerned: ["sam"],
};
function fill(more: Partial<Facts>) {
  const facts = { ...nothing, ...more };
  return itemsOf(topicsOf("2026-11-23", {}), [
    ...accessItems(facts.access),
    ...blindItems(facts),
    ...mailItems({ ...guard, senders: facts.senders }),
    ...trainingItems(facts.trained, null, 30),
    ...erasureItems(facts.erasures),
    ...incidentItems(facts.incidents, sinceMs),
    ...actionItems(facts.actions, "2026-11-24"),
  ]);
}
const keysOf = (more: Partial<Facts>) =>
  fill(more)
    .filter(({ quiet }) => !quiet)
    .map(({ key }) => key);

test("a week without anything is one quiet line for each topic", () => {
  const items = fill({});
  expect(items.every(({ quiet, subject }) => quiet && subject === "")).toBe(true);
  expect(items.map(({ key }) => key)).toEqual([
    "last-actions",
    "incidents",
    "open-breaches",
    "mail",
    "told",
    "alone",
    "blind",
    "erased",
    "requests",
    "disclosures",
    "projects",
    "releases",
    "consent",
    "objections",
    "training",
    "cctv",
    "holds",
    "policy",
    "retention",
    "access-rights",
    "audits",
    "suppliers",
  ]);
});

describe("incidents", () => {
  test("what nobody has decided comes first", () => {
    const undecided = {
      ...incident,
      id: "u".repeat(15),
      number: 15,
      state: "reported",
      decidedMs: undefined,
    } as const;
    const subjects = fill({ incidents: [incident, undecided] }).filter(({ key }) => key === "incidents");
    expect(subjects.map(({ subject }) => subject)).toEqual([undecided.id, incident.id]);
  });

  test("each is asked once: new, told, or still open", () => {
    expect(keysOf({ incidents: [incident] })).toEqual(["incidents"]);
    expect(keysOf({ incidents: [{ ...incident, told: true }] })).toEqual(["told"]);
    expect(keysOf({ incidents: [{ ...incident, state: "breach" }] })).toEqual(["incidents"]);
    expect(keysOf({ incidents: [{ ...incident, state: "breach", openedMs: sinceMs }] })).toEqual([
      "open-breaches",
    ]);
    expect(keysOf({ incidents: [{ ...incident, state: "closed", openedMs: sinceMs }] })).toEqual([]);
  });

  test("big figures: people, hours to decide, hours to the ICO", () => {
    const [item] = fill({ incidents: [incident] }).filter(({ quiet }) => !quiet);
    expect(item?.facts.figures).toEqual([
      { name: "People affected", value: "1" },
      { name: "Kind", value: "confidentiality" },
      { name: "Severity", value: "risk" },
      { name: "Clock", value: "\u2013" },
      { name: "To decide", value: "5 h" },
      { name: "Regulator told after", value: "\u2013" },
    ]);
    const [unknown] = fill({ incidents: [{ ...incident, peopleCount: -1 }] }).filter(({ quiet }) => !quiet);
    expect(unknown?.facts.figures[0]?.value).toBe("not known");
  });

  test("an open one says what is left, with its clock; what was decided since is to be ratified", () => {
    const breach: ReviewedIncident = {
      ...incident,
      state: "breach",
      verdict: "breach",
      dueMs: asOfMs + 29 * hour,
      ruling: "The regulator is told, the people are told: It may harm them.",
      ruledMs: asOfMs - hour,
      tellsRegulator: true,
      letters: { done: 2, of: 3 },
      resets: { done: 1, of: 4 },
    };
    const [item] = fill({ incidents: [breach] }).filter(({ quiet }) => !quiet);
    expect(item?.open).toBe(
      "The regulator is to be told; 1 letter is left; 3 resets are left; what the controller decided is to be ratified",
    );
    expect(item?.facts.figures).toEqual(
      expect.arrayContaining([
        { name: "Clock", value: "29 h left" },
        { name: "Letters sent", value: "2 of 3" },
        { name: "Resets confirmed", value: "1 of 4" },
      ]),
    );
    expect(item?.facts.lines).toContainEqual({ name: "To ratify", words: breach.ruling });
    const settled = {
      ...breach,
      openedMs: sinceMs,
      ruledMs: sinceMs,
      icoToldMs: asOfMs,
      dueMs: undefined,
      letters: { done: 3, of: 3 },
      resets: { done: 0, of: 0 },
    };
    const [quietly] = fill({ incidents: [settled] }).filter(({ quiet }) => !quiet);
    expect(quietly).toMatchObject({ key: "open-breaches", open: "" });
    expect(possibleDecisions(quietly?.open ?? "")).toContain("note");
    expect(possibleDecisions(item?.open ?? "")).toEqual(["decide", "refer", "defer", "action", "leave"]);
    const [undecided] = fill({ incidents: [{ ...incident, state: "reported" }] }).filter(
      ({ quiet }) => !quiet,
    );
    expect(undecided?.open).toBe("Nobody has decided yet whether it is a breach");
  });

  test.each([
    ["breach", 72, "told in time"],
    ["breach", 73, "told late"],
    ["", 73, "told late"],
    ["near-miss", 73, "told, not owed"],
    ["neither", 1, "told, not owed"],
  ] as const)("found to be %j and told after %i hours: %s", (verdict, after, words) => {
    const startMs = asOfMs - 80 * hour;
    const told = { ...incident, verdict, startMs, icoToldMs: startMs + after * hour };
    const [item] = fill({ incidents: [told] }).filter(({ quiet }) => !quiet);
    expect(item?.facts.figures).toContainEqual({ name: "Clock", value: words });
  });

  test("concern whoever sent it, who then does not decide", () => {
    const [item] = fill({ incidents: [incident] }).filter(({ quiet }) => !quiet);
    expect(whyNotDecide("sam", item?.concerned ?? [])).toBeDefined();
    expect(whyNotDecide("ingrid", item?.concerned ?? [])).toBeUndefined();
  });
});

test("mail: eight weeks stand before those who sent anyway, with what was false and what arrived late", () => {
  const weeks = [{ monday: "2026-11-23", held: 4, sentAnyway: 1, falseAlarms: 2 }];
  const [item] = mailItems({ senders: [], falseAlarms: 2, late: 1, weeks, repeated: ["sam"] });
  expect(item).toMatchObject({ subject: "weeks", quiet: false, concerned: [] });
  expect(item?.facts).toMatchObject({
    figures: expect.arrayContaining([
      { name: "False alarms", value: "2" },
      { name: "Arrived late", value: "1" },
    ]),
    lines: [{ name: "Week of 23 Nov 2026", words: "4 held, 1 sent anyway, 2 false" }],
    people: [{ as: "More than once", user: "sam" }],
  });
  expect(mailItems({ ...guard, senders: [] })).toEqual([]);
});

test("training: who is in date, whose ends, and who came; quiet where all is in order", () => {
  const person = { user: "sam", state: "valid", onLeave: false, endsSoon: false, isNew: false } as const;
  expect(trainingItems([person], null, 30)).toMatchObject([{ quiet: true }]);
  const [item] = trainingItems(
    [
      person,
      { ...person, user: "tom", state: "late", isNew: true },
      { ...person, user: "eve", state: "ending", endsSoon: true },
      { ...person, user: "una", state: "leave", onLeave: true },
      { ...person, user: "vic", state: "grace" },
    ],
    { percent: 95, source: "The clinic’s policy" },
    30,
  );
  expect(item?.facts.figures.map(({ value }) => value)).toEqual([
    "2 of 4, one of them on leave",
    "50 %",
    "95 %",
    "1",
    "1",
    "1",
  ]);
  expect(item?.facts.people).toEqual([
    { as: "Not in date", user: "tom" },
    { as: "Ends soon", user: "eve" },
  ]);
  expect(item).toMatchObject({ quiet: false, key: "training" });
});

test("mail: one item a person who sent anyway; what was only held is a figure", () => {
  const held = { user: "sam", held: 3, sentAnyway: 0, reasons: [] };
  const quiet = fill({ senders: [held] }).find(({ key }) => key === "mail");
  expect(quiet).toMatchObject({ quiet: true, facts: { figures: [{ value: "3" }, {}, {}, {}] } });
  const [item] = fill({
    senders: [
      { ...held, sentAnyway: 2, reasons: ["needed-now"] },
      { ...held, user: "tom" },
    ],
  }).filter(({ quiet, subject }) => !quiet && subject !== "weeks");
  expect(item).toMatchObject({ key: "mail", subject: "sam", concerned: ["sam"] });
  expect(item?.title).not.toContain("sam");
  expect(factsLine(item?.facts ?? { figures: [], lines: [], people: [] })).toBe(
    "Sent anyway: 2; Held: 3; Reasons: needed now",
  );
});

test("an action is asked until it is verified, and names its owner apart", () => {
  const action = {
    id: "a",
    text: "Clear it.",
    owner: "tom",
    due: "2026-11-20",
    doneAt: "",
    doneBy: "",
    verifiedAt: "",
    cancelledAt: "",
  };
  const [item] = fill({ actions: [action] });
  expect(item).toMatchObject({ key: "last-actions", title: "Clear it.", concerned: [], quiet: false });
  expect(item?.facts.figures[0]?.value).toBe("overdue");
  expect(factsLine(item?.facts ?? { figures: [], lines: [], people: [] })).not.toContain("tom");
});

test("a line of facts never breaks a character in two, nor grows without end", () => {
  const words = "\u{1F9B7}".repeat(1_000);
  const line = factsLine({
    figures: [],
    lines: [
      { name: "N", words },
      { name: "M", words },
    ],
    people: [],
  });
  expect(line.length).toBeLessThanOrEqual(2_000);
  expect(line.isWellFormed()).toBe(true);
});

test("doubtful entries are counted apart, with why", () => {
  expect(keysOf({ doubtful: 12 })).toEqual(["blind"]);
  const [blind] = fill({ doubtful: 12 }).filter(({ key }) => key === "blind");
  expect(blind?.facts.figures).toContainEqual({ name: "Views without a person", value: "0" });
  expect(blind?.facts.figures).toContainEqual({ name: "Doubtful entries", value: "12" });
  expect(blind?.facts.lines).toMatchObject([
    { name: "Doubtful", words: expect.stringContaining("ordinary clicks") },
  ]);
  expect(fill({ unattributed: 1 }).find(({ key }) => key === "blind")?.facts.lines).toEqual([]);
});

test("what one person erased has to be noted by another; what two did is listed", () => {
  const erasure = { id: "e1", ground: "A private device", alone: "", askedBy: "priya", decidedBy: "noor" };
  const items = fill({
    erasures: [erasure, { ...erasure, id: "e2", alone: "Nobody else", decidedBy: "priya" }],
  });
  expect(
    items
      .filter(({ key }) => key === "erased")
      .map(({ subject, quiet, concerned }) => [subject, quiet, concerned]),
  ).toEqual([
    ["e1", true, []],
    ["e2", false, ["priya"]],
  ]);
});
