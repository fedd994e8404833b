import type { Action } from "#domain/acts";
import type { FormSaid } from "#domain/registers/requests/sent/form";
import { rowsOf } from "../../base/database.ts";
import { instantAt } from "../../story/happening.ts";
import type { Staging } from "../../story/staging.ts";
import { keep } from "./sent/form-route.ts";

/** What happened to a request: days before today, hour, who, which entry, what was said. */
type Said = readonly [
  daysAgo: number,
  hour: number,
  who: string,
  kind: string,
  data: Record<string, unknown>,
];

interface Told {
  readonly took: string;
  readonly daysAgo: number;
  readonly data: Record<string, unknown>;
  readonly later: readonly Said[];
}

const known = { age: "adult", channel: "desk", doubt: "no" };
const everywhere = {
  ...{ system: "found", imaging: "not-kept", paper: "found", mailbox: "found", cctv: "nothing" },
  ...{ phone: "nothing", log: "found" },
};

/** One that was answered in time, one that is late, one with a pause that waits for an opinion, and a complaint. */
const story = (record: (which: number) => object, person: (key: string) => string): readonly Told[] => [
  {
    took: "tom",
    daysAgo: 40,
    data: {
      ...{ ...known, kind: "access", requester: "patient", ...record(1) },
      wants: "A copy of all notes of the last course of treatment.",
    },
    later: [
      [34, 11, "priya", "search", { ...everywhere, papers: "18", seen: "18" }],
      [
        34,
        12,
        "priya",
        "opinionNotNeeded",
        { why: "all-seen", reason: "The patient had all of it in the portal." },
      ],
      [33, 10, "priya", "itemsDone", {}],
      [33, 11, "priya", "approve", {}],
      [33, 12, "priya", "handOver", { how: "together", checked: "yes" }],
    ],
  },
  {
    took: "ingrid",
    daysAgo: 37,
    data: {
      ...{ ...known, kind: "rectification", requester: "patient", channel: "letter", ...record(2) },
      wants: "The letter says left knee, it was the right one.",
    },
    later: [
      [
        1,
        16,
        "ingrid",
        "more",
        { time: "00:01", ground: "complex", reason: "Two letters and a report have to be compared." },
      ],
    ],
  },
  {
    took: "maya",
    daysAgo: 24,
    data: {
      ...{ kind: "access", requester: "patient", age: "adult", channel: "phone", doubt: "yes", ...record(3) },
      wants: "A copy of the record.",
    },
    later: [
      [24, 15, "maya", "identity", { how: "questions", first: "visit", second: "who", right: "yes" }],
      [21, 10, "priya", "which", { asked: "Which of the two courses of treatment is meant." }],
      [17, 16, "priya", "whichAnswered", {}],
      [7, 15, "priya", "search", { ...everywhere, papers: "41", seen: "12" }],
      [1, 15, "priya", "opinionAsked", { of: person("maya") }],
    ],
  },
  {
    took: "amara",
    daysAgo: 6,
    data: {
      ...{ ...known, kind: "complaint", requester: "patient", channel: "mail" },
      wants: "A reminder was sent to an address of years ago.",
    },
    later: [],
  },
];

/** One came by the form and waits, and one was no request. */
function planSent(stage: Staging): void {
  const { tx, calendar } = stage;
  const sent = (data: Partial<FormSaid>): FormSaid => ({
    ...{ kind: "access", whom: "patient", name: "Rowan Fairweather", forName: "", born: "1987-04-12" },
    ...{ reach: "14 Quay Street, Exampleton", way: "post", mailWord: "" },
    ...{ wants: "A copy of my notes of this year, please.", ...data },
  });
  const waiting = (): string =>
    String(
      rowsOf(tx, ["id"], "SELECT id FROM sent_requests ORDER BY receivedAt DESC, id LIMIT 1")[0]?.[0] ?? "",
    );
  stage.plan(calendar.at(3, 21), () => {
    keep(
      tx,
      sent({
        name: "Best Offers",
        reach: "01632 960001",
        kind: "informed",
        wants: "Buy our lists of customers today.",
      }),
    );
  });
  stage.plan(calendar.at(2, 9), () => {
    const id = waiting();
    if (id === "") return;
    const data = { why: "spam", reason: "It advertises something, and asks for nothing." };
    stage.act("ingrid", "sent_requests.refuse", data, { collection: "sent_requests", id });
  });
  stage.plan(calendar.at(1, 20), () => {
    keep(tx, sent({}));
  });
}

/** Entries that say a day. */
const dated = [
  "identityAsked",
  "identity",
  "which",
  "whichAnswered",
  "opinion",
  "acknowledge",
  "more",
  "handOver",
];

export function planRequests(stage: Staging): void {
  planSent(stage);
  const { calendar, ids } = stage;
  const day = (daysAgo: number) => instantAt(calendar.at(daysAgo, 12)).slice(0, 10);
  const record = (which: number) => ({
    system: "cliniko:harbour.uk2",
    recordRef: String(1_000_400 + which * 911),
  });
  for (const [i, { took, daysAgo, data, later }] of story(record, ids.person).entries()) {
    let id = "";
    stage.plan(calendar.at(daysAgo, 14, i), () => {
      id = stage.act(took, "requests.take", { ...data, receivedOn: day(daysAgo) }).id;
    });
    for (const [ago, hour, who, kind, said] of later) {
      const on = dated.includes(kind) ? { day: day(Math.floor(ago)) } : {};
      stage.plan(calendar.at(Math.floor(ago), hour, i), () => {
        stage.act(who, `requests.${kind}` as Action, { ...said, ...on }, { collection: "requests", id });
      });
    }
  }
}
