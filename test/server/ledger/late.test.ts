import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { dataPaths } from "../../../scripts/serving/server.mjs";
import {
  ingest,
  mailOutcome,
  pairedBrowser,
  recordView,
  type SignedIn,
  signInAs,
} from "../../support/server/ledger-client.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

let server: TestServer;
let database: DatabaseSync;
let lead: SignedIn;
let manager: SignedIn;
let fresh = 0;
const next = () => (fresh += 1);
const idOf = (token: string): string => JSON.parse(atob(token.split(".")[1] ?? "")).id;
const unknown = "neverknown00001";

beforeAll(async () => {
  server = await startServer({ example: true });
  database = new DatabaseSync(dataPaths(server.data).database, { timeout: 10_000 });
  lead = await signInAs(server, "dpo");
  manager = await signInAs(server, "manager");
});
afterAll(async () => {
  database.close();
  await server.stop();
});
beforeEach(() => {
  database.exec("DELETE FROM notice_shown; UPDATE browsers SET noticeAtDesk = 0");
});

const ofPerson = (who: SignedIn) => pairedBrowser(server, "--user", who.email);
const ofDesk = () => pairedBrowser(server, "--desk", "Front desk");
const revoke = (token: string) =>
  database.prepare("UPDATE browsers SET revoked = TRUE WHERE id = ?").run(idOf(token));
const rowAt = (seq: number | undefined) =>
  database.prepare("SELECT * FROM events WHERE seq = ?").get(seq ?? 0) ?? {};

/** An outcome as it was made under an earlier pairing. */
function lateOutcome(late: object, more: object = {}) {
  const n = next();
  const made = mailOutcome(n, more) as { detail: object };
  return { ...made, detail: { ...made.detail, late: { n: 1, ...late } } };
}
async function stored(token: string, event: object): Promise<string> {
  const [result] = (await ingest(server, token, [event])).results;
  const { user, attribution } = rowAt(result?.seq);
  return result?.status === "refused" ? `${result.field} ${result.reason}` : `${user} ${attribution}`;
}

describe("an event of an earlier pairing", () => {
  test("is stored as sent by this browser, marked with where it was made", async () => {
    const [before, now] = [await ofPerson(lead), await ofPerson(lead)];
    revoke(before);
    const event = lateOutcome({ browser: idOf(before), n: 7, user: lead.id });
    const [result] = (await ingest(server, now, [event])).results;
    expect(rowAt(result?.seq)).toMatchObject({ browser: idOf(now), user: lead.id, attribution: "browser" });
    expect(JSON.parse(String(rowAt(result?.seq).detail)).late).toEqual({
      browser: idOf(before),
      n: 7,
      user: lead.id,
    });
  });

  test("is nobody's where the browser has another owner now, whatever it claims", async () => {
    const [before, now] = [await ofPerson(lead), await ofPerson(manager)];
    for (const user of [lead.id, manager.id, undefined]) {
      expect(await stored(now, lateOutcome({ browser: idOf(before), user }))).toBe(" none");
    }
    expect(await stored(now, lateOutcome({ browser: unknown, user: lead.id }))).toBe(" none");
    expect(await stored(now, lateOutcome({ browser: unknown, user: manager.id }))).toBe(
      `${manager.id} browser`,
    );
  });

  test("names whom the desk had picked, and nobody picked in what was or may have been a person's browser", async () => {
    const [desk, mine, now] = [await ofDesk(), await ofPerson(lead), await ofPerson(manager)];
    const picked = (browser: string) => lateOutcome({ browser }, { chosen: lead.id });
    expect(await stored(now, picked(idOf(desk)))).toBe(`${lead.id} chosen`);
    expect(await stored(await ofDesk(), picked(unknown))).toBe(`${lead.id} chosen`);
    expect(await stored(now, picked(unknown))).toBe(" none");
    expect(await stored(now, picked(idOf(mine)))).toBe(" none");
    expect(await stored(now, lateOutcome({ browser: idOf(desk) }, { chosen: "nobody000000000" }))).toBe(
      "chosen invalid",
    );
  });

  test("that the server took under the earlier pairing is a duplicate, and changed is refused", async () => {
    const [before, now] = [await ofPerson(lead), await ofPerson(manager)];
    const n = next();
    const made = mailOutcome(n) as { id: string; detail: object };
    const [first] = (await ingest(server, before, [made])).results;
    const again = { ...made, n: next(), detail: { ...made.detail, late: { browser: idOf(before), n } } };
    expect((await ingest(server, now, [again])).results[0]).toEqual({ ...first, status: "duplicate" });
    const other = { ...again, occurredAt: "2026-11-20T09:00:00.000Z" };
    expect((await ingest(server, now, [other])).results[0]).toMatchObject({
      field: "id",
      reason: "id-taken",
    });
    const elsewhere = { ...again, detail: { ...made.detail, late: { browser: unknown, n } } };
    expect((await ingest(server, now, [elsewhere])).results[0]).toMatchObject({ reason: "id-taken" });
  });

  test("sent twice, its second time is a duplicate, with who was picked then too", async () => {
    const now = await ofPerson(manager);
    for (const event of [
      lateOutcome({ browser: unknown, user: lead.id }),
      lateOutcome({ browser: unknown }, { chosen: lead.id }),
    ]) {
      const statuses = [await ingest(server, now, [event]), await ingest(server, now, [event])];
      expect(statuses.map(({ results }) => results[0]?.status)).toEqual(["accepted", "duplicate"]);
    }
  });

  test.each<[string, unknown]>([
    ["without its number", { browser: unknown, n: undefined }],
    ["with a name in it", { browser: unknown, n: 1, user: "Amy Hale" }],
    ["with more in it", { browser: unknown, n: 1, name: "x" }],
    ["as text", "late"],
  ])("%s is refused", async (_, late) => {
    const made = mailOutcome(next()) as { detail: object };
    const event = { ...made, detail: { ...made.detail, late } };
    expect(await stored(await ofDesk(), event)).toMatch(/^detail\.late.* (invalid|unknown-field)$/);
  });
});

