import { expect, test } from "vitest";
import { details } from "#domain/ledger/event-kinds";
import {
  disputeReasons,
  gestures,
  outcomes,
  overrideReasons,
  recipientClasses,
} from "#domain/ledger/mail-lists";
import type { Browser } from "#lib/api/browsers.ts";
import type { Person } from "#lib/api/people.ts";
import { stateOf } from "#lib/browsers/browser-state.ts";
import { browsersSentence } from "#lib/browsers/browsers-sentence.ts";
import { kindWords, wordsOf } from "#lib/format/kinds.ts";
import {
  findingWords,
  gestureWords,
  outcomeWords,
  reasonWords,
  recipientWords,
} from "#lib/format/mail-words.ts";
import { begins, counted, listed } from "#lib/format/sentence.ts";
import { domainsOf, hostOf } from "#lib/format/typed.ts";
import { mailSentence } from "#lib/mail/mail-sentence.ts";
import { actsWith } from "#lib/people/person-act.ts";
import type { ReviewItem } from "#lib/registers/reviews/api.ts";
import { refusedWhy, signOffGroups, signOffSentence } from "#lib/registers/reviews/sign-off/groups.ts";
import { untilWords } from "#lib/registers/reviews/sign-off/item-words.ts";
import { blindWords } from "#lib/today/blind-words.ts";

const now = Date.parse("2026-11-20T11:16:00Z");
const london = "Europe/London";

test("everything that the domain can name has a word", () => {
  expect(Object.keys(kindWords).sort()).toEqual(Object.keys(details).sort());
  expect(Object.keys(outcomeWords).sort()).toEqual([...outcomes].sort());
  expect(Object.keys(gestureWords).sort()).toEqual([...gestures].sort());
  expect(Object.keys(reasonWords).sort()).toEqual(
    [...new Set([...overrideReasons, ...disputeReasons])].sort(),
  );
  expect(Object.keys(recipientWords).sort()).toEqual([...recipientClasses].sort());
  expect(Object.keys(findingWords).length).toBeGreaterThan(0);
});

test.each([
  ["users.act", "invite", "Person invited"],
  ["browsers.act", "allow-own-device", "Browser allowed to record"],
  ["browsers.act", "settle-mismatch", "Browser settled with the log"],
  ["clinic.update", "", "Clinic’s settings changed"],
  ["unheard.of", "", "unheard.of"],
])("%s with the act %s is called %s", (kind, action, expected) => {
  expect(wordsOf(kind, action).short).toBe(expected);
});

const browser: Browser = {
  id: "browser00000001",
  name: "Front desk 1",
  holder: "desk",
  device: "clinic",
  user: "",
  revoked: false,
  pairedAt: "2026-11-01T09:00:00.000Z",
  lastSeen: "2026-11-20T11:12:00.000Z",
  appVersion: "0.1.0",
  adapters: [
    { id: "cliniko", state: "watching" },
    { id: "roundcube", state: "idle" },
  ],
  waiting: 0,
  refused: 0,
  clockOffset: 0,
  noticeAtDesk: 1,
  ownDeviceReason: "",
  tokenIssued: "2026-11-01T09:00:00.000Z",
  chainMismatch: false,
  version: 1,
};

test.each<[Partial<Browser>, string, string]>([
  [{}, "green", "watching"],
  [{ revoked: true, chainMismatch: true }, "grey", "revoked"],
  [{ chainMismatch: true, lastSeen: "" }, "red", "another log"],
  [{ lastSeen: "" }, "amber", "not seen yet"],
  [{ adapters: [{ id: "roundcube", state: "blind" }] }, "red", "blind on Roundcube"],
  [{ lastSeen: "2026-11-18T17:31:00.000Z" }, "amber", "quiet for 41 h 45 min"],
  [{ clockOffset: 11 * 60_000 }, "amber", "wrong clock"],
  [{ clockOffset: 4 * 60_000 }, "green", "watching"],
  [{ lastSeen: "2026-11-20T08:00:00.000Z" }, "grey", "closed"],
  [{ adapters: [{ id: "gmail", state: "late" }] }, "amber", "not reloaded: Gmail"],
  [{ adapters: [{ id: "patient-list", state: "blind" }] }, "red", "without the list of patients"],
  [{ adapters: [{ id: "patient-list", state: "late" }] }, "amber", "on an older list of patients"],
  [{ device: "own" }, "grey", "guard only"],
  [{ device: "own", ownDeviceReason: "works from home" }, "green", "watching"],
])("a browser with %o is %s: %s", (part, state, word) => {
  expect(stateOf({ ...browser, ...part }, now, london)).toMatchObject({ state, word });
});

