import { describe, expect, it, vi } from "vitest";
import { folderOf } from "#domain/registers/incidents/pack";
import type { BreachRegister } from "#domain/registers/incidents/register-row";
import { trainingCsv } from "#domain/registers/training/pack";
import type { Role } from "#domain/roles";
import { otherRow } from "#domain/work/desk";
import type { Clinic } from "#lib/api/clinic.ts";
import type { DeskRow } from "#lib/api/desk.ts";
import type { Today } from "#lib/api/today.ts";
import {
  addressOf,
  barName,
  deskQuery,
  deskSentence,
  holderWords,
  lastDayOf,
  partOf,
  titleOf,
} from "#lib/desk/desk-words.ts";
import { periodOf } from "#lib/desk/period.ts";
import { PackFiles } from "#lib/export/pack-files.ts";
import { withoutNames } from "#lib/registers/incidents/without-names.ts";
import { session } from "#lib/state/session.svelte.ts";
import { needsMe } from "#lib/today/needs-me.ts";
import { runningRows } from "#lib/today/running-rows.ts";
import { todaySentence } from "#lib/today/today-sentence.ts";
import { waitingRows } from "#lib/today/waiting-rows.ts";
import { emptyLine } from "../../fixtures/export/other-papers.ts";

const now = Date.parse("2026-11-24T09:00:00.000Z");
const row = (more: Partial<DeskRow>): DeskRow => ({
  key: "a",
  kind: "people",
  breach: "breach000000001",
  number: 3,
  title: "A letter",
  text: "",
  from: "",
  due: "",
  holders: [],
  mine: false,
  left: 1,
  unanswered: false,
  ...more,
});

describe("the desk in words", () => {
  it.each([
    [{ kind: "provisional", unanswered: true }, "Nobody answered for 72 hours: decide now"],
    [{ kind: "ico" }, "Breach: tell the ICO or say why not"],
    [{ kind: "people" }, "Tell 1 person"],
    [{ kind: "accounts", left: 2 }, "Finish 2 accounts on the worklist"],
    [{ kind: "verify", text: "Lock it." }, "Verify: Lock it."],
    [{ kind: "missed", text: "2026-11-16" }, "Say why the week of Mon 16 Nov was not held"],
  ] as const)("%j", (more, words) => expect(titleOf(row(more), now)).toBe(words));

  it("says how it stands", () => {
    const counts = { clocks: 2, people: 1, actions: 0, reviews: 1, others: 0 };
    expect(deskSentence({ counts, over: 0 })).toBe("Four things run or are owed; none is over its end.");
    expect(deskSentence({ counts, over: 1 })).toBe("Four things run or are owed; one is over its end.");
    expect(deskSentence({ counts, over: 2 })).toBe("Four things run or are owed; two are over their end.");
    const none = { clocks: 0, people: 0, actions: 0, reviews: 0, others: 0 };
    expect(deskSentence({ counts: none, over: 0 })).toBe("Nothing runs and nothing is owed.");
  });

  it("is said on the first screen and in the bar in the same words", () => {
    const owed = (over: number) => ({ rows: [], all: 4, over, clocks: 0, unanswered: 0, myActions: 0 });
    expect(todaySentence(4, { blind: [], owed: owed(0) })).toBe("Four things need you today.");
    expect(todaySentence(0, { blind: null, owed: owed(2) })).toBe(
      "Nothing needs you today. Two are over their end.",
    );
    const review = row({ kind: "review", breach: "", number: 0, text: "2026-11-23" });
    expect([barName(review, now), barName(row({}), now)]).toEqual([
      "Hold and sign this week’s review",
      "INC-3",
    ]);
  });

  it("shows on the first screen all that is over, a few more, and says how many are left", () => {
    const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString();
    const rows = Array.from({ length: 14 }, (_, i) =>
      row({
        key: `${i}`,
        due: at(i - 10),
        mine: i === 0,
        ...(i === 0 && { action: { id: "a", version: 1 } }),
      }),
    );
    const running = runningRows({ rows, all: 20, myActions: 1 }, now);
    // Ten are over beside the reader's own action, which stands with its button.
    expect(running.rows.map(({ key }) => key)).toEqual(rows.slice(1, 11).map(({ key }) => key));
    expect(running.more).toBe(9);
    expect(runningRows({ rows: rows.slice(10), all: 4, myActions: 0 }, now)).toMatchObject({ more: 0 });
  });

  it("counts what needs somebody once for the rail and for the first screen", () => {
    const clinic = { nation: "england", careRegulator: "", legalForm: "body", nhsWork: "no" } as Clinic;
    const today = {
      waiting: [{ what: "read-notice", count: 1 }],
      clock: null,
      erasures: [{ mine: true }, { mine: false }],
      owed: { rows: [], all: 9, over: 0, clocks: 0, unanswered: 0, myActions: 2 },
      decideToday: [{ id: "a" }],
    } as unknown as Today;
    const is = vi.spyOn(session, "is");
    const asRole = (role: Role) => {
      is.mockImplementation((...some: readonly Role[]) => some.includes(role));
      return [needsMe(today, clinic), waitingRows(today, clinic).map(({ what }) => what)];
    };
    expect(asRole("staff")).toEqual([5, ["read-notice"]]);
    // The lead answers for the clinic's four questions and its disk as well.
    expect(asRole("dpo")).toEqual([7, ["law", "read-notice", "disk"]]);
    is.mockRestore();
  });

  it("leads to the case, or to the review; its part stands in the address", () => {
    expect(addressOf(row({}))).toBe("/incidents/breach000000001");
    expect(addressOf(row({ breach: "" }))).toBe("/review");
    const key = row(otherRow({ key: "keys:a", text: "Take the key back", page: "/keys", due: "", with: [] }));
    expect([titleOf(key, now), addressOf(key)]).toEqual(["Take the key back", "/keys"]);
    expect(deskQuery(partOf("actions"), "2026~a")).toBe("?part=actions&before=2026%7Ea");
    expect([partOf("mine"), partOf(null), deskQuery("")]).toEqual(["", "", ""]);
    const dueOnFriday = row({ kind: "action", due: "2026-11-28T00:00:00.000Z" });
    expect([lastDayOf(dueOnFriday), lastDayOf(row({ kind: "ico", due: dueOnFriday.due }))]).toEqual([
      "2026-11-27T23:59:59.999Z",
      "",
    ]);
    expect(holderWords(row({}))).toBe("nobody");
    expect(holderWords(row({ holders: ["Tom"] }))).toBe("");
  });
});

