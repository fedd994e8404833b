import { attribute } from "#domain/ledger/attribution";
import { parsedBySchemas, parseEvent, timeBounds, timeRefusal } from "#domain/ledger/check-event";
import { bodyHash, canonicalBody, linkHash, type Sha256 } from "#domain/ledger/ledger";
import { parseLogQuery } from "#domain/ledger/log-query";
import { recordingOff } from "#domain/ledger/recording";
import vectors from "../../vectors/ledger.json" with { type: "json" };
import { generatedEvents } from "./generated-events.ts";

/** One case of the domain, which must come out alike in every engine: Node, the browser and PocketBase's. */
export interface Case {
  readonly name: string;
  readonly got: unknown;
  readonly expected: unknown;
}

const person = { mapped: "", holder: "person", owner: "anna", chosen: "" } as const;
const desk = { mapped: "", holder: "desk", owner: "", chosen: "" } as const;
const attributions = [
  ["a page that shows a mapped person", { ...person, account: "k1:x", mapped: "tom" }, "tom", "page"],
  ["a page that shows an unmapped one, in somebody's browser", { ...person, account: "k1:x" }, "", "none"],
  [
    "a page that shows an unmapped one, at a desk where somebody is picked",
    { ...desk, account: "k1:x", chosen: "anna" },
    "",
    "none",
  ],
  ["a page that shows nobody, in somebody's browser", { ...person, account: "" }, "anna", "browser"],
  [
    "a page that shows nobody, at a desk where somebody is picked",
    { ...desk, account: "", chosen: "anna" },
    "anna",
    "chosen",
  ],
  ["a page that shows nobody, at a desk", { ...desk, account: "" }, "", "none"],
  ["a browser of a person that has lost its owner", { ...person, owner: "", account: "" }, "", "none"],
] as const;

const lawful = { notice: 2, device: "clinic", ownDeviceAllowed: false, shown: 2 } as const;
const recordings = [
  ["the notice in force was shown", lawful, undefined],
  ["no notice stands", { ...lawful, notice: 0, shown: 0 }, "no-assessment"],
  ["nothing was shown", { ...lawful, shown: 0 }, "notice-not-shown"],
  ["an older notice was shown", { ...lawful, shown: 1 }, "notice-not-shown"],
  ["a worker's own device", { ...lawful, device: "own" }, "own-device"],
  [
    "a worker's own device that the lead allowed",
    { ...lawful, device: "own", ownDeviceAllowed: true },
    undefined,
  ],
] as const;

const received = "2026-11-24T12:00:00.000Z";
const times = [
  ["now", received, received, undefined],
  ["two minutes ahead of sending", "2026-11-24T12:02:00.000Z", received, undefined],
  ["a millisecond more", "2026-11-24T12:02:00.001Z", received, "too-late"],
  [
    "a day ahead, by a clock that runs ahead as well",
    "2026-11-25T12:00:00.000Z",
    "2026-11-25T12:00:00.000Z",
    undefined,
  ],
  [
    "a day and a millisecond ahead by such a clock",
    "2026-11-25T12:00:00.001Z",
    "2026-11-25T12:00:00.001Z",
    "too-late",
  ],
  ["in 2099", "2099-01-01T00:00:00.000Z", "2099-01-01T00:00:00.000Z", "too-late"],
  ["400 days ago", "2025-10-20T12:00:00.000Z", received, undefined],
  ["a millisecond more than 400 days ago", "2025-10-20T11:59:59.999Z", received, "too-early"],
] as const;

const good = {
  id: "abcdefghij01234",
  n: 1,
  kind: "record.view",
  occurredAt: received,
  system: "cliniko:harbour.uk2",
  recordRef: "90071992547409931",
  detail: { v: 1, page: "patient" },
};
const outcome = { v: 1, adapter: "roundcube", outcome: "removed", files: 1, strength: "strong" };
const events = [
  ["a well-made one", good, "ok"],
  ["an unknown field", { ...good, user: "u00000000000001" }, "user unknown-field"],
  ["an unknown field in the detail", { ...good, detail: { v: 1, name: "x" } }, "detail.name unknown-field"],
  ["a tombstone's id", { ...good, id: "t00000000000041" }, "id invalid"],
  ["an id too short", { ...good, id: "abc" }, "id invalid"],
  ["a counter of nought", { ...good, n: 0 }, "n invalid"],
  ["a broken counter", { ...good, n: 1.5 }, "n invalid"],
  ["a counter beyond safe numbers", { ...good, n: 2 ** 53 }, "n invalid"],
  ["a kind that only the server makes", { ...good, kind: "log.read" }, "kind invalid"],
  ["an unknown kind", { ...good, kind: "record.peek" }, "kind invalid"],
  ["a day that does not exist", { ...good, occurredAt: "2026-02-30T10:00:00.000Z" }, "occurredAt invalid"],
  ["a time of another zone", { ...good, occurredAt: "2026-02-03T10:00:00.000+01:00" }, "occurredAt invalid"],
  ["a name as reference", { ...good, recordRef: "Rosalind Ellery" }, "recordRef invalid"],
  ["a number as reference", { ...good, recordRef: 41 }, "recordRef invalid"],
  ["an account in clear", { ...good, account: "anna@harbour.example" }, "account invalid"],
  [
    "half an emoji",
    { ...good, kind: "mail.outcome", detail: { ...outcome, sentence: "\ud83d" } },
    "detail invalid",
  ],
  ["a version of detail that was never shipped", { ...good, detail: { v: 3 } }, "detail.v invalid"],
  ["no detail", { ...good, detail: undefined }, "detail invalid"],
  ["a list", [good], "event invalid"],
  ["nothing", null, "event invalid"],
] as const;

