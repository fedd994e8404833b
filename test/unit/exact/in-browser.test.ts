import "fake-indexeddb/auto";
import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { tableOf } from "#domain/exact/table";
import { numberText } from "#domain/exact/tokens";
import { isFitHealth } from "#domain/ledger/given/unfit";
import { serve as serveDesk } from "../../../extension/desk/serve.ts";
import { createDetector } from "../../../extension/detector/client.ts";
import type { Answer, Request } from "../../../extension/detector/messages.ts";
import { type Channel, serve } from "../../../extension/detector/serve.ts";
import { fakeLocks, fakeStorage } from "../extension/fake-storage.ts";
import { key, token } from "./mark.ts";

const fake = vi.hoisted(() => ({ storage: {} as object }));
vi.mock("wxt/browser", () => ({ browser: fake }));
/** What a desk hears from the background. */
const background = vi.hoisted(() => ({ answer: undefined as undefined | (() => Promise<unknown>) }));
vi.mock("../../../extension/send.ts", () => ({
  send: (_: string, data: { holds: string }) =>
    background.answer ? background.answer() : listForDesk(data, told),
}));
const told = vi.fn();
const { storage, kept, empty } = fakeStorage();
Object.assign(fake, { storage, runtime: {}, permissions: { contains: async () => true } });
vi.stubGlobal("navigator", { locks: fakeLocks() });

const { refreshList } = await import("../../../extension/exact/refresh.ts");
const { dropList, keepList, keptHash } = await import("../../../extension/exact/store.ts");
const { knownList } = await import("../../../extension/exact/known.ts");
const { listForDesk } = await import("../../../extension/exact/for-desk.ts");
const { listStanding } = await import("../../../extension/exact/standing.ts");
const { currentHealth } = await import("../../../extension/policy/coverage.ts");
const { fromBase64, toBase64 } = await import("../../../extension/exact/base64.ts");
const { heldList } = await import("../../../extension/desk/held-list.ts");

const listOf = (...numbers: string[]) =>
  tableOf(key, Float64Array.from(numbers.map((one) => token(numberText(one)))));
/** What the list that is kept here says of a text, as a desk is given it. */
async function placesOfKnown(text: string) {
  const known = knownList();
  const { list } = await listForDesk({ holds: "" }, told);
  known.take(list === null ? null : fromBase64(list));
  return known.placesIn(text);
}
const said = (bytes: Uint8Array) => ({
  sha256: createHash("sha256").update(bytes).digest("hex"),
  bytes: bytes.length,
});
const asked: { url: string; token: string | null }[] = [];
let served: (() => Response) | undefined;
vi.stubGlobal("fetch", async (url: string, { headers }: RequestInit) => {
  asked.push({ url, token: new Headers(headers).get("authorization") });
  if (!served) throw new TypeError("no network");
  return served();
});

/** What the policy says; null is off. */
function policySays(exact: object | null | undefined, heardAgo = 0): void {
  kept.local.pairing = {
    ...{ server: "https://clinic.example", token: "t1", browser: "b".repeat(15), signingKey: "" },
    pairedAt: "2026-11-20T10:00:00.000Z",
  };
  kept.local.policy = {
    etag: '"1"',
    fetchedAt: Date.now() - heardAgo,
    answer: {
      revision: "1",
      serverTime: "2026-11-20T10:00:00.000Z",
      clinic: {
        ...{ name: "Harbour", timeZone: "Europe/London", lead: { title: "lead", name: "Priya" } },
        ...{ reviewDay: "", approvedSystem: "", dashboard: "" },
      },
      browser: { id: "b".repeat(15), name: "Room 1", holder: "desk", device: "clinic", user: null },
      ...{ people: [], accounts: [], notice: null, recording: { on: true } },
      ...{ referenceKey: "0".repeat(64), sites: [] },
      mail: { ownDomains: [], approvedDomains: [], override: true, reasons: [] },
      ...(exact !== undefined && { exact }),
    },
  };
}

beforeEach(() => asked.splice(0));
afterEach(async () => {
  vi.restoreAllMocks();
  told.mockClear();
  background.answer = undefined;
  empty();
  await dropList();
});