it.each([
  ["this-year", "2026-11-24", "2026-01-01", "2026-11-24"],
  ["last-year", "2026-11-24", "2025-01-01", "2025-12-31"],
  ["twelve-months", "2026-11-24", "2025-11-25", "2026-11-24"],
  ["twelve-months", "2028-02-29", "2027-03-01", "2028-02-29"],
] as const)("%s as of %s", (name, today, from, to) => expect(periodOf(name, today)).toEqual({ from, to }));

describe("what goes into a pack", () => {
  it("is bounded, and what does not fit is told", () => {
    const pack = new PackFiles();
    const half = new Uint8Array(pack.room / 2 + 1);
    pack.add("a", half);
    pack.add("b", half);
    pack.add("c", "small");
    expect(Object.keys(pack.files)).toEqual(["a", "c"]);
    expect(pack.leftOut).toEqual([{ what: "b", why: "with it the pack would be larger than 200 MB" }]);
  });

  it("is screened once more, whatever was once let through", () => {
    const line = {
      ...emptyLine,
      number: 3,
      title: "A letter",
      facts: "NHS number 943 476 5919 went out.",
      advice: { ...emptyLine.advice, reason: "Call 943 476 5919." },
    };
    const register = {
      v: 2,
      clinic: "C",
      timeZone: "UTC",
      asOf: "",
      rows: [line],
    } as unknown as BreachRegister;
    const { register: clean, named } = withoutNames(register);
    expect(JSON.stringify(clean)).not.toContain("5919");
    expect(clean.rows[0]?.title).toBe("A letter");
    expect(named).toEqual([
      "INC-3 in the register, its facts",
      "INC-3 in the register, its reason of the advice",
    ]);
  });

  it("keeps confidential ones apart, and says of each training whether it counts", () => {
    expect([folderOf(14), folderOf(-4821)]).toEqual(["incidents/INC-14", "incidents/confidential-4821"]);
    const entry = (id: string, completedOn: string, corrects = "") => ({
      id,
      person: "Tom",
      course: "Data protection training",
      what: "",
      completedOn,
      evidence: "stated" as const,
      score: 0,
      outOf: 0,
      assessor: "",
      browser: "",
      undone: id === "d" ? 1 : 0,
      enteredBy: "Priya",
      enteredAt: "2026-11-24T09:00:00.000Z",
      corrects,
      reason: corrects ? "Wrong day." : "",
    });
    const training = [
      entry("a", "2024-11-20"),
      entry("b", "2024-11-19", "a"),
      entry("c", "", "x"),
      entry("d", "2026-01-01"),
    ];
    const states = trainingCsv(training)
      .split("\r\n")
      .slice(1, 5)
      .map((line) => line.split(",")[4]);
    expect(states).toEqual(["corrected by a later entry", "counts", "taken back", "its import was undone"]);
  });
});
