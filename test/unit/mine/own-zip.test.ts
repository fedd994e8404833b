import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { OwnLine } from "#domain/work/own-record/own-record";
import { withheldSays } from "#domain/work/own-record/own-record";
import { columnWords, partWords } from "#domain/work/own-record/words";
import { entryFields, otherFields, subjectIn } from "../../../dashboard/src/lib/mine/object-fields.ts";
import { rowsOnPage } from "../../../dashboard/src/lib/mine/own-page.ts";
import { ownZip } from "../../../dashboard/src/lib/mine/own-zip.ts";

const head: OwnLine = {
  ...{ is: "head", v: 1, asOf: "2026-11-30T18:00:00.000Z", clinic: "Harbour", leadTitle: "privacy lead" },
  person: { id: "a".repeat(15), name: "Tom <b>Harker</b>", role: "staff" },
};
const row = (part: string, values: Record<string, string | number>, more: object = {}): OwnLine => ({
  ...{ is: "row", part, row: "", names: ["user"], values },
  ...more,
});
const blob = (lines: readonly object[]) =>
  new Blob([lines.map((line) => `${JSON.stringify(line)}\n`).join("")]);

async function filesOf(lines: readonly object[]) {
  const files = unzipSync(new Uint8Array(await (await ownZip(blob(lines))).arrayBuffer()));
  // The mark at the start of a table is part of it.
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, decoder.decode(bytes)]));
}

describe("a person's own record", () => {
  test("is a page, a table a part with every column that any row has, and the lines as they came", async () => {
    const lines = [
      head,
      row("events", { kind: "record.view" }),
      row("events", { kind: "log.read", system: "ŵ, “x”" }),
      row("actions", { text: "=1+1", owner: "you" }, { row: "actions/3f8k2l9q1w0e4r7", names: ["owner"] }),
      { is: "end", rows: 3 },
    ];
    const files = await filesOf(lines);
    expect(Object.keys(files).sort()).toEqual([
      "about-me.html",
      "about-me.jsonl",
      "actions.csv",
      "events.csv",
    ]);
    expect(files["events.csv"]).toBe(
      '\ufeffrow,names you as,kind,system\r\n,user,record.view,\r\n,user,log.read,"ŵ, “x”"\r\n',
    );
    expect(files["actions.csv"]).toContain("actions/3f8k2l9q1w0e4r7,owner,'=1+1,you");
    expect(files["about-me.jsonl"]).toBe(await blob(lines).text());
    const page = files["about-me.html"] ?? "";
    expect(page).toContain(withheldSays("privacy lead"));
    expect(page).toContain("Tom &lt;b&gt;Harker&lt;/b&gt;");
    expect(page).not.toMatch(/<script|<b>|src=|https?:/);
  });

  test("of 5,000 entries the page shows the first, and the table holds all", async () => {
    const many = Array.from({ length: 5_000 }, (_, i) => row("events", { kind: "record.view", n: i }));
    const files = await filesOf([head, ...many, { is: "end", rows: many.length }]);
    expect(files["events.csv"]?.trim().split("\r\n")).toHaveLength(5_001);
    expect(files["about-me.html"]).toContain(`The first ${rowsOnPage} of 5000`);
    expect(files["about-me.html"]?.match(/<li><dl>/g)).toHaveLength(rowsOnPage);
  });

  test.each([
    ["without its end", [head, row("events", { kind: "x" })]],
    ["with fewer rows than it says", [head, row("events", { kind: "x" }), { is: "end", rows: 2 }]],
    ["without its head", [{ is: "end", rows: 0 }]],
    ["with a line that is none", [head, { is: "other" }, { is: "end", rows: 0 }]],
  ])("%s is no record", async (_, lines) => {
    await expect(ownZip(blob(lines))).rejects.toThrow();
  });
});

test("parts and columns have words, also those of a table that comes later", () => {
  expect([partWords("events"), partWords("camera_checks")]).toEqual(["Entries of the log", "Camera checks"]);
  expect(columnWords("receivedOn")).toBe("received on");
});

describe("what is sent of what somebody says", () => {
  const me = "a".repeat(15);
  test.each([
    [
      { what: "withheld", words: "X" },
      { what: "withheld", words: "X" },
    ],
    [
      { what: "correct", of: "account", words: "X" },
      { what: "correct", words: "X", table: "users", row: me },
    ],
    [
      { what: "object", of: "row", row: "actions/3f8k2l9q1w0e4r7", words: "X" },
      { what: "object", words: "X", table: "actions", row: "3f8k2l9q1w0e4r7" },
    ],
  ])("%j", (said, sent) => {
    expect(subjectIn(said, me)).toEqual(sent);
  });
  test("a row is named as the download names it, and each field says what is wanted", () => {
    const field = otherFields.find(({ id }) => id === "row");
    expect(field?.check?.("actions/3f8k2l9q1w0e4r7", {})).toBeUndefined();
    expect(field?.check?.("../etc/passwd", {})).toBeDefined();
    for (const one of [...entryFields, ...otherFields]) expect(one.hint).toMatch(/\S/);
  });
});
