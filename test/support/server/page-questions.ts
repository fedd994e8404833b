import type { Role } from "#domain/roles";
import { clinicDay } from "../clinic-time.ts";
import type { SignedIn } from "./ledger-client.ts";

/** What a page asks: the name by which the dashboard's code asks it, and addresses as they go over the wire. */
export interface PageQuestion {
  /** `ask("frame")` as `frame`, `pb.collection("users")` as `collection users`. */
  readonly asks: string;
  /** Who has a page that asks it. */
  readonly roles: readonly Role[];
  readonly paths: (about: About) => readonly string[];
}

/** What the addresses are filled with. */
export interface About {
  readonly who: SignedIn;
  /** A member of staff whom others look at. */
  readonly person: string;
  readonly record: string;
  readonly trace: string;
  readonly event: string;
  readonly case: string;
  /** One of which a version is frozen. */
  readonly reported: string;
  readonly review: string;
}

const all: readonly Role[] = ["staff", "manager", "dpo", "auditor"];
const readers: readonly Role[] = ["manager", "dpo", "auditor"];
const own = (path: string) => `/api/chaperone/${path}`;
const dayAgo = (days: number) => clinicDay(-days);
const question = (
  asks: string,
  roles: readonly Role[],
  paths: PageQuestion["paths"] = () => [own(asks)],
): PageQuestion => ({ asks, roles, paths });
const rows = (
  collection: string,
  roles: readonly Role[],
  query: string | ((about: About) => string) = "perPage=500",
): PageQuestion =>
  question(`collection ${collection}`, roles, (about) => [
    `/api/collections/${collection}/records?${typeof query === "string" ? query : query(about)}`,
  ]);
const filtered = (expression: string) => `perPage=1000&filter=${encodeURIComponent(expression)}`;

/** The log and the mail as they are looked at: from the newest, by each filter that the pages have, near and long ago. */
function logPaths({ who, person, record, trace, event }: About): string[] {
  const days = `from=${dayAgo(1)}&to=${dayAgo(0)}`;
  const once = `from=${dayAgo(201)}&to=${dayAgo(199)}`;
  const half = `from=${dayAgo(182)}&to=${dayAgo(0)}`;
  const mine = ["", days, once, half, "kind=record", "kind=record.view", "kind=mail", `kind=auth&${once}`];
  const others = [
    ...[`user=${person}`, `user=${person}&${days}`, `user=${person}&${once}`, `user=${person}&kind=mail`],
    ...[`record=${record}`, `record=${record}&${half}`, `trace=${trace}`, `id=${event}`, "doubtful=1"],
    ...["kind=record&counted=1", "kind=dashboard&counted=1", `kind=dashboard&user=${person}&counted=1`],
    ...[`ending=${record.slice(-4).toLowerCase()}`, "ending=2989210063", "unattributed=1&kind=record"],
    ...["browser=b00000000000001", "kind=record&system=cliniko%3Aharbour.uk2"],
    ...[
      "system=cliniko%3Aharbour.uk2",
      `kind=record.export&${once}`,
      `kind=users&${half}`,
      `doubtful=1&user=${person}`,
    ],
  ];
  return (who.role === "staff" ? mine : [...mine, ...others]).map((query) => own(`events?limit=50&${query}`));
}
function mailPaths({ who, person }: About): string[] {
  const once = `from=${dayAgo(201)}&to=${dayAgo(199)}`;
  const mine = ["", once, "outcome=sent-anyway", "outcome=open", `outcome=removed&${once}`];
  const others = [`user=${person}`, `user=${person}&outcome=removed`];
  return (who.role === "staff" ? mine : [...mine, ...others]).map((query) => own(`mail?limit=50&${query}`));
}

