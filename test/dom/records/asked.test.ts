import { afterEach, describe, expect, test, vi } from "vitest";
import type { ClinicalPage } from "#domain/sites/clinical-adapter";
import { cliniko } from "../../../extension/clinical/cliniko/adapter.ts";
import { orthanc } from "../../../extension/clinical/orthanc/adapter.ts";
import { Asked } from "../../../extension/records/asked.ts";

afterEach(() => vi.restoreAllMocks());

const searchOf = ({ pages }: typeof cliniko): ClinicalPage => {
  const page = pages.find(({ kind }) => kind === "record.search");
  if (!page) throw new Error("no search");
  return page;
};
const found = (term: string) => ({ page: searchOf(cliniko), term });
const lookup = { page: searchOf(orthanc) };
const loadedBy = (type: string) =>
  vi.spyOn(performance, "getEntriesByType").mockReturnValue([{ type }] as unknown as PerformanceEntry[]);

describe("a search that the address tells", () => {
  test.each([
    ["navigate", true],
    ["reload", false],
    ["back_forward", false],
  ])("of a page that came by %s counts: %s", (type, counts) => {
    loadedBy(type);
    const asked = new Asked();
    asked.arrive(found("ellery"), "load");
    expect(asked.counts()).toBe(counts);
    // What is looked for next, in the same document, is another search however that one was loaded.
    asked.arrive(found("lindqvist"), "move");
    expect(asked.counts()).toBe(true);
  });

  test("counts once in a document, however often its results are shown", () => {
    loadedBy("navigate");
    const asked = new Asked();
    asked.arrive(found("ellery"), "load");
    asked.told();
    asked.arrive(found("lindqvist"), "move");
    asked.told();
    asked.arrive(found("ellery"), "move");
    expect(asked.counts()).toBe(false);
  });
});

test("a search that the address does not tell counts when it was asked for, once each time", () => {
  const asked = new Asked();
  asked.arrive(lookup, "load");
  expect(asked.counts()).toBe(false);
  asked.click();
  expect(asked.counts()).toBe(true);
  asked.told();
  expect(asked.counts()).toBe(false);
  asked.click();
  asked.arrive(lookup, "move");
  expect(asked.counts()).toBe(false);
});
