import { expect, test } from "vitest";
import { folderOfBefore } from "../../../support/server/folder-of-before.ts";
import { startServer } from "../../../support/server/server.ts";
import { setUpClinic } from "../../people/clinic.ts";
import { rowsIn } from "../../people/database.ts";

/** The first migration of this register: what stands before it is the version before. */
const first = "1767100000";

/** A data folder with entries of training. */
const withEntries = (entries: readonly (readonly string[])[]): Promise<string> =>
  folderOfBefore(first, (database) => {
    const insert = database.prepare(
      `INSERT INTO training_entries (id, user, completedOn, by, "at", what, corrects, reason)
       VALUES (?, ?, ?, 'bypriya00000000', '2026-11-24 09:00:00.000Z', ?, ?, ?)`,
    );
    for (const entry of entries) insert.run(...entry);
  });

test("every entry of before is a completion under its own id, and stays where it was", {
  timeout: 120_000,
}, async () => {
  const tom = "tom000000000000";
  const entries = [
    ["entry0000000001", tom, "2024-11-20", "Annual refresher", "", ""],
    ["entry0000000002", tom, "2024-11-19", "", "entry0000000001", "A day too late."],
    ["entry0000000003", "gone00000000000", "2019-02-28", "Łódź: kurs „RODO”", "", ""],
    ["entry0000000004", "gone00000000000", "", "", "entry0000000003", "Never was."],
  ];
  const server = await startServer({ data: await withEntries(entries) });
  try {
    const shared = 'id, user, completedOn, by, "at", what, corrects, reason';
    const before = rowsIn(server, `SELECT ${shared} FROM training_entries ORDER BY id`);
    expect(before).toHaveLength(entries.length);
    expect(rowsIn(server, `SELECT ${shared} FROM completions ORDER BY id`)).toEqual(before);
    const kinds = rowsIn(server, "SELECT DISTINCT course, evidence, number, imported FROM completions");
    expect(kinds).toEqual([{ course: "coursedataprote", evidence: "stated", number: 0, imported: "" }]);
    expect(() => rowsIn(server, "UPDATE training_entries SET what = 'X' RETURNING id")).toThrow(
      /append-only/,
    );
    // What comes set up is there, and the clinic can be set up upon it.
    expect(rowsIn(server, "SELECT key FROM courses ORDER BY key")).toHaveLength(4);
    expect(rowsIn(server, "SELECT id FROM course_versions")).toHaveLength(2);
    expect((await setUpClinic(server)).token).not.toBe("");
  } finally {
    await server.stop();
  }
});

test.each([
  [["monitoring NOTICE"], "Monitoring notice, as recorded here"],
  [
    ["monitoring NOTICE", "MONITORING notice, as recorded here"],
    "Monitoring notice, as recorded here (coursemonitorno)",
  ],
])(
  "a clinic that has courses %j of its own keeps them, and the notice is called %s",
  {
    timeout: 120_000,
  },
  async (own, called) => {
    const data = await folderOfBefore("1768000100", (database) => {
      const insert = database.prepare(
        `INSERT INTO courses (id, key, name, about, ofBreaches, since, retired, by, "at", version)
       VALUES (?, '', ?, '', FALSE, '', '', '', '2026-11-24 09:00:00.000Z', 1)`,
      );
      own.forEach((name, i) => {
        insert.run(`owncourse00000${i}`, name);
      });
    });
    const server = await startServer({ data });
    try {
      const named = "SELECT name, kind FROM courses WHERE name LIKE 'monitoring%' ORDER BY kind, id";
      expect(rowsIn(server, named)).toEqual([
        ...own.map((name) => ({ name, kind: "" })),
        { name: called, kind: "notice" },
      ]);
    } finally {
      await server.stop();
    }
  },
);
