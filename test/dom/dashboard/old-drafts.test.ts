import { beforeEach, expect, test } from "vitest";
import { policy } from "#domain/policy";
import { dropOldDrafts } from "#lib/state/old-drafts.ts";
import { draftsOf } from "#lib/state/sentence-drafts.ts";

beforeEach(() => localStorage.clear());

const begun = "2026-11-01";
const dayAfter = (days: number): string =>
  new Date(Date.parse(begun) + days * 86_400_000).toISOString().slice(0, 10);
const days = policy.draftsKept.amount;
const text = "Zaległa skarga, nikt nie oddzwonił.";
const draft = () => draftsOf("priya", "hold", { id: "record000000001", version: 3 });

test("a sentence that nobody sent is gone after its days, and not a day before", () => {
  draft().keep("why", text);
  dropOldDrafts(localStorage, begun);
  dropOldDrafts(localStorage, dayAfter(days - 1));
  expect(draft().read("why")).toBe(text);
  dropOldDrafts(localStorage, dayAfter(days));
  expect(draft().read("why")).toBeUndefined();
  expect(localStorage.length).toBe(0);
});

test("its days count from the last change", () => {
  draft().keep("why", text);
  dropOldDrafts(localStorage, begun);
  draft().keep("why", `${text} Dwa razy.`);
  dropOldDrafts(localStorage, dayAfter(days - 1));
  dropOldDrafts(localStorage, dayAfter(days));
  expect(draft().read("why")).toBe(`${text} Dwa razy.`);
});

test("the version on which it was begun stays with the sentences that stay", () => {
  draft().keep("why", text);
  dropOldDrafts(localStorage, begun);
  draft().keep("note", "Ymweliad arall.");
  dropOldDrafts(localStorage, dayAfter(1));
  dropOldDrafts(localStorage, dayAfter(days));
  expect(draft().read("why")).toBeUndefined();
  expect(draftsOf("priya", "hold", { id: "record000000001", version: 4 }).isOlder).toBe(true);
});

test("reports and notices go too, and nothing else of this computer", () => {
  localStorage.setItem("chaperone-report-draft:priya", '{"text":"Box left open."}');
  localStorage.setItem("chaperone-notice-draft", '{"text":"We record."}');
  localStorage.setItem("chaperone-letter-keys", "off");
  localStorage.setItem("chaperone-drafts-since", "{not json");
  dropOldDrafts(localStorage, begun);
  expect(localStorage.getItem("chaperone-notice-draft")).not.toBeNull();
  dropOldDrafts(localStorage, dayAfter(days));
  expect(Object.keys(localStorage)).toEqual(["chaperone-letter-keys"]);
});
