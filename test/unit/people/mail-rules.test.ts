import { describe, expect, test } from "vitest";
import { type RuleTable, ruledBy, ruleFaults, usualRules } from "#domain/clinic/mail-rules";
import { ruleTable } from "#domain/clinic/rule-table";
import { recipientClasses } from "#domain/ledger/mail-lists";
import { decisions, ruledChannels, ruledStrengths } from "#domain/ledger/rule-lists";

const withCell = (to: "own" | "patient" | "outside", cell: Partial<RuleTable["mail"]["own"]>): RuleTable => ({
  ...usualRules,
  mail: { ...usualRules.mail, [to]: { ...usualRules.mail[to], ...cell } },
});

describe("the usual table", () => {
  test("has an answer for every channel, recipient and strength, and no fault", () => {
    expect(ruleTable.parse(usualRules)).toEqual(usualRules);
    expect(ruleFaults(usualRules)).toEqual([]);
    for (const channel of ruledChannels)
      for (const group of recipientClasses)
        for (const strength of ruledStrengths)
          expect(decisions).toContain(ruledBy(usualRules, channel, [strength], [group])?.does);
  });

  test.each([
    ["a letter to a colleague is warned of", ["strong"], ["own"], "warn"],
    ["to an approved domain", ["strong"], ["approved"], "warn"],
    ["to the patient it is blocked", ["strong"], ["patient"], "block"],
    ["to somebody outside", ["weak"], ["outside"], "block"],
    ["one that can’t be resolved is outside", ["strong"], ["own", "unknown"], "block"],
    ["before anybody is named it counts as outside", ["weak"], [], "block"],
    ["the gravest of several documents counts", ["none", "weak", "unreadable"], ["own"], "block"],
  ] as const)("%s", (_, strengths, groups, does) => {
    expect(ruledBy(usualRules, "mail", strengths, groups)?.does).toBe(does);
  });

  test("where nothing was seen nothing is decided", () => {
    expect(ruledBy(usualRules, "mail", ["none"], ["outside"])).toBeUndefined();
  });
});

test("the event names the cell that decided, the gravest", () => {
  const table = withCell("outside", { weak: "warn" });
  expect(ruledBy(table, "mail", ["weak"], ["own", "unknown"])).toEqual({
    channel: "mail",
    to: "outside",
    strength: "weak",
    does: "warn",
  });
});

test.each([
  ["a letter leaves on no record", withCell("outside", { strong: "allow" }), "unrecorded"],
  ["the patient’s own too", withCell("patient", { strong: "allow" }), "unrecorded"],
  ["outside it is milder than inside", withCell("own", { weak: "block" }), undefined],
  ["outside is let go where a colleague is asked", withCell("outside", { weak: "log" }), "milder-outside"],
] as const)("a table is wrong where %s", (_, table, why) => {
  expect(ruleFaults(table).map((fault) => fault.why)[0]).toBe(why);
});
