import { describe, expect, test } from "vitest";
import { isAnother, wrongIn } from "#domain/registers/requests/checks";
import { edgesOf } from "#domain/registers/requests/edges";
import { type Step, type StepKind, stepKinds, type Taken } from "#domain/registers/requests/facts";
import { factsOf } from "#domain/registers/requests/fold";
import { gateWords, openGates } from "#domain/registers/requests/gates";
import { type RequestKind, requestKinds } from "#domain/registers/requests/kinds";
import {
  openStates,
  type RequestState,
  requestStates,
  stateOf,
  statesFor,
} from "#domain/registers/requests/machine";

const today = "2026-11-30";
const nowMs = Date.parse("2026-11-30T12:00:00.000Z");
const taken: Taken = {
  kind: "access",
  requester: "patient",
  age: "adult",
  nation: "england",
  receivedOn: "2026-11-02",
  receivedAt: "2026-11-02T10:00:00.000Z",
  doubt: true,
  recordRef: "100",
};
const day = "2026-11-20";
/** Who makes every entry, and is asked for the opinion. */
const asked = "b".repeat(15);
const looked = {
  system: "found",
  imaging: "nothing",
  paper: "nothing",
  mailbox: "nothing",
  cctv: "nothing",
  phone: "nothing",
  log: "found",
};

/** What may be said in each entry: every answer that leads on in another way. */
const sayings: Readonly<Record<StepKind, readonly Record<string, string>[]>> = {
  record: [{ recordRef: "101" }, { recordRef: "102", another: "yes" }],
  assign: [{ to: "a".repeat(15) }],
  identityAsked: [{ day: "2026-11-28" }],
  identity: [
    { how: "questions", first: "visit", second: "who", right: "yes", day },
    { how: "paper", right: "no", day },
  ],
  authority: [{ paper: "Seen.", until: "", understands: "competent", agrees: "yes" }],
  which: [{ day, asked: "Which one?" }],
  whichAnswered: [{ day }],
  search: [{ ...looked, papers: "2", seen: "0" }],
  opinionAsked: [{ of: asked }],
  opinion: [
    { answer: "no", day, profession: "physiotherapist", number: "PH104417" },
    { answer: "cant", day, profession: "physiotherapist", number: "PH104417" },
  ],
  opinionNotNeeded: [{ why: "no-health" }],
  item: [
    { what: "page 14", fate: "held", ground: "privilege" },
    { what: "page 15", fate: "held", ground: "privilege" },
  ],
  itemsDone: [{}],
  acknowledge: [{ day }],
  decide: [
    { outcome: "whole", ground: "done" },
    { outcome: "part", ground: "other" },
    { outcome: "refused", ground: "other" },
  ],
  progress: [{ note: "On it." }],
  recipients: [{ told: "Nobody had it." }],
  approve: [{}],
  lift: [{ reason: "It is ready." }],
  more: [{ day, time: "10:00", ground: "complex" }],
  fee: [{ day, pounds: "10", ground: "copies" }],
  feePaid: [{ day }],
  handOver: [{ day, how: "person", checked: "yes" }],
  tellLift: [{ day, how: "By phone." }],
  endRestriction: [{ reason: "Corrected." }],
  withdraw: [{ day, reason: "No longer wanted." }],
  back: ["identity", "authority", "search", "opinion", "items", "decide", "recipients", "approve"].map(
    (to) => ({ to }),
  ),
};

interface Walked {
  readonly edges: Set<string>;
  readonly states: Set<RequestState>;
}
const facts = (start: Taken, steps: readonly Step[]) => factsOf(start, steps, "h");

/** Walks every path by the real rules: one visit of each different standing, steps that change nothing are not repeated. */
function walk(start: Taken): Walked {
  const edges = new Set<string>();
  const states = new Set<RequestState>();
  const known = new Set<string>();
  const waiting: Step[][] = [[]];
  for (let steps = waiting.pop(); steps !== undefined; steps = waiting.pop()) {
    const here = facts(start, steps);
    const { tries, items, pauses, receivedAt: _, ...rest } = here;
    const key = JSON.stringify([rest, Math.min(tries, 1), items.length, pauses.length]);
    if (known.has(key) || items.length > 2 || pauses.length > 1) continue;
    known.add(key);
    const state = stateOf(here, today);
    states.add(state);
    for (const kind of stepKinds) {
      if (!statesFor(kind).includes(state)) continue;
      for (const data of sayings[kind]) {
        if (wrongIn(kind, { facts: here, data, today, legalForm: "body", by: asked })) continue;
        if (kind === "handOver" && openGates(here, today, nowMs).length > 0) continue;
        const after = [...steps, { kind, data, at: "2026-11-20T10:00:00.000Z", by: "u" }];
        edges.add(`${state} ${kind} ${stateOf(facts(start, after), today)}`);
        if (!["progress", "assign", "record", "more", "lift", "back"].includes(kind)) waiting.push(after);
      }
    }
  }
  return { edges, states };
}

const starts = (kind: RequestKind): Taken[] =>
  kind === "access-dead"
    ? [{ ...taken, kind, requester: "claimant" }]
    : [
        { ...taken, kind },
        { ...taken, kind, requester: "representative" },
      ];

