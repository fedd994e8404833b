import { afterEach, expect, test, vi } from "vitest";

const send = vi.hoisted(() => vi.fn(async () => ({ paired: false, unwatched: null, adapter: null })));
vi.mock("../../../extension/send.ts", () => ({ sendEarly: send }));
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

test("asked anew before the first answer: the newer one holds, whichever comes last", async () => {
  const standing = new Standing(() => {});
  let late: (why: Error) => void = () => {};
  send.mockReturnValueOnce(new Promise((_, reject) => (late = reject)));
  const first = standing.ask();
  await standing.ask();
  expect(standing.mode).toBe("resting");
  late(new Error("nobody there"));
  await first;
  expect(standing.mode).toBe("resting");
});

test("without an answer it stands alone, and holds", async () => {
  send.mockRejectedValueOnce(new Error("nobody there"));
  const standing = new Standing(() => {});
  await standing.ask();
  expect([standing.mode, standing.takesFiles]).toEqual(["alone", true]);
});
