import type { DatabaseSync } from "node:sqlite";

type Values = Readonly<Record<string, string | number>>;

export const idOf = (kind: string, n: number): string =>
  `${kind}${String(n).padStart(15 - kind.length, "0")}`;

/** The civil date so many days after today, by UTC's calendar. */
export const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const at = "2025-11-30 09:00:00.000Z";

function rowsOf(database: DatabaseSync, table: string, count: number, row: (n: number) => Values): void {
  const columns = Object.keys(row(0));
  const names = columns.map((column) => `"${column}"`).join(", ");
  const insert = database.prepare(
    `INSERT INTO ${table} (${names}) VALUES (${columns.map(() => "?").join(", ")})`,
  );
  for (let n = 0; n < count; n += 1) insert.run(...Object.values(row(n)));
}

/** How much there is of each register: the most that a clinic is built for. */
export const sizes = {
  people: 200,
  courses: 30,
  cameras: 50,
  cameraDays: 400,
  records: 200_000,
  suppliers: 500,
  audits: 100,
  rounds: 10,
  holds: 2_000,
  sentences: 3_000,
} as const;

/** Courses that each of 200 people completed three times. */
export function fillTraining(database: DatabaseSync): void {
  const { people, courses } = sizes;
  rowsOf(database, "users", people, (n) => ({
    id: idOf("p", n),
    name: `Person ${n}`,
    role: "staff",
    practitioner: n % 2,
    active: 1,
    email: "",
    tokenKey: idOf("k", n),
    password: "",
    created: "2024-01-01 09:00:00.000Z",
  }));
  rowsOf(database, "courses", courses, (n) => ({ id: idOf("c", n), name: `Course ${n}`, version: 1 }));
  rowsOf(database, "requirements", courses, (n) => ({
    id: idOf("r", n),
    course: idOf("c", n),
    whom: "everyone",
    months: 12,
    graceDays: 7,
    from: "2024-01-01",
    version: 1,
  }));
  rowsOf(database, "completions", people * courses * 3, (n) => {
    const [person, course] = [n % people, Math.floor(n / people) % courses];
    const back = Math.floor(n / (people * courses)) * 365 + ((person * 31 + course * 7) % 364);
    return {
      id: idOf("d", n),
      user: idOf("p", person),
      course: idOf("c", course),
      completedOn: inDays(-back),
      evidence: "stated",
    };
  });
}

/** Cameras that were looked at on each of 400 days, and holds on pictures of each. */
export function fillCctv(database: DatabaseSync, by: string): void {
  const { cameras, cameraDays, holds } = sizes;
  const entered = { by, at };
  rowsOf(database, "camera_systems", 1, () => ({
    ...entered,
    id: idOf("s", 0),
    name: "Cameras",
    site: "Whitstable",
    recorder: "Recorder in the office",
    responsible: by,
    ceiling: 60,
    version: 1,
  }));
  rowsOf(database, "cameras", cameras, (n) => ({
    ...entered,
    id: idOf("m", n),
    system: idOf("s", 0),
    name: `Camera ${n}`,
    sees: "The door",
    place: "entrance",
    purpose: "crime",
    days: 60,
    audioOff: 1,
    visitorsOnly: 1,
    usedFrom: inDays(-cameraDays),
    version: 1,
  }));
  rowsOf(database, "camera_checks", cameras * cameraDays, (n) => {
    const day = (n % cameraDays) - cameraDays;
    return {
      ...entered,
      id: idOf("l", n),
      camera: idOf("m", Math.floor(n / cameraDays)),
      day: inDays(day),
      oldest: inDays(day - 40 - (n % 30)),
      limitDays: 60,
      clear: 1,
    };
  });
  rowsOf(database, "holds", holds, (n) => ({
    ...entered,
    id: idOf("h", n),
    register: "cameras",
    subject: idOf("m", n % cameras),
    what: `Camera ${n % cameras}, Whitstable`,
    fromDay: inDays(-300 + (n % 290)),
    toDay: inDays(-299 + (n % 290)),
    purpose: "crime",
    causeKind: "police",
    reference: `46-${n}`,
    authoriser: by,
    reviewOn: inDays(n % 180),
    why: "The police ask for it.",
    // One in ten runs.
    releasedAt: n % 10 === 0 ? "" : at,
    version: 1,
  }));
  rowsOf(database, "footage_exports", holds, (n) => ({
    ...entered,
    id: idOf("x", n),
    hold: idOf("h", n),
    camera: idOf("m", n % cameras),
    fromDay: inDays(-300 + (n % 290)),
    toDay: inDays(-299 + (n % 290)),
    exportBy: inDays(-240 + (n % 290)),
    version: 1,
  }));
}

/** A list of records that falls due over twenty years, a tenth of it by now. */
export function fillRetention(database: DatabaseSync, by: string, schedule: string): void {
  const list = { id: idOf("i", 0), system: "cliniko:harbour.uk2", schedule, state: "in" };
  rowsOf(database, "retention_lists", 1, () => ({ ...list, rows: sizes.records, by, at, version: 1 }));
  rowsOf(database, "retention_rows", sizes.records, (n) => {
    const month = `${inDays(-700 + (n % 240) * 30).slice(0, 7)}-01`;
    return {
      id: idOf("v", n),
      system: list.system,
      recordRef: `k1:${n.toString(16).padStart(64, "0")}`,
      rowClass: "adult",
      month,
      starts: month,
      list: list.id,
      state: "waiting",
      version: 1,
    };
  });
}

/** Suppliers, and audits with ten closed rounds each. */
export function fillOthers(database: DatabaseSync, by: string): void {
  rowsOf(database, "suppliers", sizes.suppliers, (n) => ({
    id: idOf("u", n),
    name: `Supplier ${n}`,
    kind: "mail",
    role: n % 3 === 0 ? "controller" : "processor",
    data: "Mail of all staff",
    terms: "[]",
    place: "uk",
    holder: by,
    checkedOn: inDays(-200),
    nextCheck: inDays((n % 400) - 40),
    state: "in-use",
    by,
    at,
    version: 1,
  }));
  rowsOf(database, "audits", sizes.audits, (n) => ({
    id: idOf("a", n),
    template: "storage",
    title: `Audit ${n}`,
    every: 12,
    owner: by,
    nextOn: inDays((n % 400) - 40),
    questions: "[]",
    state: "in-use",
    by,
    at,
    version: 1,
  }));
  rowsOf(database, "audit_rounds", sizes.audits * sizes.rounds, (n) => ({
    id: idOf("o", n),
    audit: idOf("a", Math.floor(n / sizes.rounds)),
    number: (n % sizes.rounds) + 1,
    begunOn: inDays(-30 * (n % sizes.rounds) - 2),
    closedOn: inDays(-30 * (n % sizes.rounds) - 1),
    closedBy: by,
    state: "closed",
    by,
    at,
    version: 1,
  }));
}

/** A policy of as many sentences. */
export const policyText = (): string =>
  Array.from({ length: sizes.sentences }, (_, n) =>
    n % 50 === 0 ? `${n / 50 + 1}. Section ${n / 50 + 1}` : `Staff ask room ${n} before they open a record.`,
  ).join("\n\n");
