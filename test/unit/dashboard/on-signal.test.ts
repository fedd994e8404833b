import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { onSignal } from "#lib/on-signal.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A line, and a page that answers when the test says so. */
function page() {
  let signal = () => {};
  let asked = 0;
  let arrive = () => {};
  const end = onSignal(
    async (told) => {
      signal = told;
      return async () => {};
    },
    () => {
      asked += 1;
      return new Promise<void>((resolve) => {
        arrive = resolve;
      });
    },
  );
  return { signal: () => signal(), arrive: () => arrive(), asked: () => asked, end };
}

test("while an answer is due nothing more is asked; what was signalled meanwhile is asked for once", async () => {
  const { signal, arrive, asked } = page();
  await vi.runAllTimersAsync();
  expect(asked()).toBe(1);
  for (let i = 0; i < 5; i += 1) {
    signal();
    await vi.runAllTimersAsync();
  }
  expect(asked()).toBe(1);
  arrive();
  await vi.runAllTimersAsync();
  expect(asked()).toBe(2);
  arrive();
  await vi.runAllTimersAsync();
  expect(asked()).toBe(2);
});

test("a page that was left asks no more", async () => {
  const { signal, arrive, asked, end } = page();
  await vi.runAllTimersAsync();
  signal();
  end();
  arrive();
  await vi.runAllTimersAsync();
  expect(asked()).toBe(1);
});

test("a page rests for four times as long as its answer took, and no longer than ten seconds", async () => {
  const { signal, arrive, asked } = page();
  await vi.advanceTimersByTimeAsync(300);
  expect(asked()).toBe(1);
  await vi.advanceTimersByTimeAsync(1_000);
  arrive();
  signal();
  await vi.advanceTimersByTimeAsync(3_900);
  expect(asked()).toBe(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(asked()).toBe(2);
  await vi.advanceTimersByTimeAsync(60_000);
  arrive();
  signal();
  await vi.advanceTimersByTimeAsync(9_900);
  expect(asked()).toBe(2);
  await vi.advanceTimersByTimeAsync(200);
  expect(asked()).toBe(3);
  arrive();
  await vi.advanceTimersByTimeAsync(60_000);
  signal();
  await vi.advanceTimersByTimeAsync(300);
  expect(asked()).toBe(4);
});
