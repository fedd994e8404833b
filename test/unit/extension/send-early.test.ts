import { afterEach, beforeEach, expect, test, vi } from "vitest";

const sendMessage = vi.hoisted(() => vi.fn());
vi.mock("wxt/browser", () => ({ browser: { runtime: { sendMessage } } }));

import { sendEarly, Unanswered } from "../../../extension/send.ts";

const hello = { adapter: "records", frame: "top", starts: true } as const;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  sendMessage.mockReset();
});

test("a page that begins before the background is there asks again", async () => {
  sendMessage
    .mockRejectedValueOnce(new Error("Receiving end does not exist."))
    .mockResolvedValueOnce({ answer: 7 });
  const answer = sendEarly("hello", hello);
  await vi.runAllTimersAsync();
  expect(await answer).toBe(7);
});

test("and gives up after a few tries", async () => {
  sendMessage.mockRejectedValue(new Error("Receiving end does not exist."));
  const answer = sendEarly("hello", hello).catch((why: unknown) => why);
  await vi.runAllTimersAsync();
  expect(await answer).toBeInstanceOf(Unanswered);
  expect(sendMessage).toHaveBeenCalledTimes(3);
});
