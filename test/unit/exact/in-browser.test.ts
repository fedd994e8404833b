import "fake-indexeddb/auto";
import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { tableOf } from "#domain/exact/table";
import { numberText } from "#domain/exact/tokens";
import { createDetector } from "../../../extension/detector/client.ts";
import type { Answer, Request } from "../../../extension/detector/messages.ts";
import { type Channel, serve } from "../../../extension/detector/serve.ts";
import { fakeLocks, fakeStorage } from "../extension/fake-storage.ts";
import { key, token } from "./mark.ts";

const fake = vi.hoisted(() => ({ storage: {} as object }));
vi.mock("wxt/browser", () => ({ browser: fake }));
const { storage, kept, empty } = fakeStorage();
Object.assign(fake, { storage });
vi.stubGlobal("navigator", { locks: fakeLocks() });

const { refreshList } = await import("../../../extension/exact/refresh.ts");
const { dropList, keptHash } = await import("../../../extension/exact/store.ts");
const { placesOfKnown } = await import("../../../extension/exact/known.ts");

const listOf = (...numbers: string[]) =>
  tableOf(key, Float64Array.from(numbers.map((one) => token(numberText(one)))));
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
function policySays(exact: object | null | undefined): void {
  kept.local.pairing = {
    ...{ server: "https://clinic.example", token: "t1", browser: "b".repeat(15), signingKey: "" },
    pairedAt: "2026-11-20T10:00:00.000Z",
  };
  kept.local.policy = {
    etag: '"1"',
    fetchedAt: 1,
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

test("a text that names somebody of the list is strong by the worker’s answer", async () => {
  served = () => new Response(Uint8Array.from(listOf("9990000018")));
  policySays(said(listOf("9990000018")));
  await refreshList();
  const own = new EventTarget();
  const inside = new EventTarget();
  const channel = Object.assign(inside, {
    postMessage: (data: Answer) => own.dispatchEvent(new MessageEvent("message", { data })),
  });
  serve(channel as unknown as Channel, undefined, placesOfKnown);
  const worker = Object.assign(own, {
    postMessage: (data: Request) => inside.dispatchEvent(new MessageEvent("message", { data })),
    terminate: () => undefined,
  });
  const detector = createDetector(() => worker as unknown as Worker);
  const named = await detector.judge(new Blob(["Lift table for 9990000018, two o’clock."]));
  expect([named.strength, named.findings[0]?.kind]).toEqual(["strong", "known-patient"]);
  const other = await detector.judge("Lift table for 9990000026, two o’clock.");
  expect(other.strength).toBe("none");
  await dropList();
  expect((await detector.judge("Lift table for 9990000018, two o’clock.")).strength).toBe("none");
});
