import fc from "fast-check";
import { expect, test } from "vitest";
import { recordAt, recordBehindSign, recordPage } from "#lib/registers/consent/record-page.ts";
import {
  everything,
  filtersOf,
  groupIn,
  isFiltered,
  type LogFilters,
  noFilters,
  queryOf,
  questionOf,
} from "#lib/state/log-filters.ts";
import { withHandles } from "#lib/state/typed-address.ts";

const now = Date.parse("2026-11-20T11:16:00Z");
const london = "Europe/London";
const keyed = `k1:${"ab".repeat(32)}`;

test.each<[string, Partial<LogFilters>]>([
  ["user=abcdefghij12345&kind=record.view", { user: "abcdefghij12345", kind: "record.view" }],
  [`record=${encodeURIComponent(keyed)}`, { record: keyed }],
  ["record=1805465202989210063", { record: "1805465202989210063" }],
  ["system=cliniko%3Aharbour.uk2&when=week", { system: "cliniko:harbour.uk2", when: "week" }],
  ["from=2026-11-01&to=2026-11-20", { from: "2026-11-01", to: "2026-11-20" }],
  ["kind=users.act", { kind: "users.act" }],
  ["doubtful=1", { doubtful: "1" }],
  ["ending=9589&kind=everything", { ending: "9589", kind: everything }],
  ["browser=abcdefghij12345&unattributed=1", { browser: "abcdefghij12345", unattributed: "1" }],
])("%s is read out of the address and written back the same", (query, expected) => {
  const filters = filtersOf(new URLSearchParams(query));
  expect(filters).toEqual({ ...noFilters, ...expected });
  expect(filtersOf(new URLSearchParams(queryOf(filters)))).toEqual(filters);
});

test("a typed address becomes one with a handle, and keeps what else it says", () => {
  const at = (search: string, hash = "") => withHandles({ pathname: "/log", search, hash });
  for (const [search, hash] of [
    ["?record=1805465202989210063&kind=mail", ""],
    ["?kind=mail", "#record=1805465202989210063"],
  ] as const) {
    const sealed = new URL(at(search, hash) ?? "", "https://chaperone.example");
    expect([sealed.pathname, sealed.hash, sealed.searchParams.get("kind")]).toEqual(["/log", "", "mail"]);
    expect(sealed.href).not.toContain("1805465202989210063");
    expect(filtersOf(sealed.searchParams).record).toBe("1805465202989210063");
    expect(at(sealed.search)).toBeUndefined();
  }
  expect(at("", "#ending=2989210063")).toMatch(/^\/log\?ending=%7E/);
  for (const nothing of [
    "",
    "?ending=9589",
    "?record=Rosalind Ellery",
    "?record=~aaaaaaaaaaaaaaa",
    "?kind=mail",
  ])
    expect(at(nothing)).toBeUndefined();
});

test("a record’s own page is named behind the sign that no browser sends", () => {
  const record = { system: "cliniko:harbour.uk2", recordRef: "1805465202989210063" };
  expect(recordBehindSign("#cliniko:harbour.uk2/1805465202989210063")).toEqual(record);
  expect(recordAt(new URL(recordPage(record), "https://chaperone.example").searchParams)).toEqual(record);
  for (const nothing of [
    "",
    "#",
    "#cliniko:harbour.uk2",
    "#javascript:alert(1)/1",
    "#cliniko:harbour.uk2/Rosalind Ellery",
  ])
    expect(recordBehindSign(nothing)).toBeUndefined();
});

test("a reference stands in an address as a handle that says nothing", () => {
  for (const record of [keyed, "1805465202989210063"]) {
    const query = queryOf({ ...noFilters, record });
    expect(query).toMatch(/^\?record=%7E[a-z0-9]{15}$/);
    expect(queryOf({ ...noFilters, record })).toBe(query);
    expect(filtersOf(new URLSearchParams(query)).record).toBe(record);
  }
  expect(queryOf({ ...noFilters, ending: "9589" })).toBe("?ending=9589");
  expect(queryOf({ ...noFilters, ending: "2989210063" })).toMatch(/^\?ending=%7E[a-z0-9]{15}$/);
  expect(filtersOf(new URLSearchParams("record=~aaaaaaaaaaaaaaa")).record).toBe("");
});

test.each([
  "user=nobody",
  "record=Rosalind Ellery",
  "record=k1:12",
  "kind=<b>",
  "kind=Record.View",
  "when=always",
  "doubtful=yes",
  "ending=958",
  "ending=o%27hara",
  "unattributed=yes",
  "browser=Front desk",
  "from=2026-13-40",
  "to=yesterday",
  "system=javascript:alert(1)//",
])("%s is no filter", (query) => {
  expect(isFiltered(filtersOf(new URLSearchParams(query)))).toBe(false);
});

test("any filters come back out of the address that they make", () => {
  const one = fc.record({
    user: fc.constantFrom("", "abcdefghij12345"),
    record: fc.constantFrom("", "42", keyed),
    ending: fc.constantFrom("", "9589", "wojcik-12"),
    browser: fc.constantFrom("", "abcdefghij12345"),
    unattributed: fc.constantFrom("", "1"),
    kind: fc.constantFrom("", "record", "dashboard", everything, "mail", "mail.held", "system_accounts.act"),
    system: fc.constantFrom("", "orthanc:127.0.0.1:8042", "orthanc:[::1]:8042"),
    doubtful: fc.constantFrom("", "1"),
    when: fc.constantFrom("", "today", "week", "month"),
    from: fc.constantFrom("", "2026-02-28"),
    to: fc.constantFrom("", "2026-02-28"),
  });
  fc.assert(
    fc.property(one, fc.constantFrom("", "41"), (filters, before) => {
      expect(filtersOf(new URLSearchParams(queryOf(filters, before)))).toEqual(filters);
    }),
  );
});

test("days become instants of the clinic's zone, the last one whole", () => {
  expect(questionOf({ ...noFilters, from: "2026-07-01", to: "2026-07-02" }, london, now)).toEqual({
    from: "2026-06-30T23:00:00.000Z",
    to: "2026-07-02T22:59:59.999Z",
  });
  expect(questionOf({ ...noFilters, when: "today" }, london, now)).toEqual({
    from: "2026-11-20T00:00:00.000Z",
  });
  expect(questionOf({ ...noFilters, when: "week", kind: "mail" }, london, now)).toEqual({
    kind: "mail",
    from: "2026-11-14T00:00:00.000Z",
  });
  expect(questionOf({ ...noFilters, doubtful: "1" }, london, now)).toEqual({ doubtful: "1" });
  expect(questionOf(noFilters, london, now)).toEqual({});
  expect(questionOf({ ...noFilters, kind: everything, ending: "9589" }, london, now)).toEqual({
    ending: "9589",
  });
});

test.each([
  ["record", "record"],
  ["record.view", "record"],
  ["mail.outcome", "mail"],
  ["browser.coverage", "browser"],
  ["browsers.act", "dashboard"],
  ["auth.sign-in", "dashboard"],
  ["notice.shown", "dashboard"],
  ["dashboard", "dashboard"],
  [everything, everything],
])("%s is looked at under %s, which is no filter by itself", (kind, group) => {
  expect(groupIn({ kind })).toBe(group);
  expect(isFiltered({ ...noFilters, kind })).toBe(kind !== group);
});
