import { describe, expect, test, vi } from "vitest";

vi.mock("wxt/browser", () => ({ browser: {} }));

const { fieldsToKeep, keptWhere } = await import("../../../extension/reports/draft.ts");
const { emptyFields, fieldErrors, nobodyNamed, reportFields, reportOf } = await import(
  "../../../extension/reports/fields.ts"
);
const { earlierAt, noticedAt, twice } = await import("../../../extension/reports/noticed.ts");
const { receivedError } = await import("../../../extension/reports/received-error.ts");
const { refusalOf } = await import("../../../extension/reports/refusal.ts");
const { leadName, notSent, sentSaid } = await import("../../../extension/pages/report/report-words.ts");

const zone = "Europe/London";
const opened = Date.parse("2026-11-24T10:44:20.000Z");
const around = { desk: false, zone, opened, now: opened + 30_000, event: "e".repeat(15) };
const written = {
  ...emptyFields,
  kind: "wrong-person" as const,
  text: " A letter went astray. ",
  slip: "no" as const,
};
const person = "p".repeat(15);
const id = "i".repeat(15);

describe("when it was noticed", () => {
  const at = (reading: string, which: "" | "first" | "second" = "", when: "now" | "earlier" = "earlier") =>
    noticedAt({ when, reading, which }, around);
  test.each([
    ["just now is when the form was opened", at("", "", "now"), opened],
    ["on the clinic's clocks in winter", at("2026-11-24T09:00"), Date.parse("2026-11-24T09:00:00Z")],
    ["on the clinic's clocks in summer", at("2026-07-01T09:00"), Date.parse("2026-07-01T08:00:00Z")],
    ["nothing typed", at(""), "missing"],
    ["to come", at("2026-11-24T10:46"), "to-come"],
    ["the hour that comes twice is asked", at("2026-10-25T01:30"), "which"],
    ["the first of two", at("2026-10-25T01:30", "first"), Date.parse("2026-10-25T00:30:00Z")],
    ["the second of two", at("2026-10-25T01:30", "second"), Date.parse("2026-10-25T01:30:00Z")],
    ["the hour left out", at("2026-03-29T01:30"), "never-was"],
    ["no such day", at("2026-02-30T01:30"), "never-was"],
  ])("%s", (_, got, wanted) => expect(got).toBe(wanted));

  test("an earlier instant is shown as the clinic's clocks did, and means the same", () => {
    for (const text of ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-07-01T08:00:00Z"]) {
      const ms = Date.parse(text);
      expect(noticedAt(earlierAt(ms, zone), around)).toBe(ms);
    }
    expect(twice("2026-10-25T01:30", zone)).toHaveLength(2);
    expect(twice("2026-10-25T03:30", zone)).toEqual([]);
  });
});

describe("what has to be mended", () => {
  test.each([
    ["nothing filled in", {}, ["kind", "text", "slip"]],
    [
      "by nobody named, who says that it was they",
      { ...written, reporter: nobodyNamed, slip: "mine" },
      ["slip"],
    ],
    ["all there", written, []],
    ["a name", { ...written, text: "It was Mrs Ellery." }, ["text"]],
    ["a number", { ...written, text: "It was 999 100 5919." }, ["text"]],
    ["too long", { ...written, text: "a ".repeat(1_100) }, ["text"]],
    ["confidential, about nobody asked", { ...written, confidential: true }, ["aboutWhom"]],
    ["about a manager who is not named", { ...written, confidential: true, aboutWhom: "manager" }, ["about"]],
    ["about nobody in particular", { ...written, confidential: true, aboutWhom: "no" }, []],
  ] as const)("%s", (_, fields, wrong) => {
    expect(Object.keys(fieldErrors({ ...emptyFields, ...fields }, around))).toEqual(wrong);
  });

  test("the words to leave out are named", () => {
    expect(fieldErrors({ ...written, text: "It was Mrs Ellery." }, around).text).toBe(
      "Leave out “Mrs Ellery”. Say “the patient”.",
    );
  });

  test("at a desk somebody reports, or would rather not say", () => {
    const desk = { ...around, desk: true };
    expect(Object.keys(fieldErrors(written, desk))).toEqual(["reporter"]);
    expect(fieldErrors({ ...written, reporter: nobodyNamed }, desk)).toEqual({});
  });
});

