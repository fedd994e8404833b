import { afterEach, expect, it, vi } from "vitest";
import type { Entry } from "#lib/api/log.ts";
import TraceSection from "#lib/log/trace-section.svelte";
import { changedBehind, close, show, text } from "../changed/acting.ts";
import { Live } from "../changed/live.svelte.ts";

const held: Entry = {
  id: "held00000000001",
  kind: "mail.held",
  receivedAt: "2026-10-25T09:30:00.000Z",
  blanked: false,
  user: "maya00000000001",
  account: "",
  attribution: "paired",
  browser: "",
  n: 1,
  occurredAt: "2026-10-25T09:30:00.000Z",
  sentAt: "",
  system: "",
  recordRef: "",
  recordKind: "",
  trace: "trace0000000001",
  detail: "",
  userName: "Maya Lindqvist",
  browserName: "",
};

afterEach(close);

it("what happened with an entry stays on the screen while it is read anew", async () => {
  const answers: ((rows: readonly Entry[]) => void)[] = [];
  vi.stubGlobal(
    "fetch",
    () =>
      new Promise<Response>((resolve) =>
        answers.push((rows) => resolve(Response.json({ rows, next: null, asOf: held.receivedAt }))),
      ),
  );
  const entry = new Live(held);
  await show(TraceSection as never, {
    people: [],
    get entry() {
      return entry.value;
    },
  });
  await vi.waitUntil(() => answers.length === 1);
  expect(text()).toContain("Looking for what belongs together");
  answers[0]?.([held]);
  await vi.waitUntil(() => text().includes("this entry"));
  const row = document.querySelector("li");

  await changedBehind(entry, { ...held });
  await vi.waitUntil(() => answers.length === 2);
  expect(document.querySelector("li")).toBe(row);
  answers[1]?.([{ ...held, id: "after0000000001", kind: "mail.outcome" }, held]);
  await vi.waitUntil(() => document.querySelectorAll("li").length === 2);
  expect(document.querySelector("li")).toBe(row);

  // Of another trace nothing is known yet.
  await changedBehind(entry, { ...held, trace: "trace0000000002" });
  expect(document.querySelectorAll("li")).toHaveLength(0);
});

it("a document that came from a record is told in one line, from the view to what became of it", async () => {
  const at = (minute: number, kind: string, detail: object): Entry => ({
    ...held,
    id: `event00000000${minute}`,
    kind,
    occurredAt: `2026-10-25T09:${minute}:00.000Z`,
    detail: JSON.stringify(detail),
  });
  const outcome = { v: 1, adapter: "gmail", outcome: "removed", files: 1, strength: "strong" };
  const rows = [
    at(40, "mail.outcome", outcome),
    at(32, "record.download", { v: 2, adapter: 2, page: "patient", what: "letter" }),
    at(31, "record.view", { v: 2, adapter: 2, page: "patient" }),
  ];
  vi.stubGlobal("fetch", async () => Response.json({ rows, next: null, asOf: held.receivedAt }));
  await show(TraceSection as never, { people: [], entry: rows[0] });
  await vi.waitUntil(() => document.querySelector("[data-trace-line]") !== null);
  const line = document.querySelector("[data-trace-line]")?.textContent?.replace(/\s+/g, " ").trim();
  expect(line).toMatch(/^View \d\d:31 → Download, letter \d\d:32 → Taken out \d\d:40$/);
});