describe("a view of an earlier pairing is stored where it was lawful when it was made", () => {
  const notice = () => Number(database.prepare("SELECT max(number) AS n FROM notices").get()?.n);
  const showTo = (user: string, browser: string) =>
    database
      .prepare(
        "INSERT INTO notice_shown (id, notice, user, browser, at) VALUES (?, ?, ?, ?, '2026-11-24 09:00:00.000Z')",
      )
      .run(`shown${String(next()).padStart(10, "0")}`, notice(), user, browser);
  const view = (late: object) => {
    const made = recordView(next(), "123") as { detail: object };
    return { ...made, detail: { ...made.detail, late: { n: 1, ...late } } };
  };

  test("at the desk that was shown the notice, or to the person whose browser it was", async () => {
    const [desk, mine, now] = [await ofDesk(), await ofPerson(lead), await ofDesk()];
    const [fromDesk, fromMine] = [{ browser: idOf(desk) }, { browser: idOf(mine), user: lead.id }];
    expect(await stored(now, view(fromDesk))).toBe("kind recording-off");
    expect(await stored(now, view(fromMine))).toBe("kind recording-off");
    showTo("", idOf(desk));
    expect(await stored(now, view(fromDesk))).toBe(" none");
    expect(await stored(now, view(fromMine))).toBe("kind recording-off");
    showTo(lead.id, "");
    expect(await stored(now, view(fromMine))).toBe(" none");
  });

  test("after the notice that comes with it, from a desk that the server forgot", async () => {
    const now = await ofDesk();
    const shown = (late: object, more: object = {}) => {
      const detail = { v: 1, notice: notice(), ...more, late: { n: 1, ...late } };
      return { ...mailOutcome(next()), kind: "notice.shown", trace: undefined, detail };
    };
    const at = { browser: unknown };
    expect(await stored(now, view(at))).toBe("kind recording-off");
    expect(await stored(now, shown(at, { desk: true }))).toBe(" none");
    expect(await stored(now, view(at))).toBe(" none");
  });

  test("no browser says of somebody else that a notice was shown", async () => {
    const now = await ofPerson(manager);
    const detail = { v: 1, notice: notice(), late: { browser: unknown, n: 1, user: lead.id } };
    await ingest(server, now, [{ ...mailOutcome(next()), kind: "notice.shown", trace: undefined, detail }]);
    expect(database.prepare("SELECT count(*) AS n FROM notice_shown").get()?.n).toBe(0);
  });
});
