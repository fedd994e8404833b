import { afterEach, expect, test, vi } from "vitest";

const send = vi.hoisted(() => vi.fn(async () => ({ paired: false, unwatched: null, adapter: null })));
vi.mock("../../../extension/send.ts", () => ({ send }));
vi.mock("../../../extension/guard/orphaned.ts", () => ({ isOrphaned: () => false }));

import { Standing } from "../../../extension/guard/standing.ts";

afterEach(() => {
  send.mockClear();
  Reflect.deleteProperty(document, "prerendering");
});

test("a page that is drawn ahead says nothing of itself until it is shown", async () => {
  Object.defineProperty(document, "prerendering", { value: true, configurable: true });
  const standing = new Standing(() => {});
  const asked = standing.ask();
  await Promise.resolve();
  expect(send).not.toHaveBeenCalled();
  expect(standing.takesFiles).toBe(true);
  document.dispatchEvent(new Event("prerenderingchange"));
  await asked;
  expect(send).toHaveBeenCalledOnce();
  expect(standing.mode).toBe("resting");
});

test("any other page says so at once", async () => {
  await new Standing(() => {}).ask();
  expect(send).toHaveBeenCalledOnce();
});
