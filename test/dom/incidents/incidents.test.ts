import { describe, expect, it } from "vitest";
import { sameMinute } from "#domain/registers/incidents/clock";
import { Problem } from "#lib/api/problem.ts";
import { differences, inOneLine, refusedLine } from "#lib/components/changed/difference.ts";
import { fileSize } from "#lib/format/file-size.ts";
import { countFrom, countText } from "#lib/registers/incidents/dialogs/facts/count-typed.ts";
import { inParts, peopleTyped } from "#lib/registers/incidents/dialogs/tell/typed-people.ts";
import { beforeOf, filtersOf, noFilters, queryOf } from "#lib/registers/incidents/list/filters.ts";
import { incidentRow } from "#lib/registers/incidents/rows.ts";
import { brokenIn } from "#lib/registers/incidents/words/broken-versions.ts";
import { clockOf, goneOf, lightOf, markOf, runs, sentLate } from "#lib/registers/incidents/words/clock-of.ts";
import { namedInReport } from "#lib/registers/incidents/words/named-in-report.ts";
import { ofIncident } from "#lib/registers/incidents/words/of-incident.ts";
import { stagesOf } from "#lib/registers/incidents/words/stages.ts";
import { incidentWith, reportedRow } from "./case.ts";

const hour = 3_600_000;

describe("the clock of an incident", () => {
  it("ends 72 elapsed hours after awareness, whatever the clocks did", () => {
    const clock = clockOf(incidentWith({ state: "breach", awareAt: "2026-10-24T14:00:00.000Z" }));
    expect(clock && new Date(clock.due).toISOString()).toBe("2026-10-27T14:00:00.000Z");
    expect(clock?.kind).toBe("ico");
  });

  it("is provisional until somebody decided, and stops when the ICO is told or it is no breach", () => {
    expect(clockOf(incidentWith())?.kind).toBe("provisional");
    const stopped = clockOf(incidentWith({ state: "near-miss" }));
    expect(stopped && runs(stopped)).toBe(false);
    const sent = clockOf(
      incidentWith({
        state: "breach",
        awareAt: "2026-10-24T14:00:00.000Z",
        icoSentAt: "2026-10-27T14:00:00.000Z",
      }),
    );
    expect(sent && runs(sent)).toBe(false);
    expect(sent && sentLate(sent)).toBe(false);
  });

  it("marks on its ruler the minute of now, or of the telling; nothing once now is past its end", () => {
    const times = { state: "breach", triageVerdict: "breach", awareAt: "2026-10-24T14:00:00.000Z" } as const;
    const running = clockOf(incidentWith(times));
    const told = clockOf(incidentWith({ ...times, icoSentAt: "2026-10-25T08:00:00.000Z" }));
    if (!running || !told) throw new Error("no clock");
    const half = Date.parse("2026-10-26T02:00:00.000Z");
    expect(markOf(running, half, "ICO")).toEqual({ at: half, says: "now" });
    expect(markOf(running, running.due, "ICO")).toBeUndefined();
    expect(markOf({ ...running, ended: true }, half, "ICO")).toBeUndefined();
    expect(markOf(told, half, "ICO")).toEqual({
      at: Date.parse("2026-10-25T08:00:00.000Z"),
      says: "ICO told",
    });
    expect([goneOf(running, half), goneOf(told, told.sent ?? 0)]).toEqual([0.5, 0.25]);
  });

  it("is late from the first moment after the 72 hours", () => {
    const late = clockOf(
      incidentWith({
        state: "breach",
        awareAt: "2026-10-24T14:00:00.000Z",
        icoSentAt: "2026-10-27T14:00:00.001Z",
      }),
    );
    expect(late && sentLate(late)).toBe(true);
    const near = clockOf(
      incidentWith({
        state: "near-miss",
        triageVerdict: "near-miss",
        icoSentAt: "2026-10-28T08:00:00.000Z",
      }),
    );
    expect(near && sentLate(near)).toBe(false);
  });

  it.each([
    [71 * hour, "green"],
    [48 * hour, "green"],
    [48 * hour - 1, "amber"],
    [12 * hour, "amber"],
    [12 * hour - 1, "red"],
    [-hour, "red"],
  ] as const)("with %i ms left is %s", (left, light) => {
    expect(lightOf(left)).toBe(light);
  });
});

