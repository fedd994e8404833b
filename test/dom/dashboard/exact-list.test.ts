import { tick } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ExactAnswer } from "#domain/clinic/exact-list";
import type { Clinic } from "#lib/api/clinic.ts";
import ExactList from "#lib/settings/exact/exact-list.svelte";
import type { How } from "#lib/settings/exact/prepare.ts";
import { close, control, fill, press, send, show, text } from "../changed/acting.ts";

// The worker’s own steps, in this thread: a worker is a real browser’s.
vi.mock("#lib/settings/exact/list-worker.ts", async () => {
  const { headOf, lookAt, makeOf } = await import("#lib/settings/exact/work.ts");
  const { key, token } = await import("../../unit/exact/mark.ts");
  return {
    readHead: (file: Blob) => headOf(file),
    lookThrough: (file: Blob, how: How) => lookAt(file, how, () => undefined),
    makeTable: (file: Blob, how: How, signal: AbortSignal) =>
      makeOf(file, how, key, token, () => signal.throwIfAborted()),
  };
});

// The row behind the page has gone on: what is done carries the version in which the list was read.
const clinic = { id: "clinic000000000", version: 9, mailDomains: ["harbour.example"] } as unknown as Clinic;
const decision = {
  ...{
    decidedOn: "2026-05-04",
    decidedBy: "The partners",
    reference: "DPIA 7",
    reason: "It happened twice.",
  },
  ...{ at: "2026-05-04T10:00:00.000Z", by: "user00000000002" },
};
const list = (days: number) => ({
  ...{ number: 2, sha256: "a".repeat(64), bytes: 100, people: 1_200, tokens: 3_400, by: "user00000000002" },
  at: new Date(Date.now() - days * 86_400_000).toISOString(),
});
const asked: { path: string; body: unknown }[] = [];
const done = vi.fn();
const shown = (exact: Omit<ExactAnswer, "version">) =>
  show(ExactList as never, {
    clinic,
    exact: { ...exact, version: 3 },
    nameOf: () => "Priya Raman",
    ondone: done,
  });

beforeEach(() => {
  asked.splice(0);
  vi.stubGlobal("fetch", async (address: string | URL, { body }: RequestInit = {}) => {
    asked.push({ path: new URL(String(address)).pathname, body });
    return Response.json(String(address).includes("/act") ? { id: clinic.id, version: 4 } : list(0));
  });
});
afterEach(async () => {
  await close();
  done.mockReset();
  vi.unstubAllGlobals();
});

test("off says what the risk is, and asks for the decision before anything else", async () => {
  await shown({ decision: null, list: null, there: false });
  expect(text()).toContain("can try names, days and numbers one after the other");
  expect(document.querySelector("input[type=file]")).toBeNull();
  await send(() => text().includes("4 things to mend") || text().includes("Four things to mend"));
  expect(asked).toEqual([]);
  for (const [selector, value] of [
    ["#exact-day", "4"],
    ["#exact-day-month", "5"],
    ["#exact-day-year", "2026"],
    ["#exact-by", "The partners"],
    ["#exact-reference", "DPIA 7"],
    ["#exact-reason", "It happened twice."],
  ] as const)
    await fill(selector, value);
  await send(() => done.mock.calls.length === 1);
  expect(JSON.parse(String(asked[0]?.body))).toEqual({
    action: "clinic.exactOn",
    id: clinic.id,
    version: 3,
    data: {
      decidedOn: "2026-05-04",
      decidedBy: "The partners",
      reference: "DPIA 7",
      reason: "It happened twice.",
    },
  });
});

async function choose(csv: string): Promise<void> {
  const input = control("#exact-file");
  Object.defineProperty(input, "files", { value: [new File([csv], "Ada Moss.csv")] });
  input.dispatchEvent(new Event("change", { bubbles: true }));
  await vi.waitUntil(() => document.querySelector("#exact-birthday, [data-no-list]"), { timeout: 5_000 });
  await tick();
}

