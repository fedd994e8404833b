import { describe, expect, test } from "vitest";
import type { Audit, Round } from "#domain/registers/audits/audit";
import { auditsSentence } from "#lib/registers/audits/sentence.ts";
import { monthsOf } from "#lib/registers/audits/year-cells.ts";
import { entryData, entryErrors, newEntry } from "#lib/registers/suppliers/entry.ts";
import { suppliersSentence } from "#lib/registers/suppliers/sentence.ts";

const audit = { id: "a", state: "in-use", nextOn: "2026-11-16" } as Audit;
const round = (begunOn: string, state: "open" | "closed") => ({ audit: "a", begunOn, state }) as Round;

describe("the months of an audit", () => {
  const of = (one: Audit, rounds: Round[], today = "2026-11-30") => monthsOf(one, rounds, "2026", today);
  test("done where it was begun, late where its day has passed", () => {
    const months = of(audit, [round("2026-05-18", "closed"), round("2025-11-01", "closed")]);
    expect(months[4]).toBe("done");
    expect(months[10]).toBe("late");
    expect(months.filter((mark) => mark !== "")).toHaveLength(2);
  });
  test("planned up to its very day, open while it is being done, nothing once it is retired", () => {
    expect(of(audit, [], "2026-11-16")[10]).toBe("planned");
    expect(of(audit, [round("2026-11-20", "open")])[10]).toBe("open");
    expect(of({ ...audit, state: "retired" }, [])[10]).toBe("");
    expect(monthsOf(audit, [], "2027", "2026-11-30").every((mark) => mark === "")).toBe(true);
  });
});

test("the audits in a sentence", () => {
  const counts = { inUse: 8, late: 1, open: 1, findings: 4, findingsLate: 1, findingsClosed: 19 };
  expect(auditsSentence(counts)).toBe(
    "One audit is late. One audit is being done. 4 findings are open, 1 of them past its day.",
  );
  expect(auditsSentence({ ...counts, late: 0, open: 0, findings: 0 })).toBe(
    "No audit is late. No finding is open.",
  );
  expect(auditsSentence({ ...counts, inUse: 0 })).toMatch(/^Nothing is planned yet/);
});

test("the suppliers in a sentence", () => {
  const counts = { inUse: 11, inOrder: 9, noTerms: 1, noGround: 0, late: 1, neverChecked: 0 };
  expect(suppliersSentence({ counts, prepared: [] })).toBe(
    "9 of 11 are in order. One works without all Art. 28 terms, one check is late.",
  );
  const waiting = [{ kind: "mail", name: "", data: "" }] as const;
  expect(suppliersSentence({ counts: { ...counts, noTerms: 0, late: 0 }, prepared: [...waiting] })).toBe(
    "9 of 11 are in order. One prepared entry is not filled in.",
  );
});

describe("the form of an entry", () => {
  const today = "2026-11-30";
  const filled = {
    ...newEntry("p".repeat(15), { kind: "mail", name: "Porth Mail", data: "Mail of all staff" }),
    place: "uk",
    nextCheck: "2027-06-01",
  } as const;
  test("a prepared one asks only for what is not known", () => {
    expect(entryErrors({ ...filled, place: "", nextCheck: "" }, today, true)).toEqual({
      place: "Choose where it lies, or “not known”",
      nextCheck: "Enter by when it is looked at",
    });
    expect(entryErrors(filled, today, true)).toEqual({});
  });
  test("a country abroad, no day to come, no number of a patient", () => {
    const errors = entryErrors(
      { ...filled, place: "elsewhere", contractOn: "2027-01-01", data: "943 476 5919" },
      today,
      true,
    );
    expect(Object.keys(errors).sort()).toEqual(["contractOn", "country", "data"]);
  });
  test("of what the place does not ask, nothing is sent", () => {
    const moved = { ...filled, country: "India", ground: "idta", groundOn: "2026-01-01" } as const;
    expect(entryData(moved)).toMatchObject({ country: "", ground: "", groundOn: "" });
    expect(entryData({ ...moved, place: "elsewhere" })).toMatchObject({ country: "India", ground: "idta" });
  });
});
