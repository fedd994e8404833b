import { describe, expect, test } from "vitest";
import { requestItems, type SentCounts } from "#domain/registers/requests/for-review";
import { requestKinds } from "#domain/registers/requests/kinds";
import { formKinds, formLongest, formWays, reachOf, readForm } from "#domain/registers/requests/sent/form";

const today = "2026-11-30";
const filled = {
  kind: "access",
  whom: "patient",
  name: "Siân Ŵyn",
  reach: "12 Heol Fawr",
  way: "post",
  wants: "Copi o’m nodiadau.",
};
const wrongIn = (more: Record<string, string | undefined>) =>
  Object.keys(readForm({ ...filled, ...more }, today).errors);

test("the eight rights and a complaint are offered, and what a dead patient’s record needs is not", () => {
  expect(Object.keys(formKinds)).toEqual(requestKinds.filter((kind) => kind !== "access-dead"));
});

test("what is filled in is taken, composed, and without what belongs to another choice", () => {
  const { said, errors } = readForm(
    { ...filled, name: " Sia\u0302n\n W\u0302yn ", forName: "Somebody", mailWord: "yes", extra: "x" },
    today,
  );
  expect(errors).toEqual({});
  expect(said).toEqual({
    ...filled,
    ...{ name: "Siân Ŵyn", forName: "", born: "", mailWord: "" },
  });
});

test.each<[string, Record<string, string | undefined>, string[]]>([
  ["nothing chosen", { kind: "", whom: "", way: "" }, ["kind", "whom", "way"]],
  [
    "a word of the language",
    { kind: "constructor", whom: "__proto__", way: "toString" },
    ["kind", "whom", "way"],
  ],
  ["a kind that is not offered", { kind: "access-dead" }, ["kind"]],
  ["no name, or one that nobody sees", { name: "\u200b \u00a0" }, ["name"]],
  ["a name too long", { name: "x".repeat(formLongest.name + 1) }, ["name"]],
  ["nowhere to answer", { reach: undefined }, ["reach"]],
  ["for another who is not named", { whom: "representative" }, ["forName"]],
  ["for another who is", { whom: "parent", forName: "Aled" }, []],
  ["a birth date", { born: "1980-03-01" }, []],
  ["a day that there is not", { born: "1980-02-31" }, ["born"]],
  ["a day to come", { born: "2026-12-01" }, ["born"]],
  ["a birth date in words", { born: "March" }, ["born"]],
  ["e-mail without having read what it means", { way: "mail" }, ["mailWord"]],
  ["e-mail at their own word", { way: "mail", mailWord: "yes" }, []],
  ["nothing said", { wants: " \n " }, ["wants"]],
  ["as much as there is room for", { wants: "x".repeat(formLongest.wants) }, []],
  ["more than that", { wants: "x".repeat(formLongest.wants + 1) }, ["wants"]],
])("%s", (_, more, wrong) => expect(wrongIn(more)).toEqual(wrong));

test("signs that turn the writing or nobody writes are taken out", () => {
  const { said } = readForm({ ...filled, name: "A\u202eB\u0000C", wants: "a\r\nb\u0007c\u202ed" }, today);
  expect([said?.name, said?.wants]).toEqual(["A B C", "a\nbcd"]);
});

test("where the answer goes fits a request, with its way and the e-mail’s own word", () => {
  for (const way of Object.keys(formWays) as (keyof typeof formWays)[])
    expect(
      reachOf({ way, reach: "x".repeat(formLongest.reach), receivedOn: today }).length,
    ).toBeLessThanOrEqual(300);
  expect(reachOf({ way: "person", reach: "029 2018 0999", receivedOn: today })).toBe(
    "I fetch it at the clinic: 029 2018 0999",
  );
});

describe("the weekly review is told of what waits", () => {
  const none = { received: 0, answered: 0, refused: 0, open: 0, soon: 0, late: [], stands: 0 };
  const item = (sent: SentCounts, more: object = {}) =>
    requestItems({ ...none, complaints: 0, notAcknowledged: 0, today: "2026-12-01", sent, ...more })[0];
  const lines = (sent: SentCounts) => item(sent)?.facts.lines.map(({ name, words }) => `${name}: ${words}`);
  test("how much, since when; nothing where nothing waits", () => {
    expect(item({ waiting: 0, oldest: "", lying: 0 })).toBeUndefined();
    expect(lines({ waiting: 1, oldest: "2026-12-01", lying: 0 })).toEqual([
      "Sent by the form: 1 waits, it came today",
    ]);
    expect(lines({ waiting: 3, oldest: "2026-11-25", lying: 0 })).toEqual([
      "Sent by the form: 3 wait, the oldest came 6 days ago",
    ]);
  });
  test("it is quiet until something lay over a review, and a late request is named first", () => {
    expect(item({ waiting: 1, oldest: "2026-11-30", lying: 0 })).toMatchObject({ quiet: true });
    const lay = item({ waiting: 2, oldest: "2026-11-20", lying: 1 });
    expect([lay?.quiet, lay?.open]).toEqual([
      false,
      "What was sent by the form before the last review is not looked at",
    ]);
    const late = item(
      { waiting: 2, oldest: "2026-11-20", lying: 1 },
      { late: [{ name: "REQ-3", days: 2 }], open: 1 },
    );
    expect([late?.open, late?.facts.lines.length]).toEqual(["A request is late", 2]);
  });
});
