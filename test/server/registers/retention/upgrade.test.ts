import { expect, test } from "vitest";
import { folderOfBefore } from "../../../support/server/folder-of-before.ts";
import { startServer } from "../../../support/server/server.ts";
import { ask, setUpClinic } from "../../people/clinic.ts";
import { eventsOf, rowsIn } from "../../people/database.ts";

const system = "cliniko:harbour.uk2";
const at = "2026-10-02 09:00:00.000Z";
const by = "bypriya00000000";
/** Rows as the version before left them: held for each of its causes, held and destroyed, and released. */
const records = [
  ["record000000001", "1805465202989019001", "waiting", "claim", "CLM-1", "2027-08-01", by, at, ""],
  ["record000000002", "1805465202989019002", "appraised", "inquiry", "Inspection", "2027-02-01", by, at, ""],
  ["record000000003", "1805465202989019003", "kept", "complaint", "CMP-3", "2027-01-01", by, at, ""],
  ["record000000004", `k1:${"ab".repeat(32)}`, "agreed", "request", "REQ-33", "2027-01-01", by, at, ""],
  ["record000000005", "1805465202989019005", "waiting", "", "", "", "", "", "The complaint is closed."],
] as const;

test("holds that stood on records are holds of the register, and what was released stays readable", {
  timeout: 120_000,
}, async () => {
  const data = await folderOfBefore("1768100000", (database) => {
    const insert = database.prepare(
      `INSERT INTO retention_rows (id, system, recordRef, rowClass, month, starts, state, holdCause, holdReference,
         holdReviewOn, holdBy, holdAt, releasedReason, version)
       VALUES (?, '${system}', ?, 'adult', '2020-01-01', '2020-01-01', ?, ?, ?, ?, ?, ?, ?, 2)`,
    );
    for (const row of records) insert.run(...row);
  });
  const server = await startServer({ data });
  try {
    const holds = rowsIn(server, "SELECT * FROM holds ORDER BY subject");
    expect(holds).toHaveLength(4);
    expect(
      holds.map(({ subject, purpose, causeKind, reference, reviewOn }) => [
        subject,
        purpose,
        causeKind,
        reference,
        reviewOn,
      ]),
    ).toEqual([
      ["record000000001", "legal", "claim", "CLM-1", "2027-08-01"],
      ["record000000002", "inquiry", "inquiry", "Inspection", "2027-02-01"],
      ["record000000003", "complaint", "complaint", "CMP-3", "2027-01-01"],
      ["record000000004", "request", "request", "REQ-33", "2027-01-01"],
    ]);
    for (const hold of holds)
      expect(hold).toMatchObject({
        register: "retention_rows",
        authoriser: by,
        by,
        at,
        releasedAt: "",
        version: 1,
      });
    expect(holds.map(({ what }) => what)).toContain("cliniko …9001");
    const stood = rowsIn(
      server,
      "SELECT id, holdCause, holdReference, releasedReason FROM retention_rows ORDER BY id",
    );
    expect(stood.map(({ holdReference, releasedReason }) => [holdReference, releasedReason])).toEqual(
      records.map((row) => [row[4], row[8]]),
    );
    const priya = await setUpClinic(server);
    const asked = async (path: string) =>
      (await ask(server, `GET /api/chaperone/${path}`, { token: priya.token })).body;
    const held = await asked("retention?show=held");
    expect(held.counts).toMatchObject({ held: 4, due: 1, all: 5 });
    expect(held.rows.map(({ holdReference }: { holdReference: string }) => holdReference).sort()).toEqual([
      "CLM-1",
      "CMP-3",
      "Inspection",
      "REQ-33",
    ]);
    expect((await asked("list?of=holds&state=open")).rows).toHaveLength(4);
    // As the start does it where migrations have run.
    await server.command(["chaperone", "seal-rows"]);
    const sealed = rowsIn(server, "SELECT row FROM row_seals WHERE collection = 'holds'");
    expect(sealed.map(({ row }) => row).sort()).toEqual(holds.map(({ id }) => id).sort());
    expect(eventsOf(server, "row.seal").length).toBeGreaterThan(0);
  } finally {
    await server.stop();
  }
});
