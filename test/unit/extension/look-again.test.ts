import { beforeEach, expect, test, vi } from "vitest";

const [create, server, pairing] = vi.hoisted(() => [vi.fn(), vi.fn(), vi.fn()]);
vi.mock("wxt/browser", () => ({ browser: { alarms: { create } } }));
vi.mock("../../../extension/pairing/managed.ts", () => ({ managedServer: server }));
vi.mock("../../../extension/pairing/pairing.ts", () => ({ currentPairing: { get: pairing } }));

import { look, lookAgain, looks } from "../../../extension/background/look-again.ts";

const apply = vi.fn(async () => undefined);
/** The alarm that was set last. */
const next = (): string | undefined => create.mock.lastCall?.[0];

beforeEach(() => void vi.resetAllMocks());

test("the browser's own policy is looked for until it is there, and then followed", async () => {
  await lookAgain();
  for (const there of [undefined, undefined, "https://chaperone.harbour.example"]) {
    server.mockResolvedValue(there);
    await look(next() ?? "", apply);
  }
  expect(apply).toHaveBeenCalledOnce();
  expect(create).toHaveBeenCalledTimes(3);
  expect(new Set(create.mock.calls.map(([name]) => name)).size).toBe(3);
});

test("in a browser of nobody's clinic it is looked for a few times, and nothing is done", async () => {
  let rang = 0;
  await lookAgain();
  for (let name = next(); name !== undefined && rang < 100; name = next()) {
    create.mockReset();
    rang += 1;
    await look(name, apply);
  }
  expect(rang).toBe(10);
  expect(apply).not.toHaveBeenCalled();
});

test("a paired browser looks for none, and an alarm of an earlier version is the last", async () => {
  pairing.mockResolvedValue({ server: "https://chaperone.harbour.example" });
  await lookAgain();
  pairing.mockResolvedValue(undefined);
  await look(looks, apply);
  expect(create).not.toHaveBeenCalled();
});
