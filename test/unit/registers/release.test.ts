import { describe, expect, test } from "vitest";
import { sealedColumns, unsealed } from "#domain/ledger/rows/sealed-columns";
import { inTellingOrder, type ToldRelease } from "#domain/registers/releases/answer";
import { releaseState } from "#domain/registers/releases/release";
import { notWords, scopeWords, untilWords, whoWords } from "#domain/registers/releases/words";

const today = "2026-11-20";
const days = { validFrom: "2026-11-03", expiresOn: "2027-05-03", revokedAt: "", usedAt: "" };

test.each([
  ["within its days", {}, "stands"],
  ["on its first day", { validFrom: today }, "stands"],
  ["on its last day", { expiresOn: today }, "stands"],
  ["the day after", { expiresOn: "2026-11-19" }, "ended"],
  ["the day before", { validFrom: "2026-11-21" }, "not-yet"],
  ["taken back today", { revokedAt: "2026-11-20T09:14:00.000Z" }, "revoked"],
  ["taken back and over", { revokedAt: "2026-11-01T09:14:00.000Z", expiresOn: "2026-11-19" }, "revoked"],
  ["of one time, used", { usedAt: "2026-11-20T09:14:00.000Z" }, "used"],
] as const)("%s: %s", (_, more, state) => expect(releaseState({ ...days, ...more }, today)).toBe(state));

describe("said on the telephone", () => {
  test.each([
    ["daughter", "Ann", "", "Daughter Ann"],
    ["son", "Łukasz", "", "Son Łukasz"],
    ["solicitor", "", "Marlow & Finch", "Solicitor, Marlow & Finch"],
    ["other", "Gwen", "", "Somebody else, Gwen"],
    ["sister", "", "", "Sister"],
  ] as const)("%s %s%s", (relation, name, organisation, says) =>
    expect(whoWords({ relation, name, organisation })).toBe(says),
  );

  test("what, and what not", () => {
    expect(scopeWords(["appointments"])).toBe("appointments only");
    expect(scopeWords(["appointments", "bills"])).toBe("appointments and bills only");
    expect(notWords(["appointments", "results", "pictures"])).toBe("Not treatment, letters or bills.");
    const all = ["appointments", "treatment", "letters", "results", "pictures", "bills"] as const;
    expect([scopeWords(all), notWords(all)]).toEqual(["everything", ""]);
  });

  test.each([
    ["2027-05-03", "3 May"],
    ["2027-11-19", "19 Nov"],
    ["2027-11-20", "20 Nov 2027"],
    ["2026-11-19", "19 Nov"],
    ["2025-01-02", "2 Jan 2025"],
  ])("until %s: %s", (day, says) => expect(untilWords(day, today)).toBe(says));
});

test("what says yes stands first", () => {
  const one = (id: string, state: ToldRelease["state"], expiresOn: string) =>
    ({ id, state, expiresOn }) as ToldRelease;
  const given = [
    one("a", "ended", "2026-11-19"),
    one("b", "stands", "2026-12-01"),
    one("c", "stands", "2027-05-03"),
  ];
  expect(inTellingOrder(given).map(({ id }) => id)).toEqual(["c", "b", "a"]);
});

test("a name and the end of a number are in no hash of their row: they go, and could be guessed from one", () => {
  for (const column of ["name", "phoneEnding"]) {
    expect(sealedColumns("releases")).not.toContain(column);
    expect(unsealed.releases).toContain(column);
  }
});
