import { beforeEach, expect, test, vi } from "vitest";
import { type RuleTable, usualRules } from "#domain/clinic/mail-rules";
import { details } from "#domain/ledger/event-kinds";

const sent = vi.hoisted(() =>
  vi.fn(async (_: string, __: { readonly kind: string; readonly detail: object }) => ({
    kept: true,
    id: "",
  })),
);
vi.mock("../../../extension/send.ts", () => ({ send: sent }));
vi.mock("wxt/browser", () => ({ browser: {} }));

const { sortedByRules, ruleTold } = await import("../../../extension/guard/settle/ruling.ts");
const { named } = await import("../../support/situations.ts");

const letter = named();
const note = named("note.txt", { strength: "weak" });
const rules = (outside: Partial<RuleTable["mail"]["own"]>, told = true) => ({
  table: { ...usualRules, mail: { ...usualRules.mail, outside: { ...usualRules.mail.outside, ...outside } } },
  channel: "mail" as const,
  told,
});
const to = {
  adapter: "gmail",
  how: "chosen",
  recipients: { all: [{ shown: "a@b.example", group: "outside" }] },
} as const;
const kinds = () => sent.mock.calls.map(([, { kind }]) => kind);

beforeEach(() => {
  sent.mockClear();
});

test("what the table warns of or blocks is asked about", async () => {
  const { asked, unasked } = await sortedByRules(rules({ weak: "warn" }), to, [letter, note], undefined);
  expect([asked, unasked, kinds()]).toEqual([[letter, note], [], []]);
});

test("what it lets go goes unasked: recorded where it says so, with the cell that decided", async () => {
  const { asked, unasked } = await sortedByRules(
    rules({ strong: "log", weak: "allow" }),
    to,
    [letter, note],
    undefined,
  );
  expect(asked).toEqual([]);
  expect(unasked.map(({ document }) => document)).toEqual([letter, note]);
  expect(kinds()).toEqual(["mail.held", "mail.outcome"]);
  const [held, ended] = sent.mock.calls.map(([, told]) => told.detail);
  expect(details["mail.held"].parse(held).rule).toEqual({
    channel: "mail",
    to: "outside",
    strength: "strong",
    does: "log",
  });
  expect(details["mail.outcome"].parse(ended).outcome).toBe("logged");
});

test("what can’t be recorded does not go on a rule that records", async () => {
  sent.mockResolvedValueOnce({ kept: false, id: "" });
  const { asked, unasked } = await sortedByRules(rules({ strong: "log" }), to, [letter], undefined);
  expect([asked, unasked]).toEqual([[letter], []]);
});

test("an older server is told no rule", () => {
  expect(ruleTold(rules({}, false), [letter], to.recipients)).toEqual({});
});