const queries = [
  ["", '{"limit":50,"format":"json"}'],
  ["user=u00000000000001&limit=200", '{"user":"u00000000000001","limit":200,"format":"json"}'],
  [
    "from=2026-11-01&to=2026-11-02",
    '{"from":"2026-11-01T00:00:00.000Z","to":"2026-11-02T23:59:59.999Z","limit":50,"format":"json"}',
  ],
  ["from=2026-11-01T10%3A00%3A00Z", '{"from":"2026-11-01T10:00:00.000Z","limit":50,"format":"json"}'],
  [
    "system=orthanc%3Apacs.harbour.example%3A8042",
    '{"system":"orthanc:pacs.harbour.example:8042","limit":50,"format":"json"}',
  ],
  ["kind=mail", '{"kind":"mail","limit":50,"format":"json"}'],
  ["from=2026-02-30", '{"unfit":"from"}'],
  ["to=yesterday", '{"unfit":"to"}'],
  ["limit=201", '{"unfit":"limit"}'],
  ["limit=0", '{"unfit":"limit"}'],
  ["before=-1", '{"unfit":"before"}'],
  ["before=500", '{"unfit":"before"}'],
  [`before=${"aB-_9".repeat(8)}`, `{"cursor":"${"aB-_9".repeat(8)}","limit":50,"format":"json"}`],
  ["user=a&user=b", '{"unfit":"user"}'],
  ["sort=seq", '{"unfit":"sort"}'],
  ["kind=mail%E0", '{"unfit":"kind"}'],
  ["record=Rosalind+Ellery", '{"unfit":"record"}'],
  ["__proto__=1", '{"unfit":"__proto__"}'],
] as const;
const parameters = [
  "user",
  "record",
  "kind",
  "system",
  "from",
  "to",
  "trace",
  "before",
  "limit",
  "format",
] as const;

/** Every case, worked out here and now. */
export function cases(sha256: Sha256): Case[] {
  return [
    ...vectors.flatMap(({ name, row, link, canonical, ...hashes }) => [
      { name: `canonical form: ${name}`, got: canonicalBody(row), expected: canonical },
      { name: `body hash: ${name}`, got: bodyHash(row, sha256), expected: hashes.bodyHash },
      {
        name: `link: ${name}`,
        got: linkHash({ ...link, bodyHash: bodyHash(row, sha256) }, sha256),
        expected: hashes.hash,
      },
    ]),
    ...attributions.map(([name, seen, user, attribution]) => ({
      name: `attribution: ${name}`,
      got: attribute(seen),
      expected: { user, attribution },
    })),
    ...recordings.map(([name, facts, expected]) => ({
      name: `recording: ${name}`,
      got: recordingOff(facts),
      expected,
    })),
    ...times.map(([name, occurred, sent, expected]) => ({
      name: `time: ${name}`,
      got: timeRefusal(occurred, timeBounds(sent, received))?.reason,
      expected,
    })),
    ...events.map(([name, event, expected]) => ({ name: `event: ${name}`, got: judged(event), expected })),
    {
      name: "generated events: judged as the schemas judge",
      got: [...generatedEvents(400)].filter(
        (event) => whole(parseEvent(event)) !== whole(parsedBySchemas(event)),
      ).length,
      expected: 0,
    },
    ...queries.map(([raw, expected]) => ({
      name: `query: ${raw}`,
      got: JSON.stringify(parseLogQuery(raw, parameters)),
      expected,
    })),
  ];
}

/** Of what is taken the very text that is hashed; the event itself may name its members in another order. */
const whole = (answer: ReturnType<typeof parseEvent>): string =>
  "reason" in answer ? `${answer.field} ${answer.reason}` : `${answer.event.id} ${answer.detail}`;

function judged(event: unknown): string {
  const answer = parseEvent(event);
  return "reason" in answer ? `${answer.field} ${answer.reason}` : "ok";
}
