import { afterEach, describe, expect, test, vi } from "vitest";
import type { Reading } from "#domain/detector/verdict";
import { createDetector } from "../../../extension/detector/client.ts";
import type { Answer, Request } from "../../../extension/detector/messages.ts";
import { type Channel, serve } from "../../../extension/detector/serve.ts";
import { letter } from "./files.ts";

/** A worker in this thread, on the real serving half; a hung one takes messages and never answers. */
function startWorker(hangs = false) {
  const own = new EventTarget();
  const inside = new EventTarget();
  const sent: Request[] = [];
  let ended = false;
  const worker = Object.assign(own, {
    postMessage(data: Request) {
      sent.push(data);
      if (!hangs) queueMicrotask(() => inside.dispatchEvent(new MessageEvent("message", { data })));
    },
    terminate: vi.fn(() => {
      ended = true;
    }),
    sent,
  });
  const channel = Object.assign(inside, {
    postMessage(data: Answer) {
      if (!ended) own.dispatchEvent(new MessageEvent("message", { data }));
    },
  });
  if (!hangs) serve(channel as unknown as Channel);
  return worker;
}

const workers: ReturnType<typeof startWorker>[] = [];
function detector(...hangs: boolean[]) {
  return createDetector(() => {
    const worker = startWorker(hangs[workers.length] ?? false);
    workers.push(worker);
    return worker as unknown as Worker;
  });
}

afterEach(() => workers.splice(0));

describe("a detector in a worker", () => {
  test("judges a text and a file", async () => {
    const subject = detector();
    const [text, file] = await Promise.all([subject.judge(letter), subject.judge(new Blob([letter]))]);
    expect(text).toMatchObject({ strength: "strong", patients: 1 });
    expect(file.score).toBe(text.score);
  });
  test("tells how far it is", async () => {
    const told: Reading["read"][] = [];
    await detector().judge(new Blob([letter]), {}, { onProgress: (read) => told.push(read) });
    expect(told).toEqual([{ unit: "byte", done: letter.length, of: letter.length }]);
  });
  test("a hung worker is ended and replaced, and the next file is judged", async () => {
    const subject = detector(true);
    // It never answers: that there is a verdict shows that it was ended.
    const verdict = await subject.judge(new Blob([letter]), {}, { budget: 100 });
    expect(verdict).toMatchObject({ strength: "unreadable", unreadable: "timed-out" });
    expect(workers[0]?.terminate).toHaveBeenCalledOnce();
    expect(await subject.judge(letter)).toMatchObject({ strength: "strong" });
    expect(workers).toHaveLength(2);
  });
  test("what waited behind a hung file is judged by the next worker", async () => {
    const subject = detector(true);
    const hung = subject.judge("anything", {}, { budget: 100 });
    const behind = subject.judge(letter, {}, { budget: 5_000 });
    expect(await hung).toMatchObject({ unreadable: "timed-out" });
    expect(await behind).toMatchObject({ strength: "strong" });
  });
  test("a worker that dies answers damaged and is replaced", async () => {
    const subject = detector(true);
    const verdict = subject.judge("anything");
    workers[0]?.dispatchEvent(new Event("error"));
    expect(await verdict).toMatchObject({ strength: "unreadable", unreadable: "damaged" });
    expect(await subject.judge(letter)).toMatchObject({ strength: "strong" });
    expect(workers).toHaveLength(2);
  });
  test("an aborted question is taken back", async () => {
    const subject = detector(true);
    const stop = new AbortController();
    const verdict = subject.judge("anything", {}, { signal: stop.signal });
    stop.abort();
    await expect(verdict).rejects.toBe(stop.signal.reason);
    expect(workers[0]?.sent).toContainEqual({ stop: 1 });
    await expect(subject.judge("x", {}, { signal: stop.signal })).rejects.toBe(stop.signal.reason);
  });
  test("more files than may wait are answered at once, none is lost", async () => {
    const subject = detector();
    const verdicts = await Promise.all(Array.from({ length: 80 }, () => subject.judge(new Blob([letter]))));
    expect(verdicts.filter(({ strength }) => strength === "strong").length).toBeGreaterThanOrEqual(64);
    expect(verdicts.every(({ strength }) => strength !== "none")).toBe(true);
  });
  test("after its end it answers that it did not read", async () => {
    const subject = detector(true);
    const verdict = subject.judge(letter);
    subject.dispose();
    expect(await verdict).toMatchObject({ strength: "unreadable" });
    expect(await subject.judge(letter)).toMatchObject({ strength: "unreadable" });
    expect(workers).toHaveLength(1);
  });
});
