import { beforeEach, describe, expect, test, vi } from "vitest";
import type { MessageName } from "../../../extension/messages.ts";
import { answer, type Handlers } from "../../../extension/receive.ts";

const id = "test-extension-id";
const home = "chrome-extension://test-extension-id";

// What the browser itself tells the receiver: the extension's id, and where its own pages lie.
vi.mock("wxt/browser", () => ({ browser: { runtime: { id: "test-extension-id" } } }));
vi.stubGlobal("location", { href: "chrome-extension://test-extension-id/background.js" });

const handled = vi.fn(() => "handled");
const handlers = new Proxy({} as Handlers, { get: () => handled });

const content = { id, url: "https://post.harbour.example/mail", tab: { id: 7 }, frameId: 0 } as never;
const desk = { id, url: `${home}/desk.html?nonce`, tab: { id: 7 }, frameId: 3 } as never;
const deskOfNoTab = { id, url: `${home}/desk.html` } as never;
const deskElsewhere = {
  id,
  url: "https://post.harbour.example/desk.html",
  tab: { id: 7 },
  frameId: 3,
} as never;
const popup = { id, url: `${home}/popup.html#tab=3` } as never;
const otherPage = { id, url: `${home}/other.html`, tab: { id: 7 }, frameId: 0 } as never;
const otherExtension = {
  id: "another-extension",
  url: "chrome-extension://another-extension/popup.html",
} as never;

beforeEach(() => {
  handled.mockClear();
});

const nonce = "n".repeat(32);
const held = { kind: "mail.held", occurredAt: "2026-11-24T12:00:00.000Z", detail: { v: 1 } };

const trace = "a".repeat(15);
const answered = { trace, text: "reception@northquay.example" };
const report = {
  id: "i".repeat(15),
  kind: "other",
  noticedAt: "2026-11-24T10:44:00.000Z",
  justNow: true,
  text: "The cabinet was open.",
  confidential: false,
  slip: "no",
};

describe("who may send what", () => {
  test.each([
    [
      "a content script says hello",
      "hello",
      { adapter: "roundcube", frame: "top", starts: true },
      content,
      true,
    ],
    ["a content script keeps an event", "event", held, content, true],
    ["the desk opens", "desk-open", { nonce }, desk, true],
    ["the desk asks for the list of patients", "exact-list", { holds: "" }, desk, true],
    ["a content script can't ask for it", "exact-list", { holds: "" }, content, false],
    ["the popup can't ask for it", "exact-list", { holds: "" }, popup, false],
    ["another page of ours can't ask for it", "exact-list", { holds: "" }, otherPage, false],
    ["another extension can't ask for it", "exact-list", { holds: "" }, otherExtension, false],
    ["a desk of no tab can't ask for it", "exact-list", { holds: "" }, deskOfNoTab, false],
    ["a desk that lies elsewhere can't ask for it", "exact-list", { holds: "" }, deskElsewhere, false],
    ["the popup asks", "status", { tab: 3 }, popup, true],
    ["a content script can't unpair", "unpair", {}, content, false],
    ["a content script can't choose who is here", "choose", { user: null }, content, false],
    ["a content script can't say that a notice was shown", "notice-shown", { notice: 1 }, content, false],
    ["a content script can't open a desk", "desk-open", { nonce }, content, false],
    ["the popup can't keep an event", "event", held, popup, false],
    ["the desk can't keep an event", "event", held, desk, false],
    ["the popup reports", "report", report, popup, true],
    ["a content script can't report", "report", report, content, false],
    ["a content script answers who received it", "recipient-answer", answered, content, true],
    ["the popup answers who received it", "recipient-answer", answered, popup, true],
    ["the desk can't answer it", "recipient-answer", answered, desk, false],
    ["the popup can't make a question", "recipient-owed", { trace }, popup, false],
    ["another page of ours sends nothing", "status", {}, otherPage, false],
    ["another extension sends nothing", "status", {}, otherExtension, false],
  ] as const)("%s", async (_, name, data, sender, may) => {
    const reply = await answer({ name, data }, sender, handlers);
    expect("answer" in reply).toBe(may);
    expect(handled).toHaveBeenCalledTimes(may ? 1 : 0);
  });
});

describe("what does not fit is refused before a handler sees it", () => {
  test.each<[string, unknown]>([
    ["no message", undefined],
    ["an unknown name", { name: "constructor", data: {} }],
    ["a field too many", { name: "held", data: { count: 1, text: "Rosalind Ellery" } }],
    ["a wrong type", { name: "held", data: { count: "1" } }],
    ["a view by the guard's message", { name: "event", data: { ...held, kind: "record.view" } }],
    [
      "a mail event by the record's message",
      { name: "record", data: { ...held, kind: "mail.held", adapter: "cliniko" } },
    ],
    ["an id as a number", { name: "place", data: { adapter: "cliniko", id: 17 } }],
    ["a time without a zone", { name: "event", data: { ...held, occurredAt: "2026-11-24T12:00:00" } }],
    ["an answer without words", { name: "recipient-answer", data: { trace, text: "" } }],
    ["a question by a trace that is none", { name: "recipient-owed", data: { trace: "../report" } }],
    ["a hash that is none", { name: "exact-list", data: { holds: "abc" } }],
    ["a short nonce", { name: "desk-nonce", data: { nonce: "abc" } }],
  ])("%s", async (_, message) => {
    expect(await answer(message, content, handlers)).toHaveProperty("refused");
    expect(handled).not.toHaveBeenCalled();
  });
});

test("a frame without an address of its own belongs to the page around it", async () => {
  const blank = {
    id,
    url: "about:blank",
    origin: "https://post.harbour.example",
    tab: { id: 7 },
    frameId: 4,
  } as never;
  await answer({ name: "held" satisfies MessageName, data: { count: 1 } }, blank, handlers);
  expect(handled).toHaveBeenCalledWith(
    { count: 1 },
    { sender: "content", tab: 7, frame: 4, host: "post.harbour.example" },
  );
});