describe("a browser keeps the list", () => {
  const bytes = listOf("9990000018");
  const give = (body: Uint8Array, status = 200) => {
    served = () => new Response(Uint8Array.from(body), { status });
  };

  test("that the policy names, and asks for it once", async () => {
    give(bytes);
    policySays(said(bytes));
    await refreshList();
    await refreshList();
    expect(await keptHash()).toBe(said(bytes).sha256);
    expect(asked).toEqual([{ url: "https://clinic.example/api/chaperone/browser-exact-list", token: "t1" }]);
  });

  test.each([
    ["another list than was named", () => listOf("9990000026"), said(bytes)],
    ["one that is longer", () => Uint8Array.from([...bytes, 0]), said(bytes)],
    ["one that is cut", () => bytes.subarray(0, 40), said(bytes)],
    [
      "what is none, with the right hash",
      () => bytes.with(0, 0),
      { ...said(bytes.with(0, 0)), bytes: bytes.length },
    ],
    ["one too large to be any", () => bytes, { ...said(bytes), bytes: 100_000_000 }],
  ])("and takes no %s", async (_, body, named) => {
    give(body());
    policySays(named);
    await refreshList();
    expect(await keptHash()).toBe("");
  });

  test("until the next is there: what did not come is asked for again", async () => {
    give(bytes);
    policySays(said(bytes));
    await refreshList();
    const next = listOf("9990000026");
    served = undefined;
    policySays(said(next));
    await refreshList();
    expect(await keptHash()).toBe(said(bytes).sha256);
    give(next);
    await refreshList();
    expect(await keptHash()).toBe(said(next).sha256);
    expect(await placesOfKnown("999 000 0026")).toHaveLength(1);
    expect(await placesOfKnown("999 000 0018")).toEqual([]);
  });

  test.each([
    ["it is switched off", () => policySays(null)],
    ["its server knows of none", () => policySays(undefined)],
    ["the pairing ends", () => empty()],
    ["nothing was heard of the clinic for half a year", () => policySays(said(bytes), 181 * 86_400_000)],
  ])("no longer once %s, and asks nobody", async (_, ends) => {
    give(bytes);
    policySays(said(bytes));
    await refreshList();
    expect(await placesOfKnown("999 000 0018")).toHaveLength(1);
    asked.splice(0);
    ends();
    await refreshList();
    expect([await keptHash(), asked]).toEqual(["", []]);
    expect(await placesOfKnown("999 000 0018")).toEqual([]);
  });
});

describe("how it stands is known, and never looks like nothing found", () => {
  /** As the server is told. */
  const toldAs = async () => {
    const health = await currentHealth("1.0.0", 0);
    expect(isFitHealth(health)).toBe(true);
    return health.adapters.find(({ id }) => id === "patient-list")?.state;
  };
  const bytes = listOf("9990000018");
  const give = (body: Uint8Array) => {
    served = () => new Response(Uint8Array.from(body));
  };
  const damage = () =>
    keepList({ sha256: said(bytes).sha256, bytes: Uint8Array.from(bytes.with(40, (bytes[40] ?? 0) ^ 1)) });
  const breakStore = () => {
    const broken = () => {
      throw new DOMException("no", "UnknownError");
    };
    vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(broken);
    vi.spyOn(indexedDB, "open").mockImplementation(broken);
  };

  test("off, not here, kept, older, and again kept", async () => {
    expect(await listStanding()).toBe("off");
    policySays(null);
    expect(await listStanding()).toBe("off");
    served = undefined;
    policySays(said(bytes));
    await refreshList();
    expect(await listStanding()).toBe("not-here");
    expect(await toldAs()).toBe("blind");
    give(bytes);
    await refreshList();
    expect(await listStanding()).toBe("kept");
    expect(await toldAs()).toBeUndefined();
    const next = listOf("9990000026");
    policySays(said(next));
    served = undefined;
    await refreshList();
    expect(await listStanding()).toBe("older");
    expect(await toldAs()).toBe("late");
    // The one before goes on meanwhile.
    expect(await placesOfKnown("999 000 0018")).toHaveLength(1);
    give(next);
    await refreshList();
    expect(await listStanding()).toBe("kept");
  });

  test("a store that can’t be read is told, by itself and to a desk, and is read again once it can", async () => {
    give(bytes);
    policySays(said(bytes));
    await refreshList();
    breakStore();
    expect(await listStanding()).toBe("unreadable");
    expect(await toldAs()).toBe("blind");
    expect(await listForDesk({ holds: "" }, told)).toEqual({ sha256: "", list: null });
    expect(told).toHaveBeenCalledOnce();
    await refreshList();
    vi.restoreAllMocks();
    await refreshList();
    expect(await listStanding()).toBe("kept");
  });

  test("a store that hangs counts as one that can’t be read", async () => {
    give(bytes);
    policySays(said(bytes));
    await refreshList();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(
        () => ({ store: { get: () => new Promise(() => undefined) } }) as never,
      );
      const standing = listStanding();
      await vi.advanceTimersByTimeAsync(5_000);
      expect(await standing).toBe("unreadable");
    } finally {
      vi.useRealTimers();
    }
  });

  test("one that is damaged goes, and is fetched anew before the desk is answered", async () => {
    give(bytes);
    policySays(said(bytes));
    await damage();
    expect(await placesOfKnown("999 000 0018")).toHaveLength(1);
    expect([asked.length, told.mock.calls.length]).toEqual([1, 0]);
    await damage();
    served = undefined;
    expect(await listForDesk({ holds: "" }, told)).toEqual({ sha256: "", list: null });
    expect([await listStanding(), told.mock.calls.length]).toEqual(["not-here", 1]);
  });

  test("a desk that holds it is given it no second time", async () => {
    give(bytes);
    policySays(said(bytes));
    await refreshList();
    const { sha256 } = said(bytes);
    expect(await listForDesk({ holds: sha256 }, told)).toEqual({ sha256, list: null });
    policySays(null);
    expect(await listForDesk({ holds: sha256 }, told)).toEqual({ sha256: "", list: null });
  });
});