describe("stages", () => {
  it("need not come in order: the ICO can be told before anything else is known", () => {
    const stages = stagesOf(incidentWith({ icoSentAt: "2026-10-24T17:20:00.000Z" }), []);
    expect(stages.map(({ name, done }) => (done ? name : ""))).toEqual([
      "Reported",
      "",
      "",
      "",
      "ICO told",
      "",
      "",
    ]);
  });

  it("say how many people were told while some still wait", () => {
    const stages = stagesOf(incidentWith({ controllerPeople: "tell" }), [
      { toBeTold: true, toldAt: "2026-10-25T10:00:00.000Z" },
      { toBeTold: true, toldAt: "" },
      { toBeTold: false, toldAt: "" },
    ]);
    expect(stages[5]).toMatchObject({ done: false, says: "1 of 2" });
  });
});

describe("versions held against the log", () => {
  it("say what is not what was frozen, and nothing where all is whole", () => {
    const whole = { number: 1, snapshot: "whole", pdf: "whole", docx: null, readBy: null } as const;
    expect(brokenIn({ versions: [whole], missing: 0 })).toEqual([]);
    expect(
      brokenIn({
        versions: [
          { ...whole, pdf: "changed" },
          { number: 2, snapshot: "unproven", pdf: null, docx: null, readBy: null },
        ],
        missing: 1,
      }),
    ).toEqual([
      "The PDF of version 1 is not the one that was frozen.",
      "Version 2 is not in the log, so nothing proves it.",
      "A version is gone.",
    ]);
  });
});