describe("the report as it is sent", () => {
  test("from a browser of one person", () => {
    expect(reportOf(written, around, id)).toEqual({
      id,
      kind: "wrong-person",
      noticedAt: "2026-11-24T10:44:20.000Z",
      justNow: true,
      text: "A letter went astray.",
      confidential: false,
      slip: "no",
      event: around.event,
    });
  });
  test("who did it, where it was somebody of one's own and they are named", () => {
    const own = { ...written, slip: "own" as const };
    expect(reportOf({ ...own, slipBy: person }, around, id)).toMatchObject({ slip: "own", slipBy: person });
    expect(reportOf({ ...own, slipBy: nobodyNamed }, around, id)).not.toHaveProperty("slipBy");
    expect(reportOf({ ...written, slipBy: person }, around, id)).not.toHaveProperty("slipBy");
  });
  test("a draft of before the question was asked is read, and asks it", () => {
    const { slip: _, slipBy: __, ...before } = written;
    expect(reportFields.parse(before)).toEqual({ ...written, slip: "" });
  });
  test("by nobody named at a desk: no event, which would say who", () => {
    const report = reportOf({ ...written, reporter: nobodyNamed }, { ...around, desk: true }, id);
    expect(report).toMatchObject({ reporter: "" });
    expect(report).not.toHaveProperty("event");
  });
  test("whom it is about goes with a confidential one alone", () => {
    const about = { aboutWhom: "manager", about: person } as const;
    expect(reportOf({ ...written, ...about, confidential: true }, around, id)).toMatchObject(about);
    expect(reportOf({ ...written, ...about }, around, id)).not.toHaveProperty("about");
    const outsider = reportOf(
      { ...written, confidential: true, aboutWhom: "owner", about: nobodyNamed },
      around,
      id,
    );
    expect(outsider).toMatchObject({ aboutWhom: "owner" });
    expect(outsider).not.toHaveProperty("about");
  });
  test("nothing while something is missing", () => {
    expect(reportOf(emptyFields, around, id)).toBeUndefined();
    expect(reportOf({ ...written, when: "earlier" }, around, id)).toBeUndefined();
  });
});

describe("the draft", () => {
  test.each([
    ["one's own browser", {}, false, person, "disk"],
    ["confidential in one's own browser", { confidential: true }, false, person, "memory"],
    ["a desk with somebody chosen", {}, true, person, "disk"],
    ["a desk, reported by the one chosen", { reporter: person }, true, person, "disk"],
    ["a desk, reported by another", { reporter: "q".repeat(15) }, true, person, "nowhere"],
    ["a desk, rather not say", { reporter: nobodyNamed }, true, person, "nowhere"],
    ["a desk, confidential", { confidential: true }, true, person, "nowhere"],
    ["a desk with nobody chosen", {}, true, "", "nowhere"],
  ] as const)("%s", (_, fields, desk, chosen, where) => {
    expect(keptWhere({ ...written, ...fields }, desk, chosen)).toBe(where);
  });
  test("names no patient, and nobody whom it is not about", () => {
    const kept = fieldsToKeep({
      ...written,
      text: "It was Mrs Ellery.",
      about: person,
      aboutWhom: "manager",
    });
    expect(kept).toMatchObject({ kind: "wrong-person", text: "", about: "", aboutWhom: "" });
  });
});

describe("who received it", () => {
  test.each([
    ["", "Say who received it."],
    ["a".repeat(501), "Say it in 500 characters or fewer."],
    ["It held 999 100 5919.", "Leave out “999 100 5919”. Say “the patient”."],
    ["Ms Okafor at okafor@elsewhere.example", undefined],
  ])("%s", (text, said) => expect(receivedError(text)).toBe(said));
});

describe("what the server answers", () => {
  test("a refusal is read by its field", () => {
    const body = {
      status: 400,
      data: { about: { code: "nobody-to-tell", message: "Turn to the regulator." } },
    };
    expect(refusalOf(body)).toEqual({
      field: "about",
      code: "nobody-to-tell",
      said: "Turn to the regulator.",
    });
  });
  test.each([[undefined], ["<html>"], [{ status: 500, data: {} }]])("%s is no refusal", (body) => {
    expect(refusalOf(body)).toBeUndefined();
  });
  test("what became of it is said", () => {
    expect(sentSaid({ sent: true, number: 14, asked: "Tom Reed", added: true }, true)).toBe(
      "It is INC-14. They are asked today what it is.",
    );
    expect(sentSaid({ sent: true, number: null, asked: "Tom Reed", added: false }, true)).toBe(
      "Nobody else is shown that it exists. Your last event could not be added to it.",
    );
    expect(notSent("unreachable", "nowhere")).toContain("is not kept");
  });
  test("the lead has a name, or what the clinic calls the role", () => {
    const clinic = { lead: { title: "confidentiality lead", name: "" } };
    expect(leadName(clinic as never)).toBe("the confidentiality lead");
  });
});
