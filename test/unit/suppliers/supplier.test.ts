import { describe, expect, test } from "vitest";
import { processorTerms, termKeys, transferRule } from "#domain/law/processor-terms";
import { sourceLine } from "#domain/law/rule";
import { doubtsIn, questionsOf } from "#domain/registers/suppliers/check";
import { supplierCells, supplierColumns } from "#domain/registers/suppliers/csv";
import { supplierItems } from "#domain/registers/suppliers/for-review";
import { supplierCursor, supplierFilters } from "#domain/registers/suppliers/question";
import { faultsOf, type Supplier, termsLeftOf } from "#domain/registers/suppliers/supplier";
import { placeOf, termsWords } from "#domain/registers/suppliers/words";

const one: Supplier = {
  id: "a".repeat(15),
  version: 1,
  name: "Porth Mail Cyf",
  kind: "mail",
  role: "processor",
  data: "Mail",
  contract: "",
  contractOn: "",
  terms: [...termKeys],
  termsLeft: 0,
  termsOn: "2026-01-05",
  place: "uk",
  country: "",
  placeNote: "",
  ground: "",
  groundOn: "",
  others: "",
  tellsHow: "",
  holder: "b".repeat(15),
  checkedOn: "2026-01-05",
  nextCheck: "2026-11-30",
  state: "in-use",
  endedOn: "",
  leftData: "",
  endedWhy: "",
};

describe("what is not in order", () => {
  test.each([
    ["all well, on the very day", {}, []],
    ["a day later", { nextCheck: "2026-11-29" }, ["late"]],
    ["never looked at", { checkedOn: "" }, ["never-checked"]],
    ["a term missing", { termsLeft: 1 }, ["no-terms"]],
    ["abroad without a ground", { place: "elsewhere" }, ["no-ground"]],
    ["abroad on a ground", { place: "elsewhere", ground: "idta" }, []],
    ["adequate needs none", { place: "adequate" }, []],
    ["nobody knows where", { place: "not-known" }, ["no-ground"]],
    ["ended: nothing is asked", { state: "ended", termsLeft: 8, nextCheck: "2020-01-01" }, []],
    [
      "several, the gravest first",
      { termsLeft: 8, nextCheck: "2026-01-01", checkedOn: "" },
      ["no-terms", "late", "never-checked"],
    ],
  ] as const)("%s", (_, more, faults) => {
    expect(faultsOf({ ...one, ...more } as Supplier, "2026-11-30")).toEqual(faults);
  });
});

test("terms are counted of who works on our word, and said in words", () => {
  expect(termsLeftOf("processor", [])).toBe(8);
  expect(termsLeftOf("processor", ["a", "a", "h"])).toBe(6);
  expect(termsLeftOf("controller", [])).toBe(0);
  expect(termsWords({ role: "processor", termsLeft: 8 })).toBe("no Art. 28 terms");
  expect(termsWords({ role: "processor", termsLeft: 3 })).toBe("3 of 8 Art. 28 terms not seen");
  expect(termsWords({ role: "controller", termsLeft: 0 })).toBe("");
});

test("the ground is asked abroad alone, and what is not yes is a doubt", () => {
  expect(questionsOf("uk")).not.toContain("ground");
  expect(questionsOf("not-known")).toContain("ground");
  const answers = { people: "yes", data: "no", place: "not-known", terms: "yes", breach: "yes" } as const;
  expect(doubtsIn(answers)).toEqual(["data", "place"]);
});

test("what an address holds that is no filter is dropped", () => {
  const of = (query: string) => supplierFilters((name) => new URLSearchParams(query).get(name));
  expect(of("kind=mail&place=uk&state=late")).toEqual({ kind: "mail", place: "uk", state: "late" });
  expect(of("kind=' OR 1=1&state=x")).toEqual({ kind: "", place: "", state: "" });
  expect(supplierCursor.test("processor~2026-01-01~aaaaaaaaaaaaaaa")).toBe(true);
  expect(supplierCursor.test("x~2026-01-01~aaaaaaaaaaaaaaa")).toBe(false);
});

test("no text of law passes for read law", () => {
  for (const rule of [processorTerms, transferRule]) expect(sourceLine(rule)).toMatch(/^Check before use: /);
});

test("the review's item is quiet where all is in order, and open where a check is late", () => {
  const counts = { inUse: 1, inOrder: 1, noTerms: 0, noGround: 0, late: 0, neverChecked: 0 };
  expect(supplierItems({ ...counts, inUse: 0 }, [], [], "2026-11-30")).toEqual([]);
  expect(supplierItems(counts, [], [], "2026-11-30")).toMatchObject([{ quiet: true }]);
  const late = { ...one, nextCheck: "2026-11-01" };
  const [item] = supplierItems({ ...counts, inOrder: 0, late: 1 }, [late], [], "2026-11-30");
  expect(item).toMatchObject({ quiet: false, open: "A check of a supplier is late" });
  expect(item?.facts.lines).toEqual([{ name: "Porth Mail Cyf", words: "check is late" }]);
  const many = Array.from({ length: 40 }, () => late);
  const [all] = supplierItems(counts, many, [{ kind: "mail", name: "", data: "" }], "2026-11-30");
  expect(all?.facts.lines).toHaveLength(32);
});

test("a line of the CSV has a cell for each column", () => {
  expect(supplierCells(one, "Priya", "2026-11-30")).toHaveLength(supplierColumns.length);
  expect(placeOf({ place: "elsewhere", country: "India" })).toBe("India");
});