/** Everything that a page reads; a test holds it against the dashboard's code. */
export const pageQuestions: readonly PageQuestion[] = [
  question("frame", all, () => [own("frame?day=1"), own("frame")]),
  question("day", all),
  question("events", all, logPaths),
  question("mail", all, mailPaths),
  question("readers", all),
  question("my-reports", all),
  question("colleagues", all),
  question("state", all),
  question("desk", readers),
  question("review", readers),
  question("trends", readers, () => [own("trends?weeks=8"), own("trends?weeks=26")]),
  question("held-about-patients", readers),
  question("policy-map", readers, () => [own("policy-map"), own("policy-map?state=open")]),
  question("retention", readers, () =>
    [
      ...["", "show=due", "show=coming", "show=held", "show=kept", "show=waits", "show=done", "show=all"],
      ...["show=coming&class=child", "show=coming&month=2031-03-01", "show=all&id=b00000000000001"],
      "show=coming&after=2031-03-01~b00000000000001",
    ].map((query) => own(`retention?${query}`)),
  ),
  question("retention-record", readers, () => []),
  question("sent-request", ["manager", "dpo"], () => []),
  question("retention-own", readers, () => [own("retention-own?on=2027-01-01")]),
  question("year", readers, () => [own("year"), own("year?year=2026")]),
  question("breach-register", readers, () => [own("breach-register?format=page")]),
  question("breach-draft", ["manager", "dpo"], (about) => [own(`breach-draft?id=${about.reported}`)]),
  question("breach-changes", readers, (about) => [own(`breach-changes?id=${about.reported}`)]),
  question("breach-proof", readers, (about) => [own(`breach-proof?id=${about.case}`)]),
  question("list", readers, () =>
    [
      ...[
        "holds",
        "holds&state=open",
        "holds&state=ended",
        "disclosures",
        "disclosures&outcome=given",
        "projects",
        "projects&state=runs",
        "project-checks",
        "requests&open=open",
        "releases",
        "releases&state=stands",
        "release-asks",
        "shares",
        "consents",
        "cameras",
      ],
      ...[
        "camera-checks",
        "camera-checks&state=beyond",
        "footage-viewings",
        "footage-exports",
        "engineer-checks",
      ],
      ...["cctv-checks", "cctv-reviews", "camera-viewers", "camera-systems"],
      "policy-checks&claim=aaaaaaaaaaaaaaa",
    ].map((of) => own(`list?of=${of}`)),
  ),
  question("own-record", all),
  ...["request", "request-name", "request-looks", "request-portable", "sent-request"].map((name) =>
    question(
      name,
      name === "request"
        ? all
        : name === "request-name"
          ? (["staff", "manager", "dpo"] as const)
          : (["manager", "dpo"] as const),
      () => [],
    ),
  ),
  question("suppliers", readers, () => [own("suppliers"), own("suppliers?state=late")]),
  question("audits", readers, () => [own("audits"), own("audits?state=late")]),
  question("samples", readers),
  question("cctv", readers),
  question("smtp", ["dpo"]),
  question("exact-list", ["dpo"]),
  question("whole", ["dpo"]),
  question("offices", readers, () => [own("offices?day=2026-11-20")]),
  question("reference-key", ["manager", "dpo"]),
  rows("users", readers, "perPage=500&sort=name"),
  rows("browsers", all, "perPage=500&sort=name"),
  rows("system_accounts", ["manager", "dpo"]),
  rows("notices", all, "perPage=500&sort=-number"),
  rows("notice_shown", all),
  rows("calendar_links", all, "perPage=1&filter=endedAt=%27%27&skipTotal=1"),
  rows("audits", readers, "perPage=1"),
  rows("audit_rounds", readers, "perPage=12&sort=-number&skipTotal=1"),
  rows("audit_lines", readers, "perPage=1000&sort=position"),
  rows("suppliers", readers, "perPage=1"),
  rows("supplier_checks", readers, "perPage=20&sort=-checkedOn,-at&skipTotal=1"),
  question("training", all, () => [
    own("training"),
    own("training?on=2026-05-03&state=late"),
    own("training?state=ends-90&course=courseconfident"),
  ]),
  question("list", all, () => [
    own("list?of=given-lessons&limit=1"),
    own("list?of=given-lessons&state=open&user=aaaaaaaaaaaaaaa"),
    own("list?of=given-lessons&incident=aaaaaaaaaaaaaaa"),
  ]),
  question("lesson", all, () => [own("lesson?course=courseconfident")]),
  rows("courses", all, "perPage=500&sort=name"),
  rows("course_versions", all, "perPage=500&sort=course,number"),
  rows("requirements", all, "perPage=500&sort=at"),
  rows("completions", all, "perPage=1000&sort=completedOn,at"),
  rows("staff_periods", readers, "perPage=500&sort=from"),
  rows("imports", readers, "perPage=500&sort=-at"),
  rows("breaches", readers, "perPage=51&sort=-openedAt,-id&skipTotal=1"),
  ...[
    "breach_reports",
    "breach_entries",
    "breach_people",
    "breach_accounts",
    "breach_evidence",
    "conflicts",
    "case_grants",
  ].map((collection) => rows(collection, readers, (about) => filtered(`breach = "${about.case}"`))),
  rows("actions", readers, (about) => filtered(`breach = "${about.case}"`)),
  rows("reviews", readers),
  rows("review_items", readers, (about) => filtered(`review = "${about.review}"`)),
  rows("review_addenda", readers, (about) => filtered(`review = "${about.review}"`)),
  rows("learning_messages", all, "perPage=1&sort=-at&skipTotal=1"),
  rows("message_reads", all),
  rows("mail_programs", all),
];

/**
 * What pages ask that is no reading of a page: files of all there is, a case's text, what is answered once; and what is
 * refused to clinics of any nation but one, and goes by cases alone.
 */
export const notOfPages: readonly string[] = [
  "samples/again",
  "ledger.jsonl",
  "breach-report",
  "review-minutes",
  "recipient",
  "candour-year",
];