describe("rows and forms", () => {
  it("reads PocketBase's instants as ISO 8601 and empty JSON as empty", () => {
    const row = incidentRow.parse(reportedRow);
    expect(row.openedAt).toBe("2026-10-24T14:05:00.000Z");
    expect([row.senders, row.answers]).toEqual([[], {}]);
  });

  it("names what somebody else changed meanwhile, and what it says now", () => {
    const current = {
      ...reportedRow,
      state: "breach",
      triageReason: "It went out.",
      awareAt: "2026-10-25 00:30:00.000Z",
      senders: ["user00000000003"],
      title: "",
      nhsImpact: 2,
      nhsLikelihood: 3,
      version: 2,
    };
    const says = "Ingrid Holm changed this meanwhile. Look at it as it is now, then try again.";
    const conflict = new Problem("changed-meanwhile", { current, says });
    const around = {
      zone: "Europe/London",
      now: Date.parse("2026-10-27T09:00:00.000Z"),
      nameOf: (id: string) => (id === "user00000000003" ? "Tom Reed" : "somebody"),
    };
    const now = ofIncident.read(conflict.current);
    expect(now && differences(ofIncident, incidentWith(), now, around)).toEqual([
      { name: "the state", from: "Reported, not decided yet", to: "Personal data breach" },
      { name: "the title", from: "“Something reached the wrong person”", to: "nothing" },
      { name: "when the clinic became aware", from: "nothing", to: "Sun 25 Oct, 01:30" },
      { name: "the reason of that decision", from: "nothing", to: "“It went out.”" },
      { name: "who sent or did it", from: "nobody", to: "Tom Reed" },
      { name: "the NHS grid, how likely", from: "nothing", to: "3" },
      { name: "the NHS grid, how grave", from: "nothing", to: "2" },
    ]);
    expect(refusedLine(ofIncident, incidentWith(), conflict, around)).toMatch(
      /^Ingrid Holm changed this .* Changed: the state: Reported, not decided yet, now Personal data breach; .*2\.$/,
    );
    const refused = new Problem("not-allowed");
    expect(refusedLine(ofIncident, incidentWith(), refused, around)).toBe(refused.message);
  });

  it("names each answer, notice and part of the letter that somebody else changed, in words", () => {
    const around = { zone: "Europe/London", now: Date.parse("2026-10-27T09:00:00.000Z"), nameOf: () => "" };
    const before = incidentWith({ answers: { risk: "likely" }, form: { what_happened: "A letter went." } });
    const now = incidentWith({
      answers: { risk: "unlikely" },
      form: { what_happened: "A letter went out.", how_occurred: "not-known-yet" },
      letter: { happened: "It went." },
      otherNotices: { police: { done: true, at: "2026-10-25T08:00:00.000Z", note: "Ref 1" } },
    });
    const words = differences(ofIncident, before, now, around).map(inOneLine);
    expect(words).toHaveLength(5);
    expect(words.join("\n")).toContain("How did it occur?: nothing, now not known yet");
    expect(words.join("\n")).toContain("“A letter went.”, now “A letter went out.”");
    expect(words.join("\n")).toContain("the letter, what happened: nothing, now “It went.”");
    expect(words.join("\n")).toContain("nothing, now told Sun 25 Oct, 08:00, “Ref 1”");
  });

  it.each([
    ["", -1],
    ["3", 3],
    ["1,142", 1_142],
    ["0", 0],
    ["-3", undefined],
    ["3.5", undefined],
    ["many", undefined],
    ["10000001", undefined],
  ])("takes %j as a count of %j", (typed, count) => {
    expect(countFrom(typed)).toBe(count);
  });
  it("shows what is not known as nothing", () => expect([countText(-1), countText(0)]).toEqual(["", "0"]));

  it("compares times as they are shown", () => {
    expect(sameMinute("2026-10-24T14:00:31.120Z", "2026-10-24T14:00:00.000Z")).toBe(true);
    expect(sameMinute("2026-10-24T14:01:00.000Z", "2026-10-24T14:00:59.000Z")).toBe(false);
    expect([sameMinute("", ""), sameMinute("", "2026-10-24T14:00:00.000Z")]).toEqual([true, false]);
  });

  it("takes pasted references and never a name", () => {
    expect(peopleTyped("1042, 1043\nhttps://harbour.uk2.cliniko.com/patients/1044;1042")).toEqual({
      refs: ["1042", "1043", "1044"],
      wrong: [],
    });
    expect(peopleTyped("O'Brien").wrong).toEqual(["O'Brien"]);
    expect(inParts(Array.from({ length: 2_000 }, (_, n) => n)).map(({ length }) => length)).toEqual([
      500, 500, 500, 500,
    ]);
  });

  it.each([
    [0, "0 bytes"],
    [640, "640 bytes"],
    [12_288, "12 kB"],
    [52_428_800, "50 MB"],
    [62_914_560, "60 MB"],
    [3_565_158, "3.4 MB"],
  ])("says %i bytes as %s", (bytes, words) => expect(fileSize(bytes)).toBe(words));

  it("says where in a report a patient is named", () => {
    expect(
      namedInReport({ "timeline.2": "x", "questions.what_happened": "y", title: "z" }).map(
        ({ place }) => place,
      ),
    ).toEqual(["A line of what happened", "What has happened?", "Title"]);
  });
});

describe("the list's address", () => {
  it("keeps filters and drops what does not fit", () => {
    expect(filtersOf(new URLSearchParams("state=breach&holder=user00000000001"))).toEqual({
      ...noFilters,
      state: "breach",
      holder: "user00000000001",
    });
    const nonsense = "state=nonsense&holder=' OR 1=1&verdict=guilty&kind=x&cause=&step=detect&from=soon";
    expect(filtersOf(new URLSearchParams(nonsense))).toEqual(noFilters);
    expect(queryOf(filtersOf(new URLSearchParams("state=all")))).toBe("?state=all");
    expect(queryOf(noFilters)).toBe("");
    const full =
      "?state=all&verdict=near-miss&kind=other&cause=loss&step=detect.known&from=2026-10-19&to=2026-10-25";
    expect(queryOf(filtersOf(new URLSearchParams(full)))).toBe(full);
  });

  it("knows where a page begins", () => {
    const before = "2026-11-24T09:30:00.000Z~breach000000001";
    expect(beforeOf(new URLSearchParams({ before }))).toEqual({
      at: "2026-11-24T09:30:00.000Z",
      id: "breach000000001",
    });
    expect(beforeOf(new URLSearchParams({ before: "x~y" }))).toBeUndefined();
  });
});
