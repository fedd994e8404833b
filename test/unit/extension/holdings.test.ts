import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeLocks, fakeStorage } from "./fake-storage.ts";

const { storage, kept, empty } = fakeStorage();
vi.mock("wxt/browser", () => ({ browser: { storage } }));
vi.stubGlobal("navigator", { locks: fakeLocks() });
const outbox: { id: string; fact: { detail: { outcome?: string }; trace?: string } }[] = [];
let room = true;
const keep = vi.fn(async (fact: (typeof outbox)[number]["fact"], _browser: string, id = "fresh") => {
  if (!room) return { kept: false, why: "store-failed" };
  outbox.push({ id, fact });
  return { kept: true, id };
});
vi.mock("../../../extension/outbox/keep.ts", () => ({ keep }));
vi.mock("../../../extension/outbox/database.ts", () => ({
  database: async () => ({ getAll: async () => outbox.map(({ id }) => ({ event: { id } })) }),
}));

const { followed, endOrphanedHoldings, endHoldingsIn, endAllHoldings } = await import(
  "../../../extension/background/holdings.ts"
);

const trace = "a".repeat(15);
const page = { sender: "content", tab: 7, frame: 0, host: "post.harbour.example" } as const;
const occurredAt = "2026-11-24T12:00:00.000Z";
const seen = { v: 1, adapter: "roundcube", files: 1, strength: "strong" };

const held = (at: typeof page | { tab: number } = page, of = trace) =>
  followed(
    { kind: "mail.held", occurredAt, trace: of, detail: seen },
    "maya",
    { ...page, ...at },
    async () => ({
      kept: true,
    }),
  );
const said = (outcome: string) =>
  followed(
    { kind: "mail.outcome", occurredAt, trace, detail: { ...seen, outcome } },
    "maya",
    page,
    async () => {
      outbox.push({ id: "said", fact: { trace, detail: { outcome } } });
      return { kept: true };
    },
  );
/** What an update, a restart and switching on again have in common. */
const nextRun = () => {
  kept.session = {};
};
const outcomes = () => outbox.map(({ fact }) => fact.detail.outcome);

beforeEach(() => {
  empty();
  outbox.length = 0;
  room = true;
  kept.local.pairing = { server: "https://c.example", token: "t", browser: "b", pairedAt: occurredAt };
});

describe("a held document whose question nobody could answer any more", () => {
  test("updated beneath the page: closed, once", async () => {
    await held();
    await endOrphanedHoldings();
    expect(outcomes()).toEqual([]);
    nextRun();
    await Promise.all([endOrphanedHoldings(), endOrphanedHoldings()]);
    expect(outcomes()).toEqual(["closed"]);
    expect(outbox[0]?.fact).toMatchObject({ trace, detail: { ...seen, outcome: "closed" } });
  });

  test("ended between keeping and remembering: still once", async () => {
    await held();
    const before = structuredClone(kept.local.holdings);
    nextRun();
    await endOrphanedHoldings();
    kept.local.holdings = before;
    nextRun();
    await endOrphanedHoldings();
    expect(outcomes()).toEqual(["closed"]);
  });

  test("a store that was full is tried again at the next start", async () => {
    await held();
    nextRun();
    room = false;
    await endOrphanedHoldings();
    room = true;
    await endOrphanedHoldings();
    expect(outcomes()).toEqual(["closed"]);
  });

  test("the tab goes: whoever tells it first is the only one", async () => {
    await held();
    await Promise.all([said("closed"), endHoldingsIn(7)]);
    expect(outcomes()).toEqual(["closed"]);
    await held();
    await Promise.all([endHoldingsIn(7), said("closed")]);
    expect(outcomes()).toEqual(["closed", "closed"]);
  });

  test("another tab's question stays open", async () => {
    await held();
    await endHoldingsIn(8);
    expect(outcomes()).toEqual([]);
    expect(await said("removed")).toEqual({ kept: true });
  });

  test("told as not decided in time: that is its outcome, unless somebody chooses after all", async () => {
    await held();
    await said("undecided");
    nextRun();
    await endOrphanedHoldings();
    expect(outcomes()).toEqual(["undecided"]);
    await held();
    await said("undecided");
    await said("removed");
    expect(outcomes()).toEqual(["undecided", "undecided", "removed"]);
  });

  test("answered: nothing is left to tell", async () => {
    await held();
    await said("sent-anyway");
    nextRun();
    await endOrphanedHoldings();
    expect(outcomes()).toEqual(["sent-anyway"]);
  });

  test("a frame asks one question at a time: the next takes the place of the last", async () => {
    await held(page, "b".repeat(15));
    await held();
    nextRun();
    await endOrphanedHoldings();
    expect(outbox.map(({ fact }) => fact.trace)).toEqual([trace]);
  });

  test("revoked: told before the pairing goes; afterwards there is nobody to tell it to", async () => {
    await held();
    await endAllHoldings();
    expect(outcomes()).toEqual(["closed"]);
    await held();
    delete kept.local.pairing;
    nextRun();
    await endOrphanedHoldings();
    expect(outcomes()).toEqual(["closed"]);
    expect(kept.local.holdings).toEqual([]);
  });
});