test("bytes of every value come back from a message as they were", () => {
  const bytes = Uint8Array.from({ length: 70_001 }, (_, i) => (i * 31) % 256);
  expect(fromBase64(toBase64(bytes))).toEqual(bytes);
  expect(fromBase64(toBase64(new Uint8Array()))).toEqual(new Uint8Array());
});

/** A detector on the real serving half; its workers end at will. */
function detectorHere() {
  let current: EventTarget | undefined;
  const detector = createDetector(() => {
    const own = new EventTarget();
    const inside = new EventTarget();
    current = own;
    const channel = Object.assign(inside, {
      postMessage: (data: Answer) => own.dispatchEvent(new MessageEvent("message", { data })),
    });
    serve(channel as unknown as Channel, undefined, knownList());
    return Object.assign(own, {
      postMessage: (data: Request) => inside.dispatchEvent(new MessageEvent("message", { data })),
      terminate: () => undefined,
    }) as unknown as Worker;
  });
  return { detector, die: () => current?.dispatchEvent(new Event("error")) };
}

test("a text that names somebody of the list is strong by the worker’s answer, by a worker’s that follows too", async () => {
  served = () => new Response(Uint8Array.from(listOf("9990000018")));
  policySays(said(listOf("9990000018")));
  await refreshList();
  const { detector, die } = detectorHere();
  const ready = heldList(detector);
  const strength = async (what: Blob | string) => {
    await ready();
    const { strength, findings } = await detector.judge(what);
    return [strength, findings[0]?.kind];
  };
  expect(await strength(new Blob(["Lift table for 9990000018, two o’clock."]))).toEqual([
    "strong",
    "known-patient",
  ]);
  expect((await strength("Lift table for 9990000026, two o’clock."))[0]).toBe("none");
  die();
  expect((await strength("Lift table for 9990000018, two o’clock."))[0]).toBe("strong");
  await dropList();
  expect((await strength("Lift table for 9990000018, two o’clock."))[0]).toBe("none");
});

test("a list that the worker can’t read holds every document as not read", async () => {
  const { detector } = detectorHere();
  detector.take(new Uint8Array(60));
  expect(await detector.judge("Tea at four.")).toMatchObject({ strength: "unreadable" });
  detector.take(null);
  expect(await detector.judge("Tea at four.")).toMatchObject({ strength: "none" });
});

describe("a desk", () => {
  const { port1, port2 } = new MessageChannel();
  const heard = () =>
    new Promise<{ kind: string }>((resolve) => {
      port1.onmessage = ({ data }) => data.kind !== "ready" && resolve(data);
    });
  const judges = async (ready: () => Promise<void>) => {
    const { detector } = detectorHere();
    serveDesk(port2, detector, ready);
    const said = heard();
    port1.postMessage({ kind: "judge", id: 1, document: "Tea at four.", context: {}, budget: 5_000 });
    return said;
  };
  afterAll(() => {
    port1.close();
    port2.close();
  });

  test.each([
    ["the background does not answer", () => Promise.reject(new Error("gone"))],
    ["it names another list and gives none", async () => ({ sha256: "a".repeat(64), list: null })],
    ["it gives what is no base64", async () => ({ sha256: "a".repeat(64), list: "*" })],
  ])("has no verdict where %s, and asks again for the next", async (_, answer) => {
    background.answer = answer;
    const { detector } = detectorHere();
    const ready = heldList(detector);
    expect(await judges(ready)).toEqual({ kind: "failed", id: 1 });
    background.answer = undefined;
    expect(await judges(ready)).toMatchObject({ kind: "verdict", verdict: { strength: "none" } });
  });

  test("asks once for documents that come together, and no longer than it may", async () => {
    let count = 0;
    background.answer = async () => {
      count++;
      return { sha256: "", list: null };
    };
    const ready = heldList(detectorHere().detector);
    await Promise.all([ready(), ready(), ready()]);
    expect(count).toBe(1);
    await ready();
    expect(count).toBe(2);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      background.answer = () => new Promise(() => undefined);
      const late = ready();
      const refused = expect(late).rejects.toThrow("did not answer");
      await vi.advanceTimersByTimeAsync(3_001);
      await refused;
    } finally {
      vi.useRealTimers();
    }
  });
});