describe("the machine", () => {
  const walked = requestKinds.map((kind) => {
    const both = starts(kind).map(walk);
    return {
      kind,
      edges: new Set(both.flatMap(({ edges }) => [...edges])),
      states: new Set(both.flatMap(({ states }) => [...states])),
    };
  });

  test.each(requestKinds.map((kind) => [kind]))("%s: walks every way of its table, and no other", (kind) => {
    const table = new Set(edgesOf(kind).map(({ from, by, to }) => `${from} ${by} ${to}`));
    const { edges } = walked.find((one) => one.kind === kind) ?? { edges: new Set<string>() };
    expect([...edges].filter((edge) => !table.has(edge)).sort()).toEqual([]);
    expect([...table].filter((edge) => !edges.has(edge)).sort()).toEqual([]);
  });

  test("every state is reached, every entry is made somewhere; their numbers are printed", () => {
    const reached = new Set(walked.flatMap(({ states }) => [...states]));
    expect(requestStates.filter((state) => !reached.has(state))).toEqual([]);
    const edges = walked.reduce((sum, one) => sum + one.edges.size, 0);
    const different = new Set(walked.flatMap((one) => [...one.edges]));
    const used = new Set([...different].map((edge) => edge.split(" ")[1]));
    expect(stepKinds.filter((kind) => !used.has(kind))).toEqual([]);
    console.info(
      `requests: ${requestStates.length} states, ${openStates.length} open; ${different.size} edges, ${edges} over ${requestKinds.length} kinds`,
    );
  });
});

describe("gates", () => {
  const step = (kind: StepKind, data: Record<string, string>): Step => ({
    kind,
    data,
    at: "2026-11-20T10:00:00.000Z",
    by: "u",
  });
  const done = [
    step("identity", { how: "paper", right: "yes", day }),
    step("search", { ...looked, papers: "2", seen: "0" }),
    step("opinion", { answer: "no", day }),
    step("itemsDone", {}),
    step("approve", {}),
  ];
  const gates = (steps: readonly Step[], more: Partial<Taken> = {}, on = today, at = nowMs) =>
    openGates(facts({ ...taken, ...more }, steps), on, at);

  test("each step that is left out leaves its gate open, and those closed leave none", () => {
    expect(gates(done)).toEqual([]);
    for (const [i, gate] of (["identity", "search", "opinion", "items", "approve"] as const).entries())
      expect(gates(done.filter((_, n) => n !== i))).toEqual([gate]);
    expect(gates(done, { recordRef: "" })).toEqual(["record"]);
  });
  test("an opinion counts for six months that end on the day relied on", () => {
    expect(gates(done, {}, "2027-05-19")).toEqual([]);
    expect(gates(done, {}, "2027-05-20")).toEqual(["opinion"]);
  });
  test("after one that grew old, what a new one may hold back is read and approved anew", () => {
    const late = "2027-05-21";
    const some = step("opinion", { answer: "some", day: late });
    const none = step("opinionNotNeeded", { why: "no-health" });
    for (const anew of [some, none]) expect(gates([...done, anew], {}, late)).toEqual(["items", "approve"]);
    const item = step("item", { what: "page 14", fate: "held", ground: "privilege" });
    const before = [...done.slice(0, 3), item, ...done.slice(3)];
    expect(facts(taken, before).items).toHaveLength(1);
    expect(facts(taken, [...before, some]).items).toEqual([]);
  });
  test("another record than the one that was known: it is searched, read and approved anew", () => {
    const known = { system: "cliniko:harbour.uk2", recordRef: "100" };
    expect(isAnother({ system: "", recordRef: "" }, known)).toBe(false);
    expect(isAnother(known, known)).toBe(false);
    expect(isAnother(known, { ...known, recordRef: "101" })).toBe(true);
    expect(isAnother(known, { ...known, system: "cliniko:other.uk2" })).toBe(true);
    expect(gates([...done, step("record", known)])).toEqual([]);
    const another = [...done, step("record", { ...known, another: "yes" })];
    expect(gates(another)).toEqual(["search", "opinion", "items", "approve"]);
    // The identity stands, and what is done anew closes the gates again.
    expect(gates([...another, ...done.slice(1)])).toEqual([]);
  });
  test("an authority that runs out in mid-request opens its gate again", () => {
    const authority = step("authority", { paper: "Seen.", until: "2026-12-05" });
    const more = { requester: "representative" } as const;
    expect(gates([...done, authority], more, "2026-12-05")).toEqual([]);
    expect(gates([...done, authority], more, "2026-12-06")).toEqual(["authority"]);
    expect(stateOf(facts({ ...taken, ...more }, [...done, authority]), "2026-12-06")).toBe("authority");
  });
  test("48 hours: a floor from when it came, lifted with a word that says by whom", () => {
    const at = Date.parse("2026-11-04T09:59:59.000Z");
    expect(gates(done, {}, "2026-11-25", at)).toEqual(["hours"]);
    expect(gates(done, {}, "2026-11-25", at + 1_000)).toEqual([]);
    const lifted = [...done, step("lift", { reason: "Ready." })];
    expect(gates(lifted, {}, "2026-11-25", at)).toEqual([]);
    expect(facts(taken, lifted).lifted?.by).toBe("u");
  });
  test("a fee that is not paid, and a question that waits, keep it back", () => {
    expect(gates([...done, step("fee", { day, pounds: "10" })])).toEqual(["fee"]);
    expect(gates([...done, step("fee", { day }), step("feePaid", { day })])).toEqual([]);
    expect(gates([...done, step("which", { day })])).toEqual(["which"]);
  });
  test("a question asked anew closes nothing behind it", () => {
    expect(gates([...done, step("back", { to: "search" })])).toEqual([
      "search",
      "opinion",
      "items",
      "approve",
    ]);
    for (const gate of gates([...done, step("back", { to: "search" })])) expect(gateWords[gate]).not.toBe("");
  });
});
