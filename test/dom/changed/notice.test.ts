import { afterEach, expect, it, vi } from "vitest";
import type { Clinic } from "#lib/api/clinic.ts";
import type { Notice } from "#lib/api/notices.ts";
import NoticeForm from "#lib/notice/notice-form.svelte";
import { asked, changedBehind, close, control, fill, press, send, serveActs, show, text } from "./acting.ts";
import { Live } from "./live.svelte.ts";

afterEach(async () => {
  await close();
  vi.unstubAllGlobals();
});

const first: Notice = {
  id: "notice000000001",
  number: 1,
  text: "What is recorded.",
  assessmentDecision: "Proportionate.",
  assessedBy: "Priya Raman",
  assessedOn: "2026-11-02 00:00:00.000Z",
  viewsSought: true,
  views: "They can see their own.",
  scope: "Openings of records",
  recordedBy: "user00000000001",
  created: "2026-11-02 10:00:00.000Z",
};
const second = { ...first, id: "notice000000002", number: 2, text: "What is recorded now." };

const open = async (notices: Live<readonly Notice[]>) =>
  await show(NoticeForm as never, {
    get notices() {
      return notices.value;
    },
    people: [],
    clinic: { leadTitle: "lead", name: "Harbour Physio" } as Clinic,
    leadName: "Priya Raman",
    onstale: () => undefined,
    ondone: () => undefined,
  });
async function write(): Promise<void> {
  for (const [part, value] of [
    ["", "2"],
    ["-month", "11"],
    ["-year", "2025"],
  ] as const)
    await fill(`#assessed-on${part}`, value);
  await fill("#views-sought", true);
  await fill("#views", "Nobody minds.");
  await fill("#text", "What is recorded, once more.");
}
const after = () => asked.map(({ data }) => data.after);

it("a notice is written upon the one in force, and another one since is shown before it takes its place", async () => {
  serveActs(
    () => ({ id: "notice", version: 1 }),
    () => undefined,
  );
  const notices = new Live<readonly Notice[]>([first]);
  await open(notices);
  await write();
  await changedBehind(notices, [second, first]);
  expect(text()).toContain("the text of the notice: “What is recorded.” →, now “What is recorded now.”");
  await send(() => asked.length === 1);
  expect(after()).toEqual([1]);
});

it("a draft that was begun upon an older notice says so, and goes on only once the newer one was seen", async () => {
  await open(new Live<readonly Notice[]>([first]));
  await write();
  const kept = localStorage.getItem("chaperone-notice-draft") ?? "";
  await close();
  localStorage.setItem("chaperone-notice-draft", kept);
  serveActs(
    () => ({ id: "notice", version: 1 }),
    () => undefined,
  );
  await open(new Live<readonly Notice[]>([second, first]));
  expect(text()).toContain("Somebody changed this while you had it open.");
  expect(control("#text").value).toBe("What is recorded, once more.");
  await press("I have seen it: go on");
  expect(text()).not.toContain("Somebody changed this");
  await send(() => asked.length === 1);
  expect(after()).toEqual([2]);
});