test("a file is looked through before it is made; what is sent holds counts and tokens, and no name", async () => {
  await shown({ decision, list: null, there: false });
  await choose("First name,Surname,DOB\nAda,Moss,12/03/1961\nTom,,12/03/1961\n");
  expect(text()).not.toContain("Make the list");
  await press("Look through it");
  await vi.waitUntil(() => document.querySelector("[data-looked]"), { timeout: 5_000 });
  expect(text()).toContain("1 cell left out, first name or surname missing, or an initial alone: line 3");
  expect(text()).not.toMatch(/Ada|Moss/);
  expect(asked).toEqual([]);
  await press("Make the list");
  await vi.waitUntil(() => done.mock.calls.length === 1, { timeout: 5_000 });
  const [{ path, body } = { path: "", body: undefined }, ...others] = asked;
  expect([path, others]).toEqual(["/api/chaperone/exact-list", []]);
  const form = body as FormData;
  expect([...form.keys()].sort()).toEqual(["file", "people", "version"]);
  expect([form.get("version"), form.get("people")]).toEqual(["3", "1"]);
  const file = form.get("file") as File;
  expect(file.name).toBe("list.bin");
  expect(Buffer.from(await file.arrayBuffer()).toString("latin1")).not.toMatch(/ada|moss/i);
});

test("what somebody changed meanwhile is told by its own words, and what stands there is read anew", async () => {
  const says = "Somebody changed this meanwhile. Look at what it says now, then try again.";
  vi.stubGlobal("fetch", async () =>
    Response.json({ message: "no", data: { version: { code: "stale", message: says } } }, { status: 400 }),
  );
  await shown({ decision, list: null, there: false });
  await choose("First name,Surname,DOB\nAda,Moss,12/03/1961\n");
  await press("Look through it");
  await vi.waitUntil(() => document.querySelector("[data-looked]"), { timeout: 5_000 });
  await press("Make the list");
  await vi.waitUntil(() => document.querySelector("[data-no-list]"), { timeout: 5_000 });
  expect(document.querySelector("[data-no-list]")?.textContent).toBe(says);
  expect(done).toHaveBeenCalledOnce();
  expect(text()).toContain("Make the list");
});

test("a decision that somebody recorded meanwhile is read anew, and nothing is written over it", async () => {
  vi.stubGlobal("fetch", async (_: string | URL, { body }: RequestInit = {}) => {
    asked.push({ path: "", body });
    return Response.json({ message: "Tom Reed changed this meanwhile.", data: {} }, { status: 409 });
  });
  await shown({ decision: null, list: null, there: false });
  for (const [selector, value] of [
    ["#exact-day", "4"],
    ["#exact-day-month", "5"],
    ["#exact-day-year", "2026"],
    ["#exact-by", "The partners"],
    ["#exact-reference", "DPIA 7"],
    ["#exact-reason", "It happened twice."],
  ] as const)
    await fill(selector, value);
  await send(() => done.mock.calls.length === 1);
  expect(asked.map(({ body }) => JSON.parse(String(body)).version)).toEqual([3]);
  expect(text()).toContain("meanwhile");
});

test("what is no table says why", async () => {
  await shown({ decision, list: null, there: false });
  await choose("PK\u0003\u0004 sheet");
  expect(text()).toContain("This is a workbook");
});

test.each([
  ["on", 3, true, "on"],
  ["old", 91, true, "the list is old, 91 days"],
  ["gone after a restore", 3, false, "the list is not on this server: make it anew"],
] as const)("a list that is %s says so", async (_, days, there, says) => {
  await shown({ decision, list: list(days), there });
  expect(text()).toContain(says);
  expect(text()).toContain("1,200 patients, 3,400 tokens");
  expect(text()).toContain("Decided 4 May 2026, by The partners");
});

test("it is switched off upon the row that was seen, after a question", async () => {
  await shown({ decision, list: list(3), there: true });
  await press("Switch it off");
  expect(asked).toEqual([]);
  control("dialog form, [role=dialog] form, form").dispatchEvent(
    new SubmitEvent("submit", { bubbles: true, cancelable: true }),
  );
  await vi.waitUntil(() => done.mock.calls.length > 0, { timeout: 5_000 });
  expect(JSON.parse(String(asked[0]?.body))).toMatchObject({ action: "clinic.exactOff", version: 3 });
});