test("a list of patients that is not asked is no page that changed", () => {
  const spot = { what: "adapter-blind", browser: "b", name: "Room 1", since: "", amount: 1 } as const;
  const says = (...adapters: string[]) => blindWords({ ...spot, adapters }, now, london).says;
  expect(says("patient-list")).toBe("the list of patients can’t be asked there");
  expect(says("roundcube", "patient-list")).toBe(
    "the page changed; Roundcube can’t be read; the list of patients can’t be asked there",
  );
  expect(says("roundcube")).toBe("the page changed; Roundcube can’t be read");
  const list = (state: string) => ({ ...browser, adapters: [{ id: "patient-list", state }] });
  expect(browsersSentence([list("blind"), list("late")], now, london)).toBe(
    "2 of 2 were seen today. One is without the list of patients and one is on an older list of patients.",
  );
});

test("the sentence over the browsers says how they stand", () => {
  expect(browsersSentence([], now, london)).toBe("Nothing is guarded until the first one is paired.");
  expect(browsersSentence([browser], now, london)).toBe("1 of 1 was seen today.");
  const quiet = { ...browser, lastSeen: "2026-11-18T17:31:00.000Z" };
  expect(
    browsersSentence(
      [browser, quiet, quiet, { ...browser, adapters: [{ id: "x", state: "blind" }] }],
      now,
      london,
    ),
  ).toBe("2 of 4 were seen today. Two are quiet and one is blind.");
});

test("numbers and lists are said as people say them", () => {
  expect(listed([])).toBe("");
  expect(listed(["a", "b", "c"])).toBe("a, b and c");
  expect(counted(1142, "entry", "entries")).toBe("1,142 entries");
  expect(begins(1, "thing needs", "things need")).toBe("One thing needs");
  expect(begins(14, "thing")).toBe("14 things");
  expect(mailSentence(null)).toBe("No document was held in seven days.");
  expect(
    mailSentence({
      held: 3,
      outcomes: [
        { outcome: "removed", count: 2 },
        { outcome: "sent-anyway", count: 1 },
      ],
    }),
  ).toBe("3 documents were held in seven days: 2 taken out and 1 sent anyway.");
});

test("hosts and domains are taken as people paste them", () => {
  expect(hostOf("https://Mail.Harbour.example:443/?_task=mail")).toBe("mail.harbour.example");
  expect(hostOf("http://127.0.0.1:8042/app")).toBe("127.0.0.1:8042");
  expect(hostOf(".harbour.example")).toBe(".harbour.example");
  expect(domainsOf("@Harbour.example, nhs.net\nharbour.example")).toEqual(["harbour.example", "nhs.net"]);
});

test("the menu offers what the server would allow", () => {
  const one = (role: Person["role"], more: Partial<Person> = {}): Person => ({
    id: role,
    name: role,
    email: `${role}@harbour.example`,
    role,
    practitioner: false,
    active: true,
    until: "",
    enrolled: true,
    invitedUntil: "",
    version: 1,
    ...more,
  });
  const kinds = (person: Person, actor: Person) => actsWith(person, actor).map(({ kind }) => kind);
  expect(kinds(one("auditor"), one("manager"))).toEqual([]);
  expect(kinds(one("staff"), one("manager"))).toEqual(["change", "accounts", "sessions", "deactivate"]);
  expect(kinds(one("dpo"), one("dpo"))).toEqual(["change", "accounts", "sessions"]);
  expect(kinds(one("staff", { email: "", enrolled: false }), one("manager"))).toEqual([
    "change",
    "invite",
    "accounts",
    "deactivate",
  ]);
  expect(kinds(one("staff", { active: false }), one("manager"))).toEqual(["activate"]);
  expect(kinds(one("staff"), one("auditor"))).toEqual([]);
});

test("the page before signing sums up what was decided and what stays open, and says what is left to do", () => {
  const item = (id: string, decision: string, times = 0) =>
    ({ id, decision, facts: { ...(times > 0 && { putOff: { times } }) } }) as unknown as ReviewItem;
  const items = [
    item("a", "action"),
    item("b", "accept"),
    item("c", ""),
    item("d", ""),
    item("e", "leave"),
    item("f", "nothing-to-decide"),
  ];
  const groups = signOffGroups(items, ["d"]);
  expect([groups.undecided, groups.left, groups.concerning].map(([one]) => one?.id)).toEqual(["c", "e", "d"]);
  expect(signOffSentence(groups)).toBe(
    "1 decided, 1 noted, 3 still open. Signing closes the minutes, not what is open.",
  );
  const of = { changed: false, undecided: 1, message: "none", written: false } as const;
  expect(refusedWhy(of)).toBe("1 item is neither decided nor left open with a reason.");
  expect(refusedWhy({ ...of, undecided: 0 })).toBe("");
  expect(refusedWhy({ ...of, undecided: 0, message: "send" })).toBe("There is no message to send yet.");
  expect(untilWords(item("g", "defer"))).toEqual({ text: "until the next review", again: false });
  expect(untilWords(item("g", "defer", 1)).text).toBe("until the next review, 2nd time");
});
