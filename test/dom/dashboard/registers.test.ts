import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { acts } from "#domain/acts";
import { csvOf } from "#domain/base/csv";
import { listPaper } from "#lib/registers/save-list.ts";
import { wordsOf } from "../../../dashboard/src/lib/format/kinds.ts";
import { pageList } from "../../../dashboard/src/lib/registers.ts";
import { root } from "../../../scripts/base/root.mjs";

const house = join(root, "dashboard/src/routes/(house)");

describe("the list of pages", () => {
  test("has a page behind each address, and an address for each page of the house", () => {
    for (const { page } of pageList) expect(existsSync(join(house, page, "+page.svelte")), page).toBe(true);
    const found = readdirSync(house, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith("+page.svelte") && !file.includes("["))
      .map((file) => `/${file.split(/[/\\]/).slice(0, -1).join("/")}`);
    expect(found.sort()).toEqual(pageList.map(({ page }) => page).sort());
  });

  test("asks for nothing on a page whose register the clinic may do without, before it knows that it is used", () => {
    for (const { page } of pageList.filter(({ register }) => register !== undefined))
      expect(readFileSync(join(house, page, "+page.ts"), "utf8"), page).toMatch(
        new RegExp(`^(?:  depends\\([^;]*;\n)?  await onlyInUse\\("${page}", `, "m"),
      );
  });

  test("gives each register that acts write to its words in the log", () => {
    const families = [...new Set(Object.keys(acts).map((name) => name.split(".")[0] ?? ""))];
    const mute = families.filter((family) => wordsOf(`${family}.act`, "add").short.startsWith(family));
    // What is asked about an event is kept as an erasure, and is read in a message to the team.
    expect(mute).toEqual(["events", "messages"]);
  });
});

test.each([
  ["breaches.act", "decide", "Incident decided by the controller"],
  ["review_items.act", "settle", "Item of a review decided"],
  ["audits.act", "begin", "Audit begun"],
  ["audit_lines.act", "tick", "Line of an audit looked at"],
  ["samples.act", "draw", "Sample of a week drawn"],
  ["suppliers.act", "terms", "Supplier terms read"],
  ["suppliers.act", "check", "Supplier checked"],
  ["training_entries.act", "correct", "Training corrected"],
  ["training_entries.act", "add", "Training added"],
  ["completions.act", "correct", "Completion of a training corrected"],
  ["completions.act", "take", "Completion of a training answered"],
  ["imports.act", "undo", "Import undone"],
  ["holds.act", "place", "Hold placed"],
  ["camera_checks.act", "found-beyond", "Look at a recorder entered: pictures past their day"],
  ["holds.act", "look-again", "Hold looked at again"],
  ["requests.act", "hand-over", "Request answered"],
  ["disclosures.act", "give", "Disclosure entered: given"],
  ["erasures.act", "withdraw", "Erasure withdrawn"],
  ["breaches.act", "withdraw", "Incident withdrawn"],
  ["breach_reports.act", "file-pdf", "Report version file pdf"],
  ["clinic.update", "", "Clinic’s settings changed"],
])("%s %s", (kind, action, words) => expect(wordsOf(kind, action).short).toBe(words));

test("a list as a paper says what its CSV says, row by row, and no more than it prints", () => {
  const around = {
    title: "Consent",
    says: "One yes stands, no no.",
    clinic: "Harbour",
    nowMs: Date.parse("2026-11-30T10:00:00Z"),
    offsetAt: () => 0,
  };
  const csv = csvOf([
    ["Record", "Purpose", "Words", "Empty"],
    ["100", "Teaching", 'Said “no”, "twice"\nand again', ""],
    ["=1+1", "Care", "So.", ""],
  ]);
  const { title, foot, blocks } = listPaper(csv, around);
  expect([title, foot[0]]).toEqual(["Consent", "Harbour \u00b7 Consent"]);
  const [table] = blocks.filter(({ is }) => is === "table");
  expect(table).toMatchObject({ head: ["Record, Purpose", "What it says"] });
  const rows = table?.is === "table" ? table.rows : [];
  expect(rows.map(([called]) => called?.replace("'", ""))).toEqual(["100, Teaching", "=1+1, Care"]);
  expect(rows[0]?.[1]).toBe('Words: Said “no”, "twice"\nand again');
  expect(JSON.stringify(blocks)).not.toContain("Empty: ");
  const many = csvOf([["A", "B", "C"], ...Array.from({ length: 1_200 }, (_, i) => [`r${i}`, "b", "c"])]);
  const printed = listPaper(many, around).blocks.flatMap((block) => (block.is === "table" ? block.rows : []));
  expect(printed).toHaveLength(1_000);
});
