import type { Nation } from "#domain/law/four-answers";
import type { MapRow, PolicyClaim } from "#domain/registers/policy-map/map";
import { pageWords } from "#domain/registers/policy-map/pages";
import { type Suggestion, suggest } from "#domain/registers/policy-map/suggest";
import { type OwnTest, ownTests } from "#domain/registers/policy-map/tests";
import { maySee } from "#lib/may.ts";
import { type PageName, pages } from "#lib/registers.ts";

/** Whether this dashboard has a page, and the clinic uses it. */
export const hasPage = (address: string): boolean => address in pages && maySee(address as PageName);

/** What a page is called here; its own words where this build has none. */
export const pageName = (address: string): string =>
  address in pages ? pages[address as PageName].name : (pageWords[address] ?? address);

/** What the rules say of a row, in this clinic and with the pages that it has. */
export const suggestionOf = (row: MapRow, nation: Nation, title: string): Suggestion | undefined =>
  suggest(row, { nation, hasPage }, title);

/** What keeps a sentence, in words: "Access log", the test's name, what people look at. */
export function keptBy({ state, page, test, audit }: PolicyClaim): string {
  if (state === "screen") return pageName(page);
  if (state === "test") return ownTests[test as OwnTest]?.shows ?? "";
  return state === "people" ? audit : "";
}

/** Data of an act that confirms a suggestion as it is; undefined where somebody has to add a person and a day. */
export function confirming(suggestion: Suggestion) {
  const { state, rule, page = "", how, error } = suggestion;
  const test = suggestion.test as OwnTest | undefined;
  if (state === "people" || (error && error.sure !== "read")) return undefined;
  const source = error ? `${error.source.title}, ${error.source.section}` : "";
  return { state, rule, page, ...(test && { test }), why: state === "says" ? "" : how, source };
}
